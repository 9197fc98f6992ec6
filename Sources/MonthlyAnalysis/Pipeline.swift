internal import Basics
internal import CSVReader
package import Readiness
package import SurveyData
package import SurveyReports
internal import SurveyStatistics
package import VolunteerDeployment

/// The whole path, from a ward's files to what people read. Each line is one room's answer.
package enum Pipeline {
    /// What the survey files hold, all months: accepted households, rejected rows, and why.
    package static func check(_ settings: AnalysisSettings) throws -> Survey {
        try Survey.read(
            settings.surveys, codebook: codebook(settings), registry: registry(settings),
            sampling: settings.sampling, months: settings.month.map { .period($0) } ?? .all,
            options: settings.reading, threads: settings.threads, progress: settings.progress)
    }

    private static func codebook(_ settings: AnalysisSettings) throws -> Codebook {
        try settings.codebook.map { try Codebook(path: $0) } ?? Codebook.builtIn()
    }

    private static func playbook(_ settings: AnalysisSettings) throws -> Playbook {
        try settings.playbook.map { try Playbook(path: $0) } ?? Playbook.builtIn()
    }

    private static func registry(_ settings: AnalysisSettings) throws -> Registry? {
        try settings.groups.map { try Registry(table: WardTable(path: $0)) }
    }

    /// The month's households, and those of the earlier months that it is compared with, where the files hold any.
    package static func readMonths(_ settings: AnalysisSettings) throws -> SurveyMonths {
        // The reference period that the playbook's savings name is the questions' own.
        let codebook = try codebook(settings).covering(
            playbook(settings).savings.referenceMonths, by: settings.playbook ?? "playbook",
            "savings.referenceMonths")
        return try Survey.readMonths(
            settings.surveys, codebook: codebook, registry: registry(settings),
            sampling: settings.sampling, months: MonthChoice(settings.month), options: settings.reading,
            threads: settings.threads, progress: settings.progress)
    }

    /// One survey file as counts.
    package static func summarize(_ settings: AnalysisSettings) throws -> SurveySummary {
        var file = try CSVFile(
            path: settings.surveys[0], options: settings.reading)
        file.progress = settings.progress
        return try SurveySummary.read(
            file, codebook: codebook(settings), registry: registry(settings), sampling: settings.sampling,
            months: MonthChoice(settings.month), threads: settings.threads)
    }

    /// The sum of several summaries.
    ///
    /// - Throws: `Diagnostic` `.badSummary`, or `Diagnostic` where a file cannot be read.
    package static func merge(_ parts: [String]) throws -> SurveySummary {
        var sum: SurveySummary?
        for path in parts {
            let part = try PartDocument.summary(in: TextFile.read(path), file: path)
            guard let before = sum else {
                sum = part
                continue
            }
            guard let merged = before.merged(with: part) else {
                throw Diagnostic(
                    .badSummary, file: path,
                    found:
                        "a summary of another survey (month \(part.month ?? "none"), \(part.sampling.rawValue))",
                    expected:
                        "month \(before.month ?? "none"), \(before.sampling.rawValue), the same groupings",
                    action: "Merge parts of one month's survey.")
            }
            sum = merged
        }
        guard let sum else { preconditionFailure("no part") }
        return sum
    }

    /// A summary's figures, as the files of a folder: the counts and all estimates.
    ///
    /// - Throws: `DesignError` where weights or population sizes make no design.
    package static func files(
        _ summary: SurveySummary, target: Double, language: Language, threads: Int
    ) throws -> [ReportFile] {
        // Side by side: the figures have stretches that one thread does alone.
        let (partText, figuresText) = try alongside(threads: threads, { PartDocument(summary).text() }) {
            let figures = try SummaryFigures(summary, target: target, threads: threads)
            return FiguresDocument(summary, figures: figures, language: language).text(threads: threads)
        }
        return [
            ReportFile(path: "summary-part.json", text: partText, isPrivate: true),
            ReportFile(path: "figures.json", text: figuresText, isPrivate: true),
        ]
    }

    /// What one month's survey says, and who should go where.
    package static func analyze(_ read: SurveyMonths, _ settings: AnalysisSettings) throws -> ReportContent {
        try read.survey.requireSample()
        try settings.ledger?.check(read.survey)
        let official = try settings.official.map { try OfficialCounts(table: WardTable(path: $0)) }
        let playbook = try playbook(settings)
        let assumptions = playbook.savings.covering(
            read.survey.codebook.referenceMonths([.proceduresTotal, .proceduresOnline]))
        let report = try ReadinessReport(
            read, target: settings.target, relevance: settings.relevance, threads: settings.threads)
        let map = try settings.map.map { path in
            try WardMap(
                bytes: TextFile.bytes(path), file: path, registry: read.survey.registry)
        }
        // Side by side: each has stretches that one thread does alone.
        let threads = settings.threads
        let figures = { @Sendable in
            let (quality, (savings, equipment)) = try alongside(threads: threads) {
                QualityReport(read.survey, seed: QualityReport.usualSeed, threads: threads)
            } _: {
                (
                    try Savings(report, target: settings.target, assumptions: assumptions),
                    try Equipment(report, settings: playbook.equipment)
                )
            }
            return ReportContent(
                report: report, publication: try publication(report, settings),
                quality: quality,
                target: settings.target, savings: savings, equipment: equipment,
                official: official.map {
                    OfficialComparison($0, report, referenceMonths: assumptions.referenceMonths)
                }, map: map,
                isSynthetic: read.isSynthetic || official?.isSynthetic == true || map?.isSynthetic == true)
        }
        var (content, deployment) = try alongside(threads: threads, figures) {
            try deploy(report, playbook, settings)
        }
        content.deployment = deployment
        content.senders = settings.senders
        if deployment?.problem.isSynthetic == true { content.isSynthetic = true }
        return content
    }

    /// The plan for the volunteers, where there are any and the survey knows groups.
    private static func deploy(
        _ report: ReadinessReport, _ playbook: Playbook, _ settings: AnalysisSettings
    ) throws -> ReportContent.Deployment? {
        guard settings.volunteers != nil else { return nil }
        var problem = try problem(report, playbook, settings)
        let last = try lastPlan(settings)
        if last?.isSynthetic == true { problem.isSynthetic = true }
        let request = PlanRequest(
            isQuick: problem.needs.count > veryMany, threads: settings.threads, previous: last?.pairs,
            last: last.map { assignments($0.visits, of: problem) } ?? [])
        return ReportContent.Deployment(plan: try solve(problem, request), problem: problem)
    }

    /// Households on the list beyond which a report's plan is the quick one: `sansang plan` makes the best.
    private static let veryMany = 8_000

    /// Who went where by last month's plan, where there is one, and whether that was of made-up data.
    package static func lastPlan(
        _ settings: AnalysisSettings
    ) throws -> (visits: EditedAssignments, pairs: Set<PlanStability.Pair>, isSynthetic: Bool)? {
        guard let path = settings.lastPlan else { return nil }
        let last = try EditedAssignments(plan: path)
        let pairs = last.rows.map { PlanStability.Pair(volunteer: $0.volunteer, group: $0.group) }
        return (last, Set(pairs), last.isSynthetic)
    }

    /// Visits as a problem knows them; none where one of them breaks a limit or is of a household, group or person
    /// that is no more: such a plan cannot stay as it is.
    package static func assignments(
        _ rows: EditedAssignments, of problem: DeploymentProblem
    ) -> [VolunteerAssignment] {
        let plan = DeploymentPlan(rows, of: problem, bound: 0)
        return PlanCheck(plan, of: problem).limitsBroken.isEmpty ? plan.assignments : []
    }

    /// Who needs what by a needs file, and who can be sent.
    package static func problem(needs path: String, _ settings: AnalysisSettings) throws -> DeploymentProblem
    {
        let registry = try registry(settings)
        let written = try WardNeeds(table: WardTable(path: path), registry: registry)
        let playbook = try playbook(settings)
        // Most households have no need: of a code that the file lacks only the form says something.
        let crew = try crew(settings, registry, playbook) {
            HouseholdCodes(written.needs.lazy.map { ($0.household, $0.group) }, registry: registry)
        }
        var problem = try DeploymentProblem(
            groups: registry?.groups ?? written.groups, volunteers: crew.volunteers,
            needs: written.needs + written.unnamed, quotas: written.quotas, playbook: playbook,
            month: settings.month.flatMap { Period.month($0.last, movedBy: 1) }, holidays: crew.holidays)
        problem.isSynthetic = written.isSynthetic || registry?.isSynthetic == true || crew.isSynthetic
        return problem
    }

    /// Who can be sent, and when nobody is.
    private struct Crew {
        var volunteers: [Volunteer] = []
        var holidays: Set<SurveyDate> = []
        var isSynthetic = false
        var unaskedNeverHouseholds = 0
    }

    /// - Throws: as the files' own readers, and where somebody is absent who is not in the volunteers file.
    private static func crew(
        _ settings: AnalysisSettings, _ registry: Registry?, _ playbook: Playbook,
        households: @escaping () -> HouseholdCodes
    ) throws -> Crew {
        guard let path = settings.volunteers else { return Crew() }
        let roster = try Roster(
            table: WardTable(path: path), registry: registry, skills: playbook.vocabulary,
            households: households
        ).without(settings.absent, file: path)
        let holidays = try settings.holidays.map { try Holidays(table: WardTable(path: $0)) }
        return Crew(
            volunteers: roster.volunteers, holidays: holidays?.days ?? [],
            isSynthetic: roster.isSynthetic || holidays?.isSynthetic == true,
            unaskedNeverHouseholds: roster.unaskedNeverHouseholds.count)
    }

    /// Who needs what and who can be sent, as `analyze` plans it.
    package static func problem(
        _ read: SurveyMonths, _ settings: AnalysisSettings
    ) throws -> DeploymentProblem {
        try read.survey.requireSample()
        let playbook = try playbook(settings)
        let report = try ReadinessReport(
            read, target: settings.target, relevance: settings.relevance, threads: settings.threads)
        var problem = try problem(report, playbook, settings)
        if read.isSynthetic { problem.isSynthetic = true }
        return problem
    }

    private static func problem(
        _ report: ReadinessReport, _ playbook: Playbook, _ settings: AnalysisSettings
    ) throws -> DeploymentProblem {
        let survey = report.everyone.survey
        let crew = try crew(settings, survey.registry, playbook) {
            HouseholdCodes(survey.households.lazy.map { ($0.id, $0.group) }, registry: survey.registry)
        }
        var problem = try problem(
            report, playbook: playbook, volunteers: crew.volunteers, holidays: crew.holidays)
        problem.isSynthetic = report.survey.isSynthetic || crew.isSynthetic
        problem.unaskedNeverHouseholds = crew.unaskedNeverHouseholds
        return problem
    }

    /// What a survey says of needs, and these volunteers.
    package static func problem(
        _ report: ReadinessReport, playbook: Playbook, volunteers: [Volunteer],
        holidays: Set<SurveyDate> = []
    ) throws -> DeploymentProblem {
        let registry = report.survey.registry
        return try DeploymentProblem(
            groups: registry.groups, volunteers: volunteers,
            needs: SupportNeed.surveyed(report, playbook: playbook),
            quotas: QuotaNeed.estimated(
                groups: registry.groups, surveyed: report.everyone.survey.interviewsByGroup,
                shares: try PatternShare.estimated(report, playbook: playbook)),
            playbook: playbook,
            month: report.survey.month.flatMap(Period.init).flatMap { Period.month($0.last, movedBy: 1) },
            holidays: holidays)
    }

    /// A plan that a person edited (CSV), scored against its problem.
    package static func edited(
        _ path: String, of problem: DeploymentProblem, bound: Double
    ) throws -> (plan: DeploymentPlan, check: PlanCheck, isSynthetic: Bool) {
        let rows = try EditedAssignments(plan: path)
        let plan = DeploymentPlan(rows, of: problem, bound: bound)
        return (plan, PlanCheck(plan, of: problem), rows.isSynthetic)
    }
}

extension Codebook {
    /// The codebook in a file.
    ///
    /// - Throws: `Diagnostic`, or `Diagnostic` where the file cannot be read.
    package init(path: String) throws { try self.init(yaml: TextFile.read(path), file: path) }
}

extension Playbook {
    /// - Throws: `Diagnostic`, or `Diagnostic` where the file cannot be read.
    init(path: String) throws { try self.init(yaml: TextFile.read(path), file: path) }
}

extension EditedAssignments {
    /// The visits in a file: a plan of last month, or one that a person edited.
    ///
    /// - Throws: `Diagnostic`, or `Diagnostic` where the file cannot be read.
    init(plan path: String) throws {
        try self.init(
            table: WardTable(path: path), barriers: CascadeStep.barriers.map(\.rawValue))
    }
}
