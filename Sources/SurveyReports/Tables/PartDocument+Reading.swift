internal import Basics
internal import Foundation
package import Readiness
internal import SurveyData

extension PartDocument {
    /// The summary in a document that `summarize` or `merge` wrote.
    ///
    /// - Throws: `Diagnostic` `.badSummary` where it is none, or its counts contradict each other.
    package static func summary(in text: String, file: String) throws -> SurveySummary {
        let part: WrittenPart
        do {
            part = try JSONDecoder().decode(WrittenPart.self, from: Data(text.utf8))
        } catch {
            let line = JSONPlace.line(of: error, in: Array(text.utf8)).map { ", line \($0)" } ?? ""
            throw refusal(file, found: "no summary of a survey (\(DecodingError.place(of: error))\(line))")
        }
        guard part.kind == kind, part.schemaVersion == schemaVersion else {
            throw refusal(file, found: "kind \(shown(part.kind)), version \(part.schemaVersion)")
        }
        guard let sampling = Sampling(rawValue: part.sampling) else {
            throw refusal(file, found: "sampling: \(shown(part.sampling))")
        }
        if let fault = part.fault { throw refusal(file, found: fault) }
        let indicators = part.indicators.compactMap(Indicator.init(rawValue:))
        guard indicators.count == part.indicators.count, Set(indicators).count == indicators.count else {
            throw refusal(file, found: "an indicator that this version does not know, or one twice")
        }
        var cells: [SummaryCell.Key: SummaryCell] = [:]
        for (number, cell) in part.cells.enumerated() {
            guard let (key, counts) = cell.counts(indicators, groupings: part.groupings.count),
                cells.updateValue(counts, forKey: key) == nil
            else {
                throw refusal(file, found: "a cell whose counts contradict each other (cells[\(number)])")
            }
        }
        var beside: [CollectionMode: Int] = [:]
        for (name, households) in part.input.besideSample {
            guard let mode = CollectionMode(rawValue: name), mode != .door, households > 0 else {
                throw refusal(file, found: "input.besideSample: \(shown(name)) \(households)")
            }
            beside[mode] = households
        }
        let counted = cells.values.reduce(0) { $0 + $1.everyone.households } + beside.values.reduce(0, +)
        guard counted == part.input.accepted else {
            throw refusal(file, found: "cells that do not add up to the households accepted")
        }
        let counts = ReadingCounts(
            accepted: part.input.accepted, rejected: part.input.rejected, blank: part.input.blank,
            totalsRows: part.input.totalsRows, withoutInterview: part.input.withoutInterview)
        guard counts.read == part.input.read else {
            throw refusal(file, found: "input counts that do not add up")
        }
        var summary = SurveySummary(
            month: part.month, sampling: sampling,
            groupings: part.groupings.map { Grouping(name: $0.name, labels: $0.labels) },
            registry: Registry(groups: part.groups.map(\.group), isGiven: part.hasRegistry),
            asksProcedures: part.asksProcedures, asked: Set(indicators), counts: counts,
            repairs: part.input.repairs, cells: cells, isSynthetic: part.synthetic ?? false)
        summary.besideSample = beside
        return summary
    }

    private static func refusal(_ file: String, found: String) -> Diagnostic {
        Diagnostic(
            .badSummary, file: file, found: found,
            expected: "what sansang summarize wrote, unchanged", action: "Summarize the survey again.")
    }
}

/// A document as it is written.
struct WrittenPart: Decodable {
    let kind: String
    let schemaVersion: Int
    let synthetic: Bool?
    let month: String?
    let sampling: String
    let groupings: [WrittenGrouping]
    let groups: [Group]
    let hasRegistry, asksProcedures: Bool
    let input: Input
    let indicators: [String]
    let cells: [Cell]

    struct Input: Decodable {
        let read, accepted, rejected, blank, totalsRows, withoutInterview: Int
        let repairs: [String: Int]
        let besideSample: [String: Int]
    }

    struct WrittenGrouping: Decodable {
        let name: String
        let labels: [String: String]
    }

