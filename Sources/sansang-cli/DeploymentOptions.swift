internal import ArgumentParser
internal import MonthlyAnalysis

/// Who can be sent where, and when.
struct DeploymentOptions: ParsableArguments {
    @Option(help: "The volunteers of the three forces (CSV). Without it there is no plan.")
    var volunteers: String?

    @Option(help: "Playbook (YAML): what each force can do about each barrier. Default: the built-in one.")
    var playbook: String?

    @Option(
        help: "Last month's volunteers/assignments.csv: people stay where they were while it costs little.")
    var lastPlan: String?

    @Option(help: "Days on which nobody is sent out (CSV: date, name).")
    var holidays: String?

    @Option(help: "A volunteer_id of somebody who cannot be sent this month; may be repeated.")
    var absent: [String] = []

    func validate() throws {
        guard volunteers == nil else { return }
        if holidays != nil { throw ValidationError("Found --holidays without --volunteers; expected both.") }
        if !absent.isEmpty { throw ValidationError("Found --absent without --volunteers; expected both.") }
    }

    func apply(to settings: inout AnalysisSettings) {
        settings.volunteers = volunteers
        settings.playbook = playbook
        settings.lastPlan = lastPlan
        settings.holidays = holidays
        settings.absent = absent
    }

    var areNone: Bool {
        [volunteers, playbook, lastPlan, holidays].allSatisfy { $0 == nil } && absent.isEmpty
    }
}
