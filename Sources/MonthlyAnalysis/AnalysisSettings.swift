package import CSVReader
internal import Readiness
package import SurveyData
package import SurveyReports

/// What one run is asked to do.
package struct AnalysisSettings: Sendable {
    package var surveys: [String]
    /// nil: the one month that the files hold.
    package var month: Period?
    /// Paths; nil: the built-in codebook and playbook, no registry, no volunteers.
    package var codebook, groups, volunteers, playbook: String?
    /// Path of the ward's official counts; nil: none are shown.
    package var official: String?
    /// Path of a map of the groups (GeoJSON); nil: tiles are drawn.
    package var map: String?
    /// Path of last month's `assignments.csv`; nil: nobody is expected anywhere.
    package var lastPlan: String?
    /// Path of a list of days on which nobody is sent out; nil: there are none.
    package var holidays: String?
    /// Codes of volunteers who cannot be sent this month.
    package var absent: [String] = []
    package var sampling: Sampling?
    /// How the survey files are read: their encoding, the sheet of a workbook.
    package var reading: CSVOptions
    /// Share of dossiers online that the ward aims at, 0…1.
    package var target: Double
    /// The least change that is claimed, a share.
    package var relevance: Double
    package var language: Language
    /// The ledger of published cells; nil: nothing was published before.
    package var ledger: LedgerFile?
    /// Whether a month's published page may give way to a new one.
    package var isRepublishing = false
    /// The day on which pages are published, "2025-11-05".
    package var day = ""
    /// How residents can be sure of whoever comes.
    package var senders = Senders()
    /// At least 1; changes the time only.
    package var threads: Int
    /// Told, by any thread, the share of a survey file that was read (0…1).
    package var progress: (@Sendable (Double) -> Void)?

    /// Every file that the run reads.
    package var inputs: [String] {
        surveys
            + [codebook, groups, volunteers, playbook, official, map, lastPlan, holidays].compactMap(\.self)
    }

    package init(
        surveys: [String], month: Period? = nil, codebook: String? = nil, groups: String? = nil,
        volunteers: String? = nil, playbook: String? = nil, official: String? = nil,
        map: String? = nil,
        lastPlan: String? = nil,
        sampling: Sampling? = nil,
        reading: CSVOptions = CSVOptions(), target: Double = 0.8,
        relevance: Double = MonthlyChange.usualRelevance,
        language: Language = .vi, threads: Int = 1
    ) {
        self.surveys = surveys
        self.month = month
        self.codebook = codebook
        self.groups = groups
        self.volunteers = volunteers
        self.playbook = playbook
        self.official = official
        self.map = map
        self.lastPlan = lastPlan
        self.sampling = sampling
        self.reading = reading
        self.target = target
        self.relevance = relevance
        self.language = language
        self.threads = threads
    }
}
