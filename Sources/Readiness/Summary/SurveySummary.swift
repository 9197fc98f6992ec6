package import SurveyData

/// A survey as counts: enough for every mean, proportion, ratio and total of its domains and for their variances.
///
/// Counts are integers and belong to one combination of place, design and weight, so adding summaries is exact.
package struct SurveySummary: Sendable, Equatable {
    /// "2025-10"; nil where the survey has no dates.
    package var month: String?
    package var sampling: Sampling
    /// Names of the groupings that the codebook declares.
    package var groupings: [String]
    /// Indicators that the survey can give.
    package var asked: Set<Indicator>
    package var counts: ReadingCounts
    package var repairs: [String: Int]
    package var cells: [SummaryCell.Key: SummaryCell]

    package init(
        month: String?, sampling: Sampling, groupings: [String], asked: Set<Indicator>, counts: ReadingCounts,
        repairs: [String: Int], cells: [SummaryCell.Key: SummaryCell]
    ) {
        self.month = month
        self.sampling = sampling
        self.groupings = groupings
        self.asked = asked
        self.counts = counts
        self.repairs = repairs
        self.cells = cells
    }

    /// In the order of a document.
    package var sortedCells: [(key: SummaryCell.Key, value: SummaryCell)] {
        cells.sorted { SummaryCell.Key.isBefore($0.key, $1.key) }
    }
}

extension SurveySummary {
    /// The sum of two summaries of one month's households; nil where they are of different surveys.
    package func merged(with other: SurveySummary) -> SurveySummary? {
        guard month == other.month, sampling == other.sampling, groupings == other.groupings else {
            return nil
        }
        var sum = self
        sum.asked.formUnion(other.asked)
        sum.counts = counts + other.counts
        sum.repairs.merge(other.repairs) { $0 + $1 }
        for (key, cell) in other.cells { sum.cells[key, default: SummaryCell()] += cell }
        return sum
    }

    /// Summarizes households that were read one by one.
    ///
    /// - Throws: `SurveyError` `.tooLarge` where a household has more dossiers than squares of integers hold.
    package init(_ survey: Survey) throws {
        let asked = Indicator.allCases.filter { $0.isAsked(in: survey) }
        let bits = IndicatorMasks.bits(Set(asked).contains)
        self.init(
            month: survey.month, sampling: survey.sampling, groupings: survey.codebook.groupings.map(\.name),
            asked: Set(asked), counts: survey.counts, repairs: survey.repairs, cells: [:])
        for household in survey.households {
            if let count = household.number(.proceduresTotal).value, count > CodedReader.mostDossiers {
                throw SurveyError(
                    .tooLarge, file: survey.files[household.source.file], line: household.source.line,
                    found: "\(count) dossiers of one household", expected: "at most a million",
                    action: "Correct the count.")
            }
            cells[SummaryCell.Key(household, asked: survey.asked), default: SummaryCell()].add(
                household, bits)
        }
    }
}

extension SummaryCell.Key {
    fileprivate init(_ household: Household, asked: Set<Variable>) {
        self.init()
        groupings = household.groupings
        formerWard = household.formerWard
        group = household.group?.text
        stratum = household.text(.stratum).value
        psu = household.text(.psu).value
        weight = household.number(.weight).value
        population = household.number(.population).value
    }
}

extension SummaryCell {
    fileprivate mutating func add(_ household: Household, _ indicators: UInt64) {
        households += 1
        let masks = IndicatorMasks(household, indicators)
        for place in known.indices {
            if masks.known & IndicatorMasks.bit(place) != 0 { known[place] += 1 }
            if masks.yes & IndicatorMasks.bit(place) != 0 { yes[place] += 1 }
        }
        if let x = household.dossiersOnline.value, let y = household.dossiers.value {
            dossiers.add(x: Int(x), y: Int(y))
        }
    }
}
