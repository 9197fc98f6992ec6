/// Answers of one household that cannot all be right. No household is rejected: someone should look again.
package enum ContradictionRule: String, CaseIterable, Hashable, Sendable {
    /// Found while the cells were read, and the answer set missing: more dossiers online than in all; "none of these"
    /// beside others; two columns of one question that say different things.
    case onlineOverTotal, noneWithOthers, columnsDiffer
    /// More people of 60 and over, or more children, than people.
    case olderOverSize, childrenOverSize
    /// Filed dossiers, but named "no need" as the channel; or filed online without any dossier at all.
    case dossiersWithoutNeed
    /// Says who filed online, or could repeat it, but filed nothing online.
    case filerWithoutOnline, repeatWithoutOnline
    /// Filed online at home with no connection there.
    case onlineAtHomeWithoutInternet
    /// Level 2 activated on no device: VNeID runs on a phone.
    case eIDWithoutDevice
    /// Named "no device" as the reason, but has a smartphone; "no internet", but has a connection.
    case reasonNoDevice, reasonNoInternet

    /// By rule: the households that break it, as positions in the survey.
    package static func broken(in survey: Survey) -> [(rule: ContradictionRule, rows: [Int])] {
        allCases.map { rule in
            let isFoundInCells = [.onlineOverTotal, .noneWithOthers, .columnsDiffer].contains(rule)
            if isFoundInCells, survey.table.contradictions[rule] == nil { return (rule, []) }
            return (rule, survey.households.indices.filter { rule.isBroken(by: survey.households[$0]) })
        }
    }

    /// Whether a household's answers break the rule; an answer that is missing breaks none.
    package func isBroken(by household: Household) -> Bool {
        switch self {
        case .onlineOverTotal, .noneWithOthers, .columnsDiffer:
            household.table.isContradictory(household.row, self)
        case .olderOverSize: Self.over(household.number(.people60Plus).value, household)
        case .childrenOverSize: Self.over(household.number(.children).value, household)
        case .dossiersWithoutNeed:
            household.channel.value == .noNeed && (household.number(.proceduresTotal).value ?? 0) > 0
        case .filerWithoutOnline:
            household.whoFiled.value != nil && household.number(.proceduresTotal).value == 0
                && household.dossiersOnline.value == 0
        case .repeatWithoutOnline:
            household.couldRepeat.value != nil && household.dossiersOnline.value == 0
        case .onlineAtHomeWithoutInternet:
            household.channel.value == .onlineHome && Self.hasNone(household.internet)
        case .eIDWithoutDevice:
            household.eID.value == .level2 && household.smartphone.value == .no
                && household.computer.value == .no
        case .reasonNoDevice:
            household.statedBarriers.value?.contains(.noDevice) == true
                && household.smartphone.value == .yes
        case .reasonNoInternet:
            household.statedBarriers.value?.contains(.noInternet) == true
                && household.internet.value.map { $0.contains(.fixed) || $0.contains(.mobile) } == true
        }
    }

    private static func over(_ part: Double?, _ household: Household) -> Bool {
        guard let part, part > 0, let size = household.number(.householdSize).value else { return false }
        return part > size
    }

    private static func hasNone(_ internet: Answer<AnswerSet<InternetAccess>>) -> Bool {
        internet.value.map {
            !$0.contains(.fixed) && !$0.contains(.mobile) && !$0.contains(.unspecified)
        } ?? false
    }
}
