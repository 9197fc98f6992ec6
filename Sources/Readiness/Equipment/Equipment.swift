internal import SurveyData
internal import SurveyStatistics

/// Households without a device or a connection, and where shared points would reach most of them.
///
/// Service sites are known by their distance only; cultural houses stand at their group's coordinates, and so do all
/// its households. Both are assumptions, like the distance that people walk.
package struct Equipment: Sendable {
    package enum Basis: String, Sendable, CaseIterable {
        /// Estimated numbers among all households of the registry.
        case registry
        /// Counts among the households asked: the sample speaks of nobody else.
        case asked
    }

    package let basis: Basis
    package let settings: EquipmentSettings
    /// By the registry's order.
    package let needs: [EquipmentNeed]
    package let total: HouseholdCount
    /// Those in groups within walking distance of a service site; nil where no distance is known.
    package let nearSites: HouseholdCount?
    /// Best first; nil where no group has coordinates.
    package let points: [SharedPoint]?
    /// Groups without coordinates and not near a site: it cannot be told what reaches them.
    package let withoutPlace: Int
    /// Of all households asked that lack one; nil where the survey did not ask when they have time.
    package let evening: EveningPreference?

    /// nil where the survey has no groups or did not ask for devices and connection.
    ///
    /// - Throws: `DesignError`.
    package init?(_ report: ReadinessReport, settings: EquipmentSettings) throws {
        let survey = report.survey
        guard !survey.registry.groups.isEmpty, report.estimate(.lacksDeviceOrConnection) != nil else {
            return nil
        }
        let basis: Basis =
            survey.registry.isGiven && survey.sampling != .volunteer ? .registry : .asked
        let count = basis == .registry ? HouseholdCount.estimated : HouseholdCount.counted
        let needs = Self.needs(report, basis)
        func isNearSite(_ need: EquipmentNeed) -> Bool {
            (need.group.siteDistanceKilometres ?? .infinity) <= settings.walkingKilometres
        }
        let answers = LackingHouseholds(report)
        let far = needs.filter { !isNearSite($0) }
        self.basis = basis
        self.settings = settings
        self.needs = needs
        total = count(needs)
        nearSites =
            needs.contains { $0.group.siteDistanceKilometres != nil } ? count(needs.filter(isNearSite)) : nil
        withoutPlace = far.count { $0.group.latitude == nil || $0.group.longitude == nil }
        evening = try answers.evening(in: nil)
        points =
            needs.contains { $0.group.latitude != nil && $0.group.longitude != nil }
            ? try Self.points(needs, far, settings, count, answers) : nil
    }

    private static func needs(_ report: ReadinessReport, _ basis: Basis) -> [EquipmentNeed] {
        func figure(_ kind: DomainKey.Kind, _ code: String) -> IndicatorEstimate? {
            report.estimate(.lacksDeviceOrConnection, kind: kind, code: code)
        }
        let asked = report.survey.interviewsByGroup
        return report.survey.registry.groups.map { group in
            let own = figure(.residentialGroup, group.id.text)
            let source = [own, figure(.formerWard, group.formerWard), figure(.all, "")].compactMap { $0 }
                .first(where: \.isShown)
            let households = basis == .registry ? group.households : asked[group.id] ?? 0
            return EquipmentNeed(
                group: group, own: own, source: basis == .registry ? source : nil, households: households,
                lacking: basis == .registry
                    ? (source?.shown?.value ?? 0) * Double(households) : Double(own?.count ?? 0))
        }
    }

    /// Each time the cultural house that reaches most households that none reaches yet; ties by group.
    private static func points(
        _ needs: [EquipmentNeed], _ far: [EquipmentNeed], _ settings: EquipmentSettings,
        _ count: ([EquipmentNeed]) -> HouseholdCount, _ answers: LackingHouseholds
    ) throws -> [SharedPoint] {
        var left = far.filter { $0.lacking > 0 }
        var reached: [EquipmentNeed] = []
        var points: [SharedPoint] = []
        while points.count < settings.places {
            let offers = needs.map { place in
                (
                    place,
                    left.filter {
                        WalkingDistance.kilometres(place.group, $0.group)
                            .map { $0 <= settings.walkingKilometres } ?? false
                    }
                )
            }
            func worth(_ offer: (EquipmentNeed, [EquipmentNeed])) -> Double {
                offer.1.reduce(0) { $0 + $1.lacking }
            }
            let best = offers.max {
                (worth($0), $1.0.group.id) < (worth($1), $0.0.group.id)
            }
            guard let best, !best.1.isEmpty else { break }
            let taken = Set(best.1.map(\.group.id))
            left.removeAll { taken.contains($0.group.id) }
            reached += best.1
            let own = count(best.1)
            points.append(
                SharedPoint(
                    group: best.0.group, reached: best.1.map(\.group.id), lacking: own,
                    // A small count must not come back as a difference of sums.
                    lackingSoFar: own.value == nil ? own : count(reached),
                    evening: try answers.evening(in: taken)))
        }
        return points
    }
}

/// The households asked that lack a device or a connection.
private struct LackingHouseholds {
    private let report: ReadinessReport
    /// By group; nil: of no group.
    private let positions: [GroupID?: [Int]]
    /// nil where the survey did not ask.
    private let times: PreferredTimes?

    init(_ report: ReadinessReport) {
        self.report = report
        let survey = report.survey
        let (households, readiness) = (survey.households, report.readiness)
        times = PreferredTimes(survey)
        positions =
            times == nil
            ? [:]
            : Dictionary(
                grouping: households.indices.lazy.filter {
                    Indicator.lacksDeviceOrConnection.value(households[$0], readiness[$0]) == true
                }, by: { households[$0].group })
    }

    /// nil where the survey did not ask.
    func evening(in groups: Set<GroupID>?) throws -> EveningPreference? {
        guard let times else { return nil }
        let own = positions.filter { group, _ in groups.map { group.map($0.contains) ?? false } ?? true }
        return try EveningPreference(report, times: times, rows: own.values.flatMap(\.self).sorted())
    }
}
