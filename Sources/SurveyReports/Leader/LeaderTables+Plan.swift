internal import Readiness
internal import SurveyData
internal import VolunteerDeployment

extension LeaderTables {
    private var plan: DeploymentPlan? { content.deployment?.plan }

    var planByFormerWard: ReportTable? {
        guard let plan else { return nil }
        var table = ReportTable(
            "planByFormerWard", title: words.text(.planColumns),
            [
                .init("formerWard", words.text(.columnFormerWard), .text),
                .init("force", words.text(.columnForce), .text),
                .init("people", words.text(.columnVolunteers), .integer),
                .init("visits", words.text(.columnVisits), .integer),
                .init("met", words.text(.columnMet), .integer),
                .init("minutes", words.text(.columnMinutes), .minutes),
                .init("gain", words.text(.columnGain), .decimal(1)),
            ])
        let wardOf = Dictionary(
            content.survey.registry.groups.map { ($0.id, $0.formerWard) },
            uniquingKeysWith: { first, _ in first })
        for ward in content.survey.registry.formerWards {
            for force in Force.allCases {
                let own = plan.assignments.filter { $0.force == force }
                let visits = own.flatMap(\.visits).filter { wardOf[$0.group] == ward }
                if visits.isEmpty { continue }
                let people = own.count { ($0.visits + $0.joined).contains { wardOf[$0.group] == ward } }
                table.rows.append([
                    .text(ward), .text(words.name(force)), .number(Double(people)),
                    .number(Double(visits.count)), .number(visits.reduce(0) { $0 + $1.reach }.rounded()),
                    .number(Double(visits.reduce(0) { $0 + $1.expectedMinutes })),
                    .number(visits.reduce(0) { $0 + $1.expectedGain }),
                ])
            }
        }
        return table
    }

    /// How many visits of each force each group gets.
    var planByGroup: ReportTable? {
        guard let plan else { return nil }
        var table = ReportTable(
            "planByGroup", title: words.text(.planByGroup),
            [.init("group", words.text(.columnGroup), .text)]
                + Force.allCases.map { .init($0.rawValue, words.name($0), .integer) }
                + [
                    .init("minutes", words.text(.columnMinutes), .minutes),
                    .init("gain", words.text(.columnGain), .decimal(1)),
                ])
        var visitsOf: [GroupID: [(force: Force, visit: Visit)]] = [:]
        for assignment in plan.assignments {
            for visit in assignment.visits {
                visitsOf[visit.group, default: []].append((assignment.force, visit))
            }
        }
        table.rows = content.survey.registry.groups.compactMap { group in
            guard let visits = visitsOf[group.id] else { return nil }
            let counts = Force.allCases.map { force in
                ReportTable.Cell.number(Double(visits.count { $0.force == force }))
            }
            return [.text(group.label)] + counts + [
                .number(Double(visits.reduce(0) { $0 + $1.visit.expectedMinutes })),
                .number(visits.reduce(0) { $0 + $1.visit.expectedGain }),
            ]
        }
        return table
    }

    /// What one more hour of each force would buy, and where.
    var hourPrices: ReportTable? {
        guard let plan else { return nil }
        var table = ReportTable(
            "oneMoreHour", title: words.text(.planHours),
            [
                .init("force", words.text(.columnForce), .text),
                .init("group", words.text(.columnHourGroup), .text),
                .init("gain", words.text(.columnHourFirst), .decimal(2)),
                .init("gainOfADay", words.text(.columnHourOfADay), .decimal(2)),
            ])
        table.rows = plan.prices.compactMap { price in
            price.oneMoreHour.map { hour in
                [
                    .text(words.name(price.force)),
                    .text(content.survey.registry[hour.group]?.label ?? hour.group.text),
                    .number(hour.first), .number(hour.ofADay),
                ]
            }
        }
        return table
    }

    /// Need that nobody is sent to: of one group, or of all.
    func unmetNeed(
        in group: GroupID? = nil, except untold: Set<UnassignedNeed.Reason> = []
    ) -> ReportTable? {
        guard let deployment = content.deployment else { return nil }
        let needs = group.map { deployment.unassigned[$0] ?? [] } ?? deployment.plan.unassigned
        var table = ReportTable(
            "unmetNeed", title: words.text(.planUnmet),
            [
                .init("barrier", words.text(.columnBarrier), .text),
                .init("reason", words.text(.columnReason), .text),
                .init("households", words.text(.columnHouseholds), .integer),
                .init("wouldTake", words.text(.columnWouldTake), .text),
            ])
        for step in CascadeStep.barriers {
            for reason in UnassignedNeed.Reason.allCases where !untold.contains(reason) {
                let own = needs.filter { $0.barrier == step && $0.reason == reason }
                if own.isEmpty { continue }
                table.rows.append([
                    .text(words.lack(step)), .text(words.name(reason)),
                    .number(Double(own.reduce(0) { $0 + $1.count })), .text(wouldTake(own)),
                ])
            }
        }
        return table
    }

    /// "youth 12 h; women 3 h"; nothing where time is not what is missing.
    private func wouldTake(_ needs: [UnassignedNeed]) -> String {
        Force.allCases.compactMap { force in
            let minutes = needs.reduce(0) { $0 + ($1.wouldTake[force] ?? 0) }
            if minutes == 0 { return nil }
            // Whole hours: the numbers of households are estimates themselves.
            let hours = words.numbers.duration(minutes: max(60, (minutes + 30) / 60 * 60))
            return "\(words.name(force)) \(hours)"
        }.joined(separator: "; ")
    }
}
