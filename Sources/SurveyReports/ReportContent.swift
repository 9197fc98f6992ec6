package import Readiness
package import SurveyData
internal import SurveyStatistics
package import VolunteerDeployment

/// Everything that one run says, made once: every writer renders this same value, so formats cannot disagree.
package struct ReportContent: Sendable {
    package let report: ReadinessReport
    /// nil where no volunteers were given, or the survey has no residential groups.
    package let deployment: Deployment?
    /// The share of dossiers online that the ward aims at, 0…1: a setting of the ward's own.
    package let target: Double
    /// nil where the survey did not ask for dossiers.
    package let savings: Savings?
    /// nil where the survey has no groups or did not ask for devices and connection.
    package let equipment: Equipment?
    /// nil where the ward gave no official counts.
    package let official: OfficialComparison?

    /// A plan with what its readers need beside it.
    package struct Deployment: Sendable {
        package let plan: DeploymentPlan
        package let problem: DeploymentProblem
        package let volunteers: [VolunteerID: Volunteer]

        package init(plan: DeploymentPlan, problem: DeploymentProblem) {
            self.plan = plan
            self.problem = problem
            volunteers = Dictionary(
                problem.volunteers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }

        package var playbook: Playbook { problem.playbook }
    }

    package init(
        report: ReadinessReport, deployment: Deployment?, target: Double, savings: Savings? = nil,
        equipment: Equipment? = nil, official: OfficialComparison? = nil
    ) {
        self.savings = savings
        self.equipment = equipment
        self.official = official
        self.report = report
        self.deployment = deployment
        self.target = target
    }

    package var survey: Survey { report.survey }

    /// "2025-10", or "undated".
    package var month: String { report.survey.month ?? "undated" }
}

/// One file of a report folder.
package struct ReportFile: Sendable {
    /// Relative to the folder, with "/".
    package let path: String
    package let text: String
    /// Holds data of persons or raw figures: readable by the owner only.
    package let isPrivate: Bool

    package init(path: String, text: String, isPrivate: Bool) {
        self.path = path
        self.text = text
        self.isPrivate = isPrivate
    }
}

extension ReportContent {
    /// All files of the run, in the order of their paths; each is written by one of the threads.
    package func files(language: Language, threads: Int = 1) -> [ReportFile] {
        let writers = writers(language)
        return parallelMap(writers.count, threads: threads) { writers[$0]() }.flatMap(\.self)
            .sorted { $0.path < $1.path }
    }

    /// What writes the files, the longest first.
    private func writers(_ language: Language) -> [@Sendable () -> [ReportFile]] {
        func file(
            _ path: String, isPrivate: Bool = true, _ text: @escaping @Sendable () -> String
        ) -> @Sendable () -> [ReportFile] {
            { [ReportFile(path: path, text: text(), isPrivate: isPrivate)] }
        }
        var writers = [
            { @Sendable in
                let summary = SummaryDocument(self, language: language).text()
                return ["officer/summary.json", "summary.json"].map {
                    ReportFile(path: $0, text: summary, isPrivate: true)
                }
            }
        ]
        for pageLanguage in Language.allCases {
            let name = pageLanguage == language ? "leader.html" : "leader.\(pageLanguage.rawValue).html"
            writers.append(
                file("leader/\(name)", isPrivate: false) {
                    LeaderPage(self, language: pageLanguage, main: language).page()
                })
        }
        writers.append(file("officer/outreach.csv") { OutreachTable(report).text() })
        writers.append(file("officer/rejected.csv") { IssueTable(survey).text() })
        writers.append(file("officer/summary.schema.json") { SummaryDocument.schema })
        guard let deployment else { return writers }
        writers.append(
            file("volunteers/assignments.csv") { AssignmentTable(month: month, plan: deployment.plan).text() }
        )
        writers.append(file("officer/needs.csv") { NeedsTable(problem: deployment.problem).text() })
        if deployment.plan.stability != nil {
            writers.append(
                file("officer/plan-changes.csv") { PlanChangeTable(plan: deployment.plan).text() })
        }
        let households = Dictionary(
            survey.households.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for assignment in deployment.plan.assignments where !assignment.visits.isEmpty {
            writers.append(
                file("volunteers/\(fileName(assignment.volunteer)).html") {
                    VolunteerPage(
                        self, deployment: deployment, assignment: assignment, households: households,
                        language: language
                    ).page()
                })
        }
        return writers
    }

    /// The volunteer's code, letters and digits only: a name of ours, never a path.
    private func fileName(_ volunteer: VolunteerID) -> String {
        let safe = String(
            String.UnicodeScalarView(
                volunteer.text.unicodeScalars.filter {
                    ($0.isASCII && $0.properties.isAlphabetic) || $0.properties.numericType == .decimal
                        || $0 == "-" || $0 == "_"
                }))
        return safe == volunteer.text && !safe.isEmpty
            ? safe : "\(safe)_\(fold(volunteer.text).utf8.reduce(5381) { ($0 &* 33 &+ Int($1)) & 0xFFFFFF })"
    }
}