    struct Group: Decodable {
        let id, formerWard, name: String
        let households: Int
        let share60Plus, siteDistanceKilometres: Double?

        var group: ResidentialGroup {
            ResidentialGroup(
                id: GroupID(id), formerWard: formerWard, name: name, households: households,
                share60Plus: share60Plus, latitude: nil, longitude: nil,
                siteDistanceKilometres: siteDistanceKilometres)
        }
    }

    struct Cell: Decodable {
        let groupings: [String?]
        let formerWard, group, stratum, psu: String?
        let weight, population: Double?
        let households: Int
        let known, yes, dossiers: [Int]
        let classes: [Class]
        let procedures: [String: Filing]

        /// nil where the counts cannot be a survey's.
        func counts(_ indicators: [Indicator], groupings count: Int) -> (SummaryCell.Key, SummaryCell)? {
            guard groupings.count == count, weight.map({ $0 > 0 }) ?? true else { return nil }
            var key = SummaryCell.Key()
            key.groupings = groupings
            (key.formerWard, key.group, key.stratum, key.psu) = (formerWard, group, stratum, psu)
            (key.weight, key.population) = (weight, population)
            var cell = SummaryCell()
            let all = Counts(households: households, known: known, yes: yes, dossiers: dossiers)
            guard let everyone = all.counts(indicators) else { return nil }
            for own in classes {
                guard let (key, part) = own.counts(indicators), cell.classes[key] == nil else { return nil }
                cell.add(key, part)
            }
            guard cell.everyone == everyone else { return nil }
            for (name, written) in procedures {
                guard let procedure = Procedure(rawValue: name), procedure != .none,
                    let counts = written.counts(), counts.households <= households
                else { return nil }
                cell.procedures[procedure] = counts
            }
            return (key, cell)
        }
    }

    struct Class: Decodable {
        let `class`, households: Int
        let known, yes, dossiers: [Int]
        let filing: [[Int]]

        /// nil where the counts cannot be a survey's.
        func counts(_ indicators: [Indicator]) -> (WeightingClass, ClassCounts)? {
            let all = Counts(households: households, known: known, yes: yes, dossiers: dossiers)
            guard let bits = UInt8(exactly: `class`), bits >> UInt8(WeightingClass.bitCount) == 0,
                let counts = all.counts(indicators)
            else { return nil }
            var told = FilingCounts()
            for row in filing {
                guard row.count == 2, row[1] > 0, let bits = UInt32(exactly: row[0]),
                    let answers = FilingAnswers(bits: bits)
                else { return nil }
                told.add(answers, row[1])
            }
            guard told.households == households else { return nil }
            return (WeightingClass(bits: bits), ClassCounts(counts: counts, filing: told))
        }
    }

    struct Counts: Decodable {
        let households: Int
        let known, yes, dossiers: [Int]

        /// nil where the counts cannot be a survey's.
        func counts(_ indicators: [Indicator]) -> AnswerCounts? {
            guard known.count == indicators.count, yes.count == indicators.count,
                dossiers.count == DossierSums.listed, dossiers.allSatisfy({ $0 >= 0 }), households > 0,
                zip(yes, known).allSatisfy({ 0 <= $0 && $0 <= $1 }),
                known.allSatisfy({ $0 <= households }), dossiers[0] <= households
            else { return nil }
            var counts = AnswerCounts()
            counts.households = households
            for (place, indicator) in Indicator.allCases.enumerated() {
                guard let column = indicators.firstIndex(of: indicator) else { continue }
                counts.known[place] = known[column]
                counts.yes[place] = yes[column]
            }
            counts.dossiers = DossierSums(dossiers)
            return counts
        }
    }

    struct Filing: Decodable {
        let households: Int
        let filers, dossiers: [Int]

        /// nil where the counts cannot be a survey's.
        func counts() -> AnswerCounts? {
            guard filers.count == 2, 0 <= filers[1], filers[1] <= filers[0], filers[0] <= households,
                let filing = Counts(
                    households: households, known: [filers[0]], yes: [filers[1]], dossiers: dossiers
                ).counts([.onlineUptakeHouseholds])
            else { return nil }
            return filing
        }
    }
}
