import SurveyData

@testable import Readiness

/// A survey counted household by household, as the definitions read: the oracle of `SurveySummary`.
struct SummaryByHousehold {
    private(set) var cells: [SummaryCell.Key: SummaryCell] = [:]

    init(_ survey: Survey, asked: Set<Indicator>) {
        let bits = IndicatorBits(asked.contains)
        for household in survey.households {
            cells[SummaryCell.Key(household), default: SummaryCell()].add(household, bits)
        }
    }
}

extension SummaryCell {
    fileprivate mutating func add(_ household: Household, _ indicators: IndicatorBits) {
        let masks = IndicatorMasks(household, indicators)
        var own = ClassCounts()
        own.counts.add(household, masks)
        own.filing.add(FilingAnswers(household), 1)
        add(WeightingClass(household), own)
        for procedure in CellPart.procedures where household.procedures.value?.contains(procedure) == true {
            procedures[procedure, default: AnswerCounts()].addFiling(household, masks)
        }
    }
}

extension AnswerCounts {
    fileprivate mutating func add(_ household: Household, _ masks: IndicatorMasks) {
        for place in known.indices {
            known[place] += masks.known.contains(place) ? 1 : 0
            yes[place] += masks.yes.contains(place) ? 1 : 0
        }
        addDossiers(household)
    }

    fileprivate mutating func addFiling(_ household: Household, _ masks: IndicatorMasks) {
        let filing = CellPart.ofProcedures
        known[filing] += masks.known.contains(filing) ? 1 : 0
        yes[filing] += masks.yes.contains(filing) ? 1 : 0
        addDossiers(household)
    }

    private mutating func addDossiers(_ household: Household) {
        households += 1
        if let x = household.dossiersOnline.value, let y = household.dossiers.value {
            dossiers.add(x: Int(x), y: Int(y))
        }
    }
}
