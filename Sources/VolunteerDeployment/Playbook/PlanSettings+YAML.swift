internal import Basics
internal import Readiness
internal import SurveyData

extension TravelSettings {
    /// The settings of a playbook; a key that is absent has its usual value.
    init(playbook node: YAMLPlace) throws(Diagnostic) {
        try node.allow([
            "minutesPerGroup", "minutesPerKilometre", "dossiersPerKilometre", "unknownNear", "unknownFar",
        ])
        let usual = Self.usual
        self.init(
            minutesPerGroup: try node["minutesPerGroup"]?.number(in: 0...240)
                ?? usual.minutesPerGroup,
            minutesPerKilometre: try node["minutesPerKilometre"]?.number(in: 0...240)
                ?? usual.minutesPerKilometre,
            dossiersPerKilometre: try node["dossiersPerKilometre"]?.number(in: 0...10)
                ?? usual.dossiersPerKilometre,
            unknownNear: try node["unknownNear"]?.number(in: 0...100) ?? usual.unknownNear,
            unknownFar: try node["unknownFar"]?.number(in: 0...100) ?? usual.unknownFar)
    }
}

extension FloorSettings {
    /// The settings of a playbook; a key that is absent has its usual value.
    init(playbook node: YAMLPlace) throws(Diagnostic) {
        try node.allow(["groupNeed", "typeShare", "types"])
        let usual = Self.usual
        var types = usual.types
        if let list = node["types"] {
            types = []
            for name in try list.texts() {
                guard let type = FloorType(rawValue: name) else {
                    let known = FloorType.allCases.map(\.rawValue).joined(separator: ", ")
                    throw list.error(
                        found: "the type \(shown(name))", expected: "types of \(known)",
                        action: "Correct the list.")
                }
                types.append(type)
            }
        }
        let groupNeed = try node["groupNeed"]?.whole(in: 0...1_000_000) ?? usual.groupNeed
        self.init(
            groupNeed: groupNeed == 0 ? nil : groupNeed,
            typeShare: try node["typeShare"]?.number(in: 0...2) ?? usual.typeShare, types: types)
    }
}

extension SessionRule {
    /// - Throws: `Diagnostic` for a step that is no barrier, a code without words, or a number out of range.
    init(playbook node: YAMLPlace, taskWords: [String: TaskWords]) throws(Diagnostic) {
        try node.allow(["task", "steps", "minutes", "seats", "filled", "most", "forces"])
        let task = try node.required("task")
        let code = try task.text()
        guard taskWords[code] != nil else {
            throw task.error(expected: "a code of tasks:", action: "Add its words under tasks:.")
        }
        let list = try node.required("steps")
        var steps: [CascadeStep] = []
        for name in try list.texts() {
            guard let step = CascadeStep.barriers.first(where: { $0.rawValue == name }) else {
                let known = CascadeStep.barriers.map(\.rawValue).joined(separator: ", ")
                throw list.error(
                    found: "the step \(shown(name))", expected: "steps of \(known)",
                    action: "Correct the list.")
            }
            guard !steps.contains(step) else {
                throw list.error(
                    found: "the step \(name) twice", expected: "each step once", action: "Correct the list.")
            }
            steps.append(step)
        }
        guard !steps.isEmpty else {
            throw list.error(
                found: "no step", expected: "at least one step", action: "Say what the session works at.")
        }
        var priors: [Force: BetaPrior] = [:]
        for (name, value) in try node.required("forces").pairs() {
            priors[try Force(playbook: name, at: value)] = try BetaPrior(playbook: value)
        }
        self.init(
            code: code, steps: steps,
            minutes: try node.required("minutes").whole(in: PlaybookSettings.visitMinutes),
            seats: try node.required("seats").whole(in: 1...500),
            filled: try node.required("filled").number(in: 0...1),
            most: try node["most"]?.whole(in: 1...31) ?? 1, priors: priors)
    }
}

extension BetaPrior {
    init(playbook node: YAMLPlace) throws(Diagnostic) {
        let texts = try node.texts()
        let numbers = texts.compactMap(Double.init)
        guard texts.count == 2, numbers.count == 2, numbers.allSatisfy(Self.range.contains) else {
            throw node.error(expected: "two numbers above 0, at most 1,000,000: [a, b]")
        }
        self.init(a: numbers[0], b: numbers[1])
    }

    private static let range = 1e-6...1e6
}
