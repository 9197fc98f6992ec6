internal import CSVReader
internal import Readiness
internal import SurveyData

/// Records to households: whatever the bytes, all rows are accounted for, and households read as codes are those read
/// one by one.
enum HouseholdsTrial {
    private static let codebook = try? Codebook.builtIn()

    /// - Returns: what differs; nil where all agree.
    static func difference(_ bytes: [UInt8]) -> String? {
        guard let codebook else { return "no built-in codebook" }
        let survey = Result { try Survey.read(bytes: bytes, codebook: codebook) }
        let general = survey.flatMap { survey in Result { try SurveySummary(survey) } }
        if case .success(let read) = survey {
            let counts = read.counts
            guard counts.read == counts.accepted + counts.rejected + counts.blank + counts.totalsRows else {
                return "counts do not add up"
            }
        }
        for (threads, chunkSize) in [(1, 1 << 20), (2, 64)] {
            let coded = Result {
                try SurveySummary.read(
                    codebook: codebook, registry: nil, sampling: nil, month: nil, threads: threads,
                    chunkSize: chunkSize
                ) { try CSVFile(bytes: bytes, name: "survey.csv") }
            }
            switch (general, coded) {
            case (.success(let left), .success(let right)):
                if left.counts != right.counts { return "counts of \(threads) threads" }
                if left.month != right.month { return "month of \(threads) threads" }
                if left.cells != right.cells { return "cells of \(threads) threads" }
            case (.failure(let left), .failure(let right)):
                if "\(left)" != "\(right)" { return "errors: \(left) | \(right)" }
            default: return "one refuses: \(general) | \(coded)"
            }
        }
        return nil
    }
}
