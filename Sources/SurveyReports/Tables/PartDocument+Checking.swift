internal import Basics
internal import SurveyData

/// What a part may hold: a number outside was never counted, and sums of such could not be made.
extension WrittenPart {
    /// The first number or code that cannot be, by its field ("input.accepted: -1"); nil where all can.
    var fault: String? {
        if let month, Period(month) == nil { return "month: \(shown(month))" }
        return input.fault ?? faultOfGroups ?? faultOfCells
    }

    private var faultOfGroups: String? {
        var seen: Set<String> = []
        for (place, group) in groups.enumerated() {
            let field = "groups[\(place)]"
            if !seen.insert(group.id).inserted {
                return "\(field).id: \(shown(group.id)) for the second time"
            }
            if let fault = Self.fault("\(field).households", group.households, most: 100_000)
                ?? Self.fault("\(field).share60Plus", group.share60Plus, 0...1)
                ?? Self.fault("\(field).siteDistanceKilometres", group.siteDistanceKilometres, 0...1_000)
            {
                return fault
            }
        }
        return nil
    }

    private var faultOfCells: String? {
        for (place, cell) in cells.enumerated() {
            let field = "cells[\(place)]"
            if let fault = Self.fault("\(field).households", cell.households)
                ?? Self.fault("\(field).weight", cell.weight, 0...1e9)
                ?? Self.fault("\(field).population", cell.population, 0...1e9)
                ?? Self.fault("\(field).dossiers", cell.dossiers.max() ?? 0, most: Self.mostDossiers)
            {
                return fault
            }
            for (number, own) in cell.classes.enumerated() {
                let field = "\(field).classes[\(number)]"
                let filed = own.filing.flatMap { $0.dropFirst() }.max() ?? 0
                if let fault = Self.fault("\(field).households", own.households)
                    ?? Self.fault("\(field).filing", filed)
                    ?? Self.fault("\(field).dossiers", own.dossiers.max() ?? 0, most: Self.mostDossiers)
                {
                    return fault
                }
            }
            for (code, own) in cell.procedures.sorted(by: { $0.key < $1.key }) {
                let most = own.dossiers.max() ?? 0
                if let fault = Self.fault("\(field).procedures.households", own.households)
                    ?? Self.fault("\(field).procedures.dossiers", most, most: Self.mostDossiers)
                {
                    return "\(fault) (\(shown(code)))"
                }
            }
        }
        return nil
    }

    /// More households than a nation has, and sums of their dossiers and of products of these: so many of both that
    /// parts of them still add up.
    fileprivate static let mostHouseholds = 1_000_000_000
    private static let mostDossiers = 1_000_000_000_000

    fileprivate static func fault(_ field: String, _ count: Int, most: Int = mostHouseholds) -> String? {
        (0...most).contains(count) ? nil : "\(field): \(count), a number outside 0 to \(most)"
    }

    private static func fault(_ field: String, _ number: Double?, _ range: ClosedRange<Double>) -> String? {
        guard let number, !range.contains(number) else { return nil }
        return "\(field): \(number), a number outside \(range.lowerBound) to \(range.upperBound)"
    }
}

extension WrittenPart.Input {
    fileprivate var fault: String? {
        let counts = [
            ("read", read), ("accepted", accepted), ("rejected", rejected), ("blank", blank),
            ("totalsRows", totalsRows), ("withoutInterview", withoutInterview),
        ]
        let named = [("repairs", repairs), ("besideSample", besideSample)].flatMap { field, counts in
            counts.sorted { $0.key < $1.key }.map { ("\(field) \(shown($0.key))", $0.value) }
        }
        for (field, count) in counts + named {
            if let fault = WrittenPart.fault("input.\(field)", count) { return fault }
        }
        return nil
    }
}
