internal import Basics
package import Readiness
package import SurveyData
internal import SurveyStatistics
package import VolunteerDeployment

/// Everything that one run says, made once: every writer renders this same value, so formats cannot disagree.
package struct ReportContent: Sendable {
    package let report: ReadinessReport
    /// nil where no volunteers were given, or the survey has no residential groups.
    package var deployment: Deployment?
    /// The share of dossiers online that the ward aims at, 0…1: a setting of the ward's own.
    package let target: Double
    /// nil where the survey did not ask for dossiers.
    package let savings: Savings?
    /// nil where the survey has no groups or did not ask for devices and connection.
    package let equipment: Equipment?
    /// nil where the ward gave no official counts.
    package let official: OfficialComparison?
    /// How good the interviews are.
    package let quality: QualityReport
    /// What residents read.
    package let publication: Publication
    /// nil where the ward gave none.
    package let map: WardMap?
    /// Whether any input says that it is made up: then every page, list and table says so.
    package var isSynthetic: Bool
    /// How residents can be sure of whoever comes.
    package var senders = Senders()

    /// A plan with what its readers need beside it.
    package struct Deployment: Sendable {
        package let plan: DeploymentPlan
        package let problem: DeploymentProblem
        package let volunteers: [VolunteerID: Volunteer]
        /// By group, in the plan's order.
        let visits: [GroupID: [(assignment: VolunteerAssignment, visit: Visit)]]
        let unassigned: [GroupID: [UnassignedNeed]]

        package init(plan: DeploymentPlan, problem: DeploymentProblem) {
            self.plan = plan
            self.problem = problem
            volunteers = Dictionary(
                problem.volunteers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            visits = Dictionary(
                grouping: plan.assignments.flatMap { assignment in
                    assignment.visits.map { (assignment, $0) }
                }, by: \.1.group)
            unassigned = Dictionary(grouping: plan.unassigned, by: \.group)
        }

        package var playbook: Playbook { problem.playbook }
    }

    package init(
        report: ReadinessReport, publication: Publication, quality: QualityReport,
        deployment: Deployment? = nil, target: Double, savings: Savings? = nil, equipment: Equipment? = nil,
        official: OfficialComparison? = nil,
        map: WardMap? = nil, isSynthetic: Bool
    ) {
        self.map = map
        self.isSynthetic = isSynthetic
        self.publication = publication
        self.quality = quality
        self.savings = savings
        self.equipment = equipment
        self.official = official
        self.report = report
        self.deployment = deployment
        self.target = target
    }

    /// All interviews of the month; figures are made of `report.survey`.
    package var survey: Survey { report.everyone.survey }

    /// "2025-10", "2025-08..2025-10", or `undated`.
    package var month: String { report.survey.month ?? Self.undated }

    /// Stands for the month of a survey without dates, in folder names and tables.
    package static let undated = "undated"
}

/// One file of a report folder.
package struct ReportFile: Sendable {
    /// Relative to the folder, with "/".
    package let path: String
    package let contents: Contents
    /// Holds data of persons or raw figures: readable by the owner only.
    package let isPrivate: Bool

    package enum Contents: Sendable {
        case text(String)
        case workbook(Workbook)
    }

    package init(path: String, text: String, isPrivate: Bool) {
        self.init(path: path, contents: .text(text), isPrivate: isPrivate)
    }

    package init(path: String, contents: Contents, isPrivate: Bool) {
        self.path = path
        self.contents = contents
        self.isPrivate = isPrivate
    }
}

extension ReportContent {
    /// What writes some of the files.
    private typealias Writer = @Sendable () -> [ReportFile]

    /// All files of the run, in the order of their paths; each is made by one of the threads.
    package func files(language: Language, threads: Int = 1) -> [ReportFile] {
        let writers = writers(language)
        return parallelMap(writers.count, threads: threads) { writers[$0]() }.flatMap(\.self)
            .sorted { $0.path < $1.path }
    }

    /// What writes the files, the longest first.
    private func writers(_ language: Language) -> [Writer] {
        var writers: [Writer] = [
            { @Sendable in
                let workbook = LeaderWorkbook(self, language: language).workbook
                return [
                    ReportFile(path: "leader/leader.xlsx", contents: .workbook(workbook), isPrivate: false)
                ]
            },
            { @Sendable in
                let summary = SummaryDocument(self, language: language).text()
                return ["officer/summary.json", "summary.json"].map {
                    ReportFile(path: $0, text: summary, isPrivate: true)
                }
            },
        ]
        for pageLanguage in Language.allCases {
            let name = pageLanguage == language ? "leader.html" : "leader.\(pageLanguage.rawValue).html"
            writers.append(
                file("leader/\(name)", isPrivate: false) {
                    LeaderPage(self, language: pageLanguage, main: language).page()
                })
        }
        writers.append(
            file("leader/message.txt", isPrivate: false) { MonthMessage(self, language: language).text() })
        writers.append(
            file("public/public.html", isPrivate: false) { PublicPage(self, language: language).page() })
        for table in LeaderTables(content: self, words: Words(language)).all {
            writers.append(file("officer/tables/\(table.id).csv") { table.csv(isSynthetic: isSynthetic) })
        }
        writers.append(
            file("officer/outreach.csv") {
                OutreachTable(report, isSynthetic: isSynthetic).text()
            })
        writers.append(
            file("officer/rejected.csv") {
                IssueTable(survey, isSynthetic: isSynthetic, language: language).text()
            })
        writers.append(
            file("officer/revisits.csv") {
                RevisitTable(quality, isSynthetic: isSynthetic, language: language).text()
            })
        writers.append(
            file("officer/changes.csv") {
                ChangesTable(survey, isSynthetic: isSynthetic, language: language).text()
            })
        writers.append(
            file("officer/quality.html") {
                QualityPage(quality, isSynthetic: isSynthetic, language: language).page()
            })
        writers.append(file("officer/summary.schema.json") { SummaryDocument.schema })
        for group in survey.registry.groups {
            writers.append(
                file("groups/\(Self.fileName(group.id.text)).html") {
                    GroupPage(self, group: group, language: language).page()
                })
        }
        if !survey.registry.groups.isEmpty {
            writers.append(
                file("groups/index.html") { GroupsIndexPage(self, language: language).page() })
        }
        return writers + (deployment.map { listWriters($0, language) } ?? [])
    }

    private func file(
        _ path: String, isPrivate: Bool = true, _ text: @escaping @Sendable () -> String
    ) -> Writer {
        { [ReportFile(path: path, text: text(), isPrivate: isPrivate)] }
    }

    /// What writes the plan's lists.
    private func listWriters(_ deployment: Deployment, _ language: Language) -> [Writer] {
        var writers = [
            file("volunteers/streets.csv") {
                StreetTable(plan: deployment.plan, isSynthetic: isSynthetic).text()
            },
            file("volunteers/assignments.csv") {
                AssignmentTable(month: month, plan: deployment.plan, isSynthetic: isSynthetic).text()
            },
            file("officer/needs.csv") {
                NeedsTable(problem: deployment.problem, isSynthetic: isSynthetic).text()
            },
        ]
        if deployment.plan.stability != nil {
            writers.append(
                file("officer/plan-changes.csv") {
                    PlanChangeTable(plan: deployment.plan, isSynthetic: isSynthetic).text()
                })
        }
        let visited = Set(deployment.plan.visits.compactMap(\.household))
        let households = Dictionary(
            survey.households.indices.filter { visited.contains(survey.households[$0].id) }.map {
                (survey.households[$0].id, survey.households[$0])
            }, uniquingKeysWith: { first, _ in first })
        let assignments = deployment.plan.assignments.filter { !$0.isIdle }
        for assignment in assignments {
            writers.append(
                file("volunteers/\(Self.fileName(assignment.volunteer.text)).html") {
                    VolunteerPage(
                        self, deployment: deployment, assignment: assignment, households: households,
                        language: language
                    ).page()
                })
        }
        if assignments.isEmpty { return writers }
        for force in Force.allCases where assignments.contains(where: { $0.force == force }) {
            writers.append(
                file("volunteers/index-\(force.rawValue).html") {
                    BookletPage(self, deployment: deployment, force: force, language: language).page()
                })
        }
        writers.append(
            file("volunteers/index.html") {
                BookletPage(self, deployment: deployment, force: nil, language: language).page()
            })
        return writers
    }

    /// A code as the name of a file, short and in plain letters: never a path, never the name of an index or booklet,
    /// and never that of another code, however alike the two are written.
    static func fileName(_ code: String) -> String {
        let safe = String(decoding: code.utf8.filter(isPlain).prefix(longestName), as: UTF8.self)
        let isOurs =
            ["assignments", "groups", "index"].contains(safe) || safe.hasPrefix("index-")
            || safe.hasPrefix("booklet-")
        if safe.utf8.count == code.utf8.count, !safe.isEmpty, !isOurs { return safe }
        return "\(safe)_\(String(FNV1a(code).value, radix: 36))"
    }

    private static let longestName = 60

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
