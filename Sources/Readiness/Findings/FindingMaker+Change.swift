internal import SurveyData
internal import SurveyStatistics

extension FindingMaker {
    func headlineChange(_ headline: ChangeFigure) -> Finding {
        let level = MonthlyChange.headlineLevel
        let test = Finding.Test(kind: .t, pValue: headline.change.pValue, level: level)
        let difference = headline.change.difference
        // Whoever answered is no sample: of others nothing is claimed. Hidden shares are not said either.
        let isSaidInFull = survey.sampling != .volunteer && headline.showsMonths
        let certainty: Finding.Certainty = survey.sampling == .volunteer ? .described : .certain
        switch headline.verdict {
        case .rose:
            return Finding(isSaidInFull ? .uptakeRose : .figureRose, certainty, change: headline, test: test)
        case .fell:
            return Finding(isSaidInFull ? .uptakeFell : .figureFell, certainty, change: headline, test: test)
        case .notTellable:
            return Finding(
                .uptakeChangeNotTellable, .open, change: headline, test: test,
                moreInterviews: InterviewsNeeded.toTell(
                    difference.value, error: difference.standardError ?? 0,
                    deviations: Distributions.normalQuantile(1 - level / 2), made: survey.households.count))
        }
    }

    func claim(_ figure: ChangeFigure) -> Finding {
        Finding(
            figure.verdict == .rose ? .figureRose : .figureFell,
            survey.sampling == .volunteer ? .described : .certain, change: figure,
            test: Finding.Test(
                kind: .t, pValue: figure.adjustedPValue, level: MonthlyChange.falseShare))
    }

    /// Groups whose share of dossiers online is below the target with a chance of 95 % or more; nil where there are
    /// none or the model was not made of groups.
    var groupsBelowTarget: Finding? {
        guard modelled.fits.contains(where: { $0.indicator.isDossierRatio && $0.level == .area }) else {
            return nil
        }
        let groups = modelled.estimates.filter { $0.indicator.isDossierRatio }
        let below = groups.filter { ($0.model?.standing?.chanceBelowTarget ?? 0) >= 1 - Self.level }
        guard !below.isEmpty, below.count < groups.count else { return nil }
        return Finding(
            .groupsBelowTarget, .certain, number: Double(below.count),
            test: Finding.Test(kind: .chance, pValue: nil, level: Self.level))
    }

    /// What the survey itself cannot say.
    var notes: [Finding] {
        var notes: [Finding] = []
        let interviews = survey.interviewsByGroup
        let empty = survey.registry.groups.count { interviews[$0.id] == nil }
        if survey.registry.isGiven, empty > 0 {
            notes.append(Finding(.groupsWithoutData, .note, number: Double(empty)))
        }
        if let fit = modelled.fits.first(where: { $0.indicator.isDossierRatio }) {
            if fit.level != .area { notes.append(Finding(.modelOfFormerWards, .note)) }
        }
        let shifted = modelled.fits.count { $0.isShiftLarge }
        if shifted > 0 { notes.append(Finding(.modelShifted, .note, number: Double(shifted))) }
        if let cut = change?.cut, !cut.isEmpty {
            notes.append(Finding(.seriesCut, .note, number: Double(cut.count)))
        }
        if survey.sampling == .volunteer { notes.append(Finding(.amongThoseAsked, .note)) }
        let modes = survey.households.lazy.compactMap { $0.choice(.mode, CollectionMode.self).value }
        if modes.first == .online, modes.allSatisfy({ $0 == .online }) {
            notes.append(Finding(.onlineOnlyCoverage, .note))
        }
        return notes
    }
}
