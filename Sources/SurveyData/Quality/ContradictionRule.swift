/// Answers of one household that cannot all be right. No household is rejected: someone should look again.
package enum ContradictionRule: String, CaseIterable, Hashable, Sendable {
    /// Found while the cells were read, and the answer set missing: more dossiers online than in all; "none of these" beside
    /// others; two columns of one question that say different things.
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

    /// Whether a household's answers break the rule; an answer that is missing breaks none.
    package func isBroken(by household: Household) -> Bool {
        let size = household.number(.householdSize).value
        let total = household.number(.proceduresTotal).value
        let online = household.dossiersOnline.value
        switch self {
        case .onlineOverTotal, .noneWithOthers, .columnsDiffer:
            return household.table.isContradictory(household.row, self)
        case .olderOverSize: return Self.over(household.number(.people60Plus).value, size)
        case .childrenOverSize: return Self.over(household.number(.children).value, size)
        case .dossiersWithoutNeed: return household.channel.value == .noNeed && (total ?? 0) > 0
        case .filerWithoutOnline: return household.whoFiled.value != nil && online == 0 && total == 0
        case .repeatWithoutOnline: return household.couldRepeat.value != nil && online == 0
        case .onlineAtHomeWithoutInternet:
            return household.channel.value == .onlineHome && Self.hasNone(household.internet)
        case .eIDWithoutDevice:
            return household.eID.value == .level2 && household.smartphone.value == .no
                && household.computer.value == .no
        case .reasonNoDevice:
            return household.statedBarriers.value?.contains(.noDevice) == true
                && household.smartphone.value == .yes
        case .reasonNoInternet:
            return household.statedBarriers.value?.contains(.noInternet) == true
                && household.internet.value.map { $0.contains(.fixed) || $0.contains(.mobile) } == true
        }
    }

    private static func over(_ part: Double?, _ whole: Double?) -> Bool {
        guard let part, let whole else { return false }
        return part > whole
    }

    private static func hasNone(_ internet: Answer<AnswerSet<InternetAccess>>) -> Bool {
        internet.value.map {
            !$0.contains(.fixed) && !$0.contains(.mobile) && !$0.contains(.unspecified)
        } ?? false
    }
}
