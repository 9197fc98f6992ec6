internal import ArgumentParser
internal import Basics
internal import Foundation
internal import MonthlyAnalysis
internal import SurveyData
internal import SurveyReports
internal import Synchronization
internal import VolunteerDeployment

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan who goes where, with the value that no plan can pass.",
        discussion: """
            Examples:
              sansang plan 2025-11.csv --groups groups.csv --volunteers volunteers.csv --sampling probability
              sansang plan 2025-11.csv --groups groups.csv --volunteers volunteers.csv --score edited.csv
              sansang plan --needs needs.csv --groups groups.csv --volunteers volunteers.csv --last-plan assignments.csv
              sansang plan --instance ward97.json --time-limit 5 --json

            Prints the visits as assignments.csv has them, or one JSON document. --score says of such a file that a
            person edited what it is worth, what that costs against the best plan, and which limits it breaks; with
            --fill it prints the plan that keeps the rows which break none, and does the rest best. --needs plans
            officer/needs.csv of an earlier run, without the survey. Ctrl-C ends the search and gives the plan in hand.
            --instance plans a problem as a statement (groups, needs by barrier, volunteers).
            """)

    @Argument(help: "Survey files (CSV), as analyze reads them.")
    var surveys: [String] = []

    @OptionGroup var description: SurveyDescription

    @OptionGroup var deployment: DeploymentOptions

    @Option(help: "An edited assignments.csv to score.")
    var score: String?

    @Flag(help: "With --score: print the best plan that keeps the rows of the file which break no limit.")
    var fill = false

    @Option(help: "Needs and quotas (CSV, as officer/needs.csv), in place of a survey.")
    var needs: String?

    @OptionGroup var sender: SenderOptions

    @Option(help: "A problem as a statement (JSON), in place of a survey.")
    var instance: String?

    @Option(help: "Seconds at most; the plan in hand is then given.")
    var timeLimit: Double = 60

    @Option(help: "Stop where the plan is within this share of the bound.")
    var gap: Double = 0.005

    @Option(help: "Write the plain mixed-integer model (MPS) to this file.")
    var writeModel: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    @OptionGroup private var threading: ThreadOption

    private var threads: Int { threading.count }

    func validate() throws {
        guard timeLimit > 0 else {
            throw ValidationError("--time-limit: found \(timeLimit); expected seconds, above 0.")
        }
        guard gap >= 0, gap < 1 else {
            throw ValidationError("--gap: found \(gap); expected a share from 0 to 1, as 0.005.")
        }
        if instance != nil {
            guard surveys.isEmpty, deployment.areNone, score == nil, needs == nil,
                sender.senders == Senders()
            else {
                throw ValidationError(
                    "Found --instance with files of a ward; expected one or the other: a statement has its own."
                )
            }
        } else if surveys.isEmpty == (needs == nil) {
            throw ValidationError(
                surveys.isEmpty
                    ? "Found nothing to plan; expected survey files, --needs or --instance."
                    : "Found survey files and --needs; expected one or the other.")
        } else if fill && score == nil {
            throw ValidationError("Found --fill without --score; expected the edited file to fill.")
        } else if deployment.volunteers == nil {
            throw ValidationError("Found no --volunteers; expected the file of those who can be sent.")
        }
    }

    func run() throws {
        try reportingErrors {
            if let instance { try planInstance(instance) } else { try planWard() }
        }
    }

    private func planWard() throws {
        let bar = ProgressBar(isQuiet: description.quiet)
        defer { bar.end() }
        var settings = AnalysisSettings(
            surveys: surveys, month: description.month, codebook: description.codebook,
            groups: description.groups, sampling: description.sampling, reading: description.file.options,
            threads: threads)
        deployment.apply(to: &settings)
        settings.progress = bar.show
        let (problem, month) = try wardProblem(settings)
        let last = try Pipeline.lastPlan(settings)
        bar.end()
        var request = PlanRequest(
            gap: gap, renewals: Self.renewals, threads: threads, previous: last?.pairs,
            last: last.map { Pipeline.assignments($0.visits, of: problem) } ?? [])
        let best = try search(problem, request, bar)
        if let writeModel {
            // Comments of the format.
            let head = Self.modelMark + (problem.isSynthetic ? "* SYNTHETIC DATA\n" : "")
            let given = Set(best.plan.floors.flatMap(\.missed))
            try OutputFile.write(
                head + AllocationModel(ward: problem, givingUp: given).mps, mark: Self.modelMark,
                to: writeModel)
        }
        let edited = try score.map { try Pipeline.edited($0, of: problem, bound: best.plan.bound) }
        let isSynthetic =
            problem.isSynthetic || last?.isSynthetic == true || edited?.isSynthetic == true
        request.pinned = edited?.plan.assignments ?? []
        let made = fill ? try search(problem, request, bar) : best
        let document = WardPlanDocument(
            month: month, problem: problem, plan: made.plan, seconds: made.seconds,
            edited: edited.map { ($0.plan, $0.check, best: best.plan.objective) }, isSynthetic: isSynthetic,
            senders: sender.senders)
        let sentences = edited.map {
            (isSynthetic ? "\(syntheticNote)\n" : "") + Self.text(of: $0.check, best: best.plan.objective)
        }
        say(json ? document.text() : fill ? document.table() : sentences.map(inert) ?? document.table())
        if !description.quiet {
            if isSynthetic { note(syntheticNote) }
            if let line = unaskedNote(problem) { note(line) }
            if fill, let sentences { note(sentences) }
            note(
                Self.sum(
                    made.plan.objective, made.plan.bound, made.plan.gap, made.seconds, made.plan.stopped))
            if let stability = made.plan.stability { note(stability.sentence) }
        }
        if description.strict, let edited, !edited.check.limitsBroken.isEmpty { throw ExitCode(65) }
    }

    /// A plan, within the time limit of its own.
    private func search(
        _ problem: DeploymentProblem, _ request: PlanRequest, _ bar: ProgressBar
    ) throws -> (plan: DeploymentPlan, seconds: Double) {
        let clock = Clock(limit: timeLimit)
        let interrupt = clock.listening()
        defer { interrupt.cancel() }
        let plan = try solve(
            problem, request, shouldStop: { clock.isOver },
            progress: { value, bound in bar.show(text: Self.text(value: value, bound: bound)) })
        bar.end()
        return (plan, clock.seconds)
    }

    /// Who needs what, by the survey or a needs file, and the month.
    private func wardProblem(_ settings: AnalysisSettings) throws -> (DeploymentProblem, month: String) {
        if let needs {
            return (
                try Pipeline.problem(needs: needs, settings), settings.month?.label ?? ReportContent.undated
            )
        }
        let read = try Pipeline.readMonths(settings)
        try description.checkStrict(read.survey.counts)
        return (try Pipeline.problem(read, settings), read.survey.month ?? ReportContent.undated)
    }

    /// The first line of a model: such a file may be replaced.
    private static let modelMark = "* Written by sansang plan --write-model\n"

    /// So many that time or the gap ends the search.
    private static let renewals = 100_000
    private static let nodes = 1_000_000

    /// What an edited plan is worth, and a line for each limit that it breaks.
    private static func text(of check: PlanCheck, best: Double) -> String {
        let numbers = NumberStyle(.en)
        let cost = best - check.score
        // What is printed as 0.00 is no gain.
        let isMore = cost < -0.005
        var lines = [
            "worth \(numbers.decimal(check.score, digits: 2)), "
                + (!isMore
                    ? "\(numbers.decimal(abs(cost), digits: 2)) less than the best plan found ("
                    : "\(numbers.decimal(-cost, digits: 2)) more than the best plan found (")
                + "\(numbers.decimal(best, digits: 2)))"
        ]
        let broken = check.limitsBroken
        lines.append(broken.isEmpty ? "no limit is broken" : "limits broken: \(broken.count)")
        return (lines + broken.map { "\($0.code): \($0.description)" }).joined(separator: "\n") + "\n"
    }

    private func planInstance(_ path: String) throws {
        let statement = try AllocationInstance(json: Data(TextFile.read(path).utf8), file: path)
        let problem = statement.problem
        let clock = Clock(limit: timeLimit)
        let interrupt = clock.listening()
        defer { interrupt.cancel() }
        let bar = ProgressBar(isQuiet: description.quiet)
        let result = try allocate(
            problem,
            effort: AllocationEffort(
                gap: gap, rounds: 200, renewals: Self.renewals, nodes: Self.nodes, threads: threads),
            shouldStop: { clock.isOver },
            progress: { value, bound in bar.show(text: Self.text(value: value, bound: bound)) })
        bar.end()
        let seconds = clock.seconds
        if let writeModel {
            try OutputFile.write(
                Self.modelMark + AllocationModel(problem.givingUp(result.unmet)).mps, mark: Self.modelMark,
                to: writeModel)
        }
        if json { say(InstancePlanDocument(statement, problem, result, seconds: seconds).text()) }
        if !description.quiet {
            if !result.unmet.isEmpty {
                let ids = result.unmet.map { String(statement.groups[$0].id) }.joined(separator: ", ")
                note(Self.given(ids, isProven: result.isUnmetProven))
            }
            note(Self.sum(result.value, result.bound, result.gap, seconds, result.stopped))
        }
    }

    /// What the plan owes and cannot keep, by the ids of groups.
    private static func given(_ ids: String, isProven: Bool) -> String {
        "given up: a visit to group \(ids); "
            + (isProven ? "no plan reaches all groups, nor more of them" : "no plan found reaches them")
    }

    /// "planning: value 5330, bound 5371, gap 0.76%".
    private static func text(value: Double, bound: Double) -> String {
        let gap = provenGap(value: value, bound: bound).map { "\(($0 * 1e4).rounded() / 100)%" } ?? "unknown"
        return "planning: value \(value.rounded()), bound \(bound.rounded()), gap \(gap)   "
    }

    private static func sum(
        _ value: Double, _ bound: Double, _ gap: Double?, _ seconds: Double, _ stopped: AllocationResult.Stop
    ) -> String {
        "plan: value \(value), bound \(bound), gap \(gap.map { "\(($0 * 1e4).rounded() / 100)%" } ?? "unknown"), "
            + "\((seconds * 100).rounded() / 100) s, stopped by \(stopped.rawValue)"
    }
}

