package import CSVReader
package import SurveyData

extension SurveySummary {
    /// Summarizes a survey file in one pass from bytes to counts; a second pass where ids are repeated, since then
    /// the later and more complete interview counts.
    ///
    /// - Parameter open: opens the file anew for each pass.
    /// - Throws: `CSVReadError`, `SurveyError`.
    package static func read(
        codebook: Codebook, registry: Registry?, sampling: Sampling?, month: String?, threads: Int,
        chunkSize: Int = 1 << 18, _ open: () throws -> CSVFile
    ) throws -> SurveySummary {
        func pass(_ repeated: Set<UInt64>) throws -> ([SummaryTally], SurveyHeader, String?) {
            let survey = try CodedSurvey(open(), codebook: codebook)
            let (header, decoding) = (survey.header, survey.decoding)
            let variables = header.columns.variables
            let asked = IndicatorMasks.bits { $0.isAsked(variables, codebook: codebook) }
            let tallies = try survey.readAll(
                threads: threads, chunkSize: chunkSize, wanted: SummaryTally.wanted, repeated: repeated,
                into: { SummaryTally($0, asked: asked) }, { $0.add($1) })
            return (tallies, header, decoding)
        }
        var (tallies, header, decoding) = try pass([])
        let repeated = RepeatedIDs.hashes(tallies.map(\.reader.ids), threads: threads)
        if !repeated.isEmpty { (tallies, header, decoding) = try pass(repeated) }
        return try settled(
            tallies, header, decoding,
            SurveyAssembly(codebook: codebook, registry: registry, sampling: sampling), month: month)
    }

    private static func settled(
        _ tallies: [SummaryTally], _ header: SurveyHeader, _ decoding: String?,
        _ assembly: consuming SurveyAssembly, month: String?
    ) throws -> SurveySummary {
        let written = tallies.flatMap { $0.cells() }
        var origins: [WrittenOrigin: Int] = [:]
        for (origin, _, cell) in written { origins[origin, default: 0] += cell.everyone.households }
        let (survey, outcomes) = try assembly.settle(
            tallies.map(\.reader), header: header, decoding: decoding, origins: origins, month: month)
        var summary = try SurveySummary(survey)
        for (origin, key, cell) in written {
            summary.counts.add(cell.everyone.households, accepted: outcomes[origin]?.isAccepted == true)
            guard case .accepted(let group, let formerWard) = outcomes[origin] else { continue }
            var key = key
            key.group = group?.text
            key.formerWard = formerWard
            summary.cells[key, default: SummaryCell()] += cell
        }
        return summary
    }
}

extension OriginOutcome {
    fileprivate var isAccepted: Bool { if case .accepted = self { true } else { false } }
}
