internal import SurveyData
internal import SurveyStatistics

extension FindingMaker {
    /// What is said of the headline's change; nil where there is nothing to compare.
    func headlineChange(_ change: MonthlyChange) -> Finding? {
        guard let headline = change.headline else {
            let hidden = change.hidden.first { $0.isHeadline }
            let overlap = change.overlaps.first { $0.indicator.isDossierRatio }
            if hidden == nil, overlap == nil { return nil }
            return Finding(.uptakeChangeNotTellable, .open, hiddenChange: hidden, overlap: overlap)
        }
        let test = Finding.Test(
            kind: .t, pValue: headline.change.pValue, level: MonthlyChange.headlineLevel)
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
                outlook: Self.smallestChange(headline.change, relevance: change.relevance))
        }
    }

    /// The smallest change of the headline that is told in four samples of five.
    private static func smallestChange(_ change: Change, relevance: Double) -> Outlook? {
        guard let error = change.difference.standardError, error > 0 else { return nil }
        func told(_ error: Double, _ df: Int) -> Double {
            InterviewsNeeded.smallestTold(
                error: error, degreesOfFreedom: df, level: MonthlyChange.headlineLevel, relevance: relevance)
        }
        return .smallestChange(
            thisSample: told(error, change.difference.degreesOfFreedom),
            askedAgain: change.panelStandardError.map { told($0, change.after.degreesOfFreedom) })
    }

    func claim(_ figure: ChangeFigure) -> Finding {
        Finding(
            figure.verdict == .rose ? .figureRose : .figureFell,
            survey.sampling == .volunteer ? .described : .certain, change: figure,
            test: Finding.Test(
                kind: .t, pValue: figure.adjustedPValue, level: MonthlyChange.falseShare))
    }

    /// Groups whose share of dossiers online is below the target with a chance of 98 % or more, so that of the groups
    /// counted at most a share of 0.02 is not; nil where there are none or the model was not made of groups.
    var groupsBelowTarget: Finding? {
        guard modelled.fits.contains(where: { $0.indicator.isDossierRatio && $0.level == .area }) else {
            return nil
        }
        let groups = modelled.estimates.filter { $0.indicator.isDossierRatio }
        let below = groups.filter {
            ($0.model?.standing?.chanceBelowTarget ?? 0) >= 1 - MonthlyChange.falseShare
        }
        guard !below.isEmpty, below.count < groups.count else { return nil }
        return Finding(
            .groupsBelowTarget, .certain, number: Double(below.count),
            test: Finding.Test(kind: .chance, pValue: nil, level: MonthlyChange.falseShare))
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