/// Seconds since it was made, and whether somebody pressed Ctrl-C: then the plan in hand is given.
private final class Clock: Sendable {
    private let start = DispatchTime.now().uptimeNanoseconds
    private let limit: Double
    private let isCancelled = Atomic(false)

    init(limit: Double) { self.limit = limit }

    /// Listens for Ctrl-C as long as the source lives.
    func listening() -> any DispatchSourceSignal {
        signal(SIGINT, SIG_IGN)
        let interrupt = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        interrupt.setEventHandler { [self] in isCancelled.store(true, ordering: .relaxed) }
        interrupt.resume()
        return interrupt
    }

    var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 }

    var isOver: Bool { isCancelled.load(ordering: .relaxed) || seconds > limit }
}

extension PlanStability {
    /// "last month's pairs: 200 of 210 stay, 8 new; loss against a free plan 0.3%".
    var sentence: String {
        let english = NumberStyle(.en)
        return "last month's pairs: \(kept.count) of \(kept.count + ended.count) stay, \(new.count) new; "
            + "loss against a free plan \(english.decimal(loss * 100, digits: 2))%"
    }
}

/// Says how many households of `never_households` the survey of the month lacks; nil where it has all.
func unaskedNote(_ problem: DeploymentProblem) -> String? {
    let count = problem.unaskedNeverHouseholds
    return count == 0
        ? nil
        : "volunteers: \(count) \(count == 1 ? "id" : "ids") of never_households not interviewed this month; "
            + "kept, and never visited by name"
}
