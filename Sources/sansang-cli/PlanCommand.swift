internal import ArgumentParser
internal import Foundation
internal import MonthlyAnalysis
internal import SurveyReports
internal import VolunteerDeployment

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan who goes where, with the value that no plan can pass.",
        discussion: """
            Example:
              sansang plan --instance ward97.json --time-limit 5 --json

            Reads a problem as a statement (groups, needs by barrier, volunteers). In this version the ward's own files
            are planned by sansang analyze.
            """)

    @Option(help: "A problem as a statement (JSON).")
    var instance: String

    @Option(help: "Seconds at most; the plan in hand is then given.")
    var timeLimit: Double = 60

    @Option(help: "Stop where the plan is within this share of the bound.")
    var gap: Double = 0.005

    @Option(help: "Write the plain mixed-integer model (MPS) to this file.")
    var writeModel: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(help: "No notes on standard error.")
    var quiet = false

    @Option(help: "Threads to use. Without a time limit that is hit, the plan never depends on it.")
    var threads: Int = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard threads >= 1 else { throw ValidationError("--threads: found \(threads); expected 1 or more.") }
        guard timeLimit > 0 else {
            throw ValidationError("--time-limit: found \(timeLimit); expected seconds, above 0.")
        }
        guard gap >= 0, gap < 1 else {
            throw ValidationError("--gap: found \(gap); expected a share from 0 to 1, as 0.005.")
        }
    }

    func run() throws {
        try reportingErrors {
            let statement = try AllocationInstance(
                json: Data(TextFile.read(instance).utf8), file: instance)
            let problem = statement.problem
            if let writeModel { try write(AllocationModel(problem).mps, to: writeModel) }
            let start = DispatchTime.now().uptimeNanoseconds
            let limit = timeLimit
            let bar = ProgressBar(isQuiet: quiet)
            @Sendable func seconds() -> Double { Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 }
            let result = try allocate(
                problem,
                effort: AllocationEffort(
                    gap: gap, rounds: 200, renewals: 100_000, nodes: 1_000_000, threads: threads),
                shouldStop: { seconds() > limit },
                progress: { value, bound in bar.show(text: Self.text(value: value, bound: bound)) })
            bar.end()
            let time = seconds()
            if json { say(InstancePlanDocument(statement, problem, result, seconds: time).text()) }
            if !quiet {
                note(
                    "plan: value \(result.value), bound \(result.bound), gap \((result.gap * 1e4).rounded() / 100)%, "
                        + "\((time * 100).rounded() / 100) s, stopped by \(result.stopped.rawValue)")
            }
        }
    }

    /// "planning: value 5330, bound 5371, gap 0.76%".
    private static func text(value: Double, bound: Double) -> String {
        let gap = bound == 0 ? 0 : (bound - value) / abs(bound)
        return "planning: value \(Int(value)), bound \(Int(bound)), gap \((gap * 1e4).rounded() / 100)%   "
    }

    private func write(_ text: String, to path: String) throws(OutputError) {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw OutputError(folder: path, found: "a file that cannot be written")
        }
    }
}
