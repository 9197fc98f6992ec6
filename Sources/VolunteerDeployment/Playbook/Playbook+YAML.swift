internal import Readiness
internal import SurveyData

extension Playbook {
    /// The playbook that a YAML text describes.
    ///
    /// - Throws: `PlaybookError` at the first thing that cannot be: an unknown key, step or force, a number out
    ///   of range, a task without words.
    package init(yaml text: String, file: String) throws(PlaybookError) {
        let root = try PlaybookNode(yaml: text, file: file)
        try root.allow([
            "playbook", "settings", "quotaReach", "travel", "floors", "tasks", "sessions", "barriers",
            "savings",
            "equipment",
        ])
        var taskWords: [String: TaskWords] = [:]
        for (code, node) in try root.required("tasks").pairs() {
            try node.allow(["vi", "en"])
            taskWords[code] = TaskWords(
                vietnamese: try node.required("vi").text(), english: try node.required("en").text())
        }
        var barriers: [CascadeStep: BarrierRule] = [:]
        for (name, node) in try root.required("barriers").pairs() {
            guard let step = CascadeStep.barriers.first(where: { $0.rawValue == name }) else {
                let known = CascadeStep.barriers.map(\.rawValue).joined(separator: ", ")
                throw node.error(
                    found: "the barrier \"\(name)\"", expected: "one of \(known)", action: "Correct the key.")
            }
            barriers[step] = try BarrierRule(node, taskWords: taskWords)
        }
        var sessions: [SessionRule] = []
        for (_, node) in try root.optional("sessions")?.pairs() ?? [] {
            let rule = try SessionRule(playbook: node, taskWords: taskWords)
            guard !sessions.contains(where: { $0.code == rule.code }) else {
                throw node.error(
                    found: "the task \(rule.code) of another session", expected: "a task of its own",
                    action: "Add a task under tasks: for each kind of session.")
            }
            sessions.append(rule)
        }
        self.init(
            name: try root.required("playbook").text(),
            settings: try PlaybookSettings(
                try root.required("settings"), quotaReach: try root.required("quotaReach"),
                travel: try root.optional("travel").map(TravelSettings.init(playbook:)) ?? .usual,
                floors: try root.optional("floors").map(FloorSettings.init(playbook:)) ?? .usual),
            barriers: barriers, taskWords: taskWords, sessions: sessions,
            savings: try root.optional("savings").map(SavingsAssumptions.init(playbook:)) ?? .usual,
            equipment: try root.optional("equipment").map(EquipmentSettings.init(playbook:)) ?? .usual)
    }
}

extension PlaybookSettings {
    init(
        _ node: PlaybookNode, quotaReach: PlaybookNode, travel: TravelSettings, floors: FloorSettings
    ) throws(PlaybookError) {
        try node.allow([
            "maximumMinutesShare", "nearGroups", "longestVisitMinutes", "needsProcedure", "dossiersCap",
            "keep",
        ])
        var reach: [Force: Double] = [:]
        for (name, value) in try quotaReach.pairs() {
            reach[try Force(playbook: name, at: value)] = try value.number(in: 0...1)
        }
        self.init(
            maximumMinutesShare: try node.required("maximumMinutesShare").number(in: 0...1),
            nearGroups: try node.optional("nearGroups")?.whole(in: 1...10_000) ?? Self.usualNearGroups,
            longestVisitMinutes: try node.required("longestVisitMinutes").whole(in: 1...480),
            needsProcedure: try node.required("needsProcedure").number(in: 0...1),
            dossiersCap: try node.required("dossiersCap").number(in: 0...100), quotaReach: reach,
            travel: travel, floors: floors,
            keep: try node.optional("keep")?.number(in: 0...100) ?? Self.usualKeep)
    }
}

extension BarrierRule {
    init(_ node: PlaybookNode, taskWords: [String: TaskWords]) throws(PlaybookError) {
        try node.allow(["later", "forces"])
        var tasks: [Force: ForceTask] = [:]
        for (name, value) in try node.required("forces").pairs() {
            tasks[try Force(playbook: name, at: value)] = try ForceTask(value, taskWords: taskWords)
        }
        self.init(later: try node.required("later").number(in: 0...1), tasks: tasks)
    }
}

extension ForceTask {
    init(_ node: PlaybookNode, taskWords: [String: TaskWords]) throws(PlaybookError) {
        try node.allow(["minutes", "prior", "task", "procedures", "skill"])
        let prior = try BetaPrior(playbook: try node.required("prior"))
        let task = try node.required("task")
        let code = try task.text()
        guard taskWords[code] != nil else {
            throw task.error(expected: "a code of tasks:", action: "Add its words under tasks:.")
        }
        self.init(
            minutes: try node.required("minutes").whole(in: 1...480),
            prior: prior, code: code, procedures: try node.optional("procedures")?.texts() ?? [],
            skill: try node.optional("skill")?.text())
    }
}

extension Force {
    init(playbook name: String, at node: PlaybookNode) throws(PlaybookError) {
        guard let force = Force(rawValue: name) else {
            throw node.error(
                found: "the force \"\(name)\"", expected: "youth, police or women", action: "Correct the key."
            )
        }
        self = force
    }
}
