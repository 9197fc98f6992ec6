package import Basics
internal import Readiness
internal import SurveyData

extension Playbook {
    /// The playbook that a YAML text describes.
    ///
    /// - Throws: `Diagnostic` at the first thing that cannot be: an unknown key, step or force, a number out
    ///   of range, a task without words.
    package init(yaml text: String, file: String) throws(Diagnostic) {
        let root = try YAMLPlace(text: text, file: file, code: .badPlaybook)
        try root.allow([
            "playbook", "settings", "quotaReach", "travel", "floors", "tasks", "skills", "sessions",
            "barriers",
            "savings", "equipment", "pairs",
        ])
        var taskWords: [String: TaskWords] = [:]
        for (code, node) in try root.required("tasks").pairs() {
            try node.allow(["vi", "en"])
            taskWords[code] = TaskWords(
                vietnamese: try node.required("vi").text(), english: try node.required("en").text())
        }
        let ownSkills = try root["skills"]?.texts() ?? []
        let words = PlaybookWords(tasks: taskWords, skills: .usual.adding(ownSkills))
        var barriers: [CascadeStep: BarrierRule] = [:]
        for (name, node) in try root.required("barriers").pairs() {
            guard let step = CascadeStep.barriers.first(where: { $0.rawValue == name }) else {
                let known = CascadeStep.barriers.map(\.rawValue).joined(separator: ", ")
                throw node.error(
                    found: "the barrier \(shown(name))", expected: "one of \(known)",
                    action: "Correct the key.")
            }
            barriers[step] = try BarrierRule(node, words)
        }
        var sessions: [SessionRule] = []
        for (_, node) in try root["sessions"]?.pairs() ?? [] {
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
                pairs: root["pairs"],
                travel: try root["travel"].map(TravelSettings.init(playbook:)) ?? .usual,
                floors: try root["floors"].map(FloorSettings.init(playbook:)) ?? .usual),
            barriers: barriers, taskWords: taskWords, sessions: sessions, ownSkills: ownSkills,
            savings: try root["savings"].map(SavingsAssumptions.init(playbook:)) ?? .usual,
            equipment: try root["equipment"].map(EquipmentSettings.init(playbook:)) ?? .usual)
    }
}

extension PlaybookSettings {
    init(
        _ node: YAMLPlace, quotaReach: YAMLPlace, pairs: YAMLPlace?, travel: TravelSettings,
        floors: FloorSettings
    ) throws(Diagnostic) {
        try node.allow([
            "maximumMinutesShare", "nearGroups", "longestVisitMinutes", "needsProcedure", "dossiersCap",
            "keep", "atHome", "closedDoorMinutes", "withoutWish", "leastGain",
            "leastOfPrice", "policeInvitations", "outingMinutes", "visitsPerOuting", "outingsPerWeek",
            "minutesBetweenDoors", "followUpDays", "pairs",
        ])
        let twos = try (node["pairs"] ?? pairs).map { node throws(Diagnostic) in
            guard let known = ["none": OutingSettings.Evenings.alone, "evening": .inTwos][try node.text()]
            else {
                throw node.error(
                    found: "the word \(shown(try node.text()))", expected: "evening or none",
                    action: "Correct the word.")
            }
            return known
        }
        let followUpDays = try node["followUpDays"]?.whole(in: 0...14) ?? Self.usualFollowUpDays
        var reach: [Force: Double] = [:]
        for (name, value) in try quotaReach.pairs() {
            reach[try Force(playbook: name, at: value)] = try value.number(in: 0...1)
        }
        self.init(
            maximumMinutesShare: try node.required("maximumMinutesShare").number(in: 0...1),
            nearGroups: try node["nearGroups"]?.whole(in: 1...10_000) ?? Self.usualNearGroups,
            longestVisitMinutes: try node.required("longestVisitMinutes").whole(in: Self.visitMinutes),
            needsProcedure: try node.required("needsProcedure").number(in: 0...1),
            dossiersCap: try node.required("dossiersCap").number(in: 0...100), quotaReach: reach,
            atHome: try node["atHome"]?.number(in: 0...1) ?? Self.usualAtHome,
            closedDoorMinutes: try node["closedDoorMinutes"]?.whole(in: 0...60)
                ?? Self.usualClosedDoorMinutes,
            withoutWish: try node["withoutWish"]?.number(in: 0...1) ?? Self.usualWithoutWish,
            leastGain: try node["leastGain"]?.number(in: 0...100) ?? Self.usualLeastGain,
            leastOfPrice: try node["leastOfPrice"]?.number(in: 0...1) ?? Self.usualLeastOfPrice,
            policeInvitations: try node["policeInvitations"]?.whole(in: 0...100_000)
                ?? Self.usualPoliceInvitations,
            travel: travel, floors: floors,
            keep: try node["keep"]?.number(in: 0...100) ?? Self.usualKeep,
            outings: OutingSettings(
                minutes: try node["outingMinutes"]?.whole(in: 30...600)
                    ?? OutingSettings.usual.minutes,
                visits: try node["visitsPerOuting"]?.whole(in: 1...100)
                    ?? OutingSettings.usual.visits,
                perWeek: try node["outingsPerWeek"]?.whole(in: 1...14)
                    ?? OutingSettings.usual.perWeek,
                betweenDoors: try node["minutesBetweenDoors"]?.whole(in: 0...60)
                    ?? OutingSettings.usual.betweenDoors, evenings: twos ?? .alone),
            followUpDays: followUpDays == 0 ? nil : followUpDays)
    }
}

