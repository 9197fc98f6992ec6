import Basics
import Readiness
import SurveyData
import Testing
import VolunteerDeployment

@Suite struct PlaybookTests {
    @Test func theBuiltInPlaybookCoversEveryBarrierWithWordsForEveryTask() throws {
        let book = try Playbook.builtIn()
        for step in CascadeStep.barriers {
            let rule = try #require(book.barriers[step])
            #expect(!rule.tasks.isEmpty)
            for task in rule.tasks.values { #expect(book.taskWords[task.code] != nil) }
        }
        // The cheapest visit must be a multiple of 5 minutes, as all others: planning counts in common steps.
        #expect(book.barriers.values.flatMap(\.tasks.values).allSatisfy { $0.minutes % 5 == 0 })
    }

    private static let start = """
        playbook: mine
        settings: {maximumMinutesShare: 0.9, longestVisitMinutes: 90, needsProcedure: 0.6, dossiersCap: 3}
        quotaReach: {youth: 0.5}
        tasks: {teach: {vi: dạy, en: teach}}
        barriers:

        """

    @Test(arguments: [
        ("travel: {minutesPerGroup: -1}", "travel.minutesPerGroup"), ("travel: {speed: 1}", "travel.speed"),
        ("floors: {types: [rich]}", "floors.types"), ("floors: {typeShare: 3}", "floors.typeShare"),
        (
            "sessions: {one: {task: teach, steps: [flying], minutes: 60, seats: 5, filled: 1, forces: {}}}",
            "sessions.one.steps"
        ),
        (
            "sessions: {a: {task: teach, steps: [skill], minutes: 60, seats: 5, filled: 1, forces: {}}, b: {task: teach, steps: [skill], minutes: 60, seats: 5, filled: 1, forces: {}}}",
            "sessions.b"
        ),
        (
            "sessions: {one: {task: sing, steps: [skill], minutes: 60, seats: 5, filled: 1, forces: {}}}",
            "sessions.one.task"
        ),
        (
            "sessions: {one: {task: teach, steps: [skill], minutes: 60, seats: 0, filled: 1, forces: {}}}",
            "sessions.one.seats"
        ),
        (
            "sessions: {one: {task: teach, steps: [skill], minutes: 60, seats: 5, filled: 1, forces: {youth: [1]}}}",
            "sessions.one.forces.youth"
        ),
    ])
    func namesMistakesOfPlanSettings(line: String, place: String) {
        let barriers = "  skill: {later: 0, forces: {youth: {minutes: 9, prior: [1, 1], task: teach}}}\n"
        let error = #expect(throws: Diagnostic.self) {
            try Playbook(yaml: Self.start + barriers + line, file: "mine.yaml")
        }
        #expect(error?.field?.hasPrefix(place) == true, "\(error?.field ?? "")")
    }

    @Test func thePlaybookStatesWhatPlansOweAndWaysTake() throws {
        let settings = try Playbook.builtIn().settings
        #expect(settings.travel == .usual && settings.floors == .usual)
        #expect(settings.keep == PlaybookSettings.usualKeep)
    }

    @Test(arguments: [
        ("  skil: {later: 0.1, forces: {}}", "the barrier \"skil\"", "barriers.skil"),
        ("  skill: {later: 2, forces: {}}", "\"2\"", "barriers.skill.later"),
        ("  skill: {forces: {}}", "no later:", "barriers.skill"),
        (
            "  skill: {later: 0, forces: {army: {minutes: 9}}}", "the force \"army\"",
            "barriers.skill.forces.army"
        ),
        (
            "  skill: {later: 0, forces: {youth: {minutes: 9, prior: [1, 0], task: teach}}}", "a list",
            "barriers.skill.forces.youth.prior"
        ),
        (
            "  skill: {later: 0, forces: {youth: {minutes: 9.5, prior: [1, 1], task: teach}}}", "\"9.5\"",
            "barriers.skill.forces.youth.minutes"
        ),
        (
            "  skill: {later: 0, forces: {youth: {minutes: 9, prior: [1, 1], task: tech}}}", "\"tech\"",
            "barriers.skill.forces.youth.task"
        ),
        ("  skill: {later: 0, force: {}}", "the key \"force\"", "barriers.skill.force"),
        ("  skill: {later: 0", "text that is no YAML", "line"),
    ])
    func namesTheFirstMistakeAndItsPlace(line: String, found: String, place: String) {
        let error = #expect(throws: Diagnostic.self) {
            try Playbook(yaml: Self.start + line, file: "mine.yaml")
        }
        #expect(error?.found == found)
        #expect(error?.field?.hasPrefix(place) == true, "\(error?.field ?? "")")
        #expect(error?.file == "mine.yaml")
        #expect(error?.action.isEmpty == false)
    }
}