/// What the tasks of a playbook may name.
private struct PlaybookWords {
    let tasks: [String: TaskWords]
    let skills: SkillVocabulary
}

extension BarrierRule {
    fileprivate init(_ node: YAMLPlace, _ words: PlaybookWords) throws(Diagnostic) {
        try node.allow(["later", "forces"])
        var tasks: [Force: ForceTask] = [:]
        for (name, value) in try node.required("forces").pairs() {
            tasks[try Force(playbook: name, at: value)] = try ForceTask(value, words)
        }
        self.init(later: try node.required("later").number(in: 0...1), tasks: tasks)
    }
}

extension ForceTask {
    fileprivate init(_ node: YAMLPlace, _ words: PlaybookWords) throws(Diagnostic) {
        try node.allow(["minutes", "prior", "task", "procedures", "skill"])
        let prior = try BetaPrior(playbook: try node.required("prior"))
        let task = try node.required("task")
        let code = try task.text()
        guard words.tasks[code] != nil else {
            throw task.error(expected: "a code of tasks:", action: "Add its words under tasks:.")
        }
        self.init(
            minutes: try node.required("minutes").whole(in: PlaybookSettings.visitMinutes),
            prior: prior, code: code, procedures: try Self.procedures(node["procedures"]),
            skill: try Self.skill(node["skill"], words.skills))
    }

    private static func procedures(_ node: YAMLPlace?) throws(Diagnostic) -> [String] {
        guard let node else { return [] }
        let known = Procedure.allCases.map(\.rawValue)
        let codes = try node.texts()
        for code in codes where !known.contains(code) {
            throw node.error(
                found: "the procedure \(shown(code))",
                expected: "procedures of \(known.joined(separator: ", "))", action: "Correct the list.")
        }
        return codes
    }

    /// The code of a skill that volunteers files know.
    private static func skill(
        _ node: YAMLPlace?, _ skills: SkillVocabulary
    ) throws(Diagnostic) -> String? {
        guard let node else { return nil }
        let word = try node.text()
        guard let code = skills.code(of: word) else {
            throw node.error(
                found: "the skill \(shown(word))", expected: "one of \(skills.list)",
                action: "Correct it, or add it to a list skills: at the top of the playbook.")
        }
        return code
    }
}

extension Force {
    init(playbook name: String, at node: YAMLPlace) throws(Diagnostic) {
        guard let force = Force(rawValue: name) else {
            throw node.error(
                found: "the force \(shown(name))", expected: "youth, police or women",
                action: "Correct the key."
            )
        }
        self = force
    }
}
