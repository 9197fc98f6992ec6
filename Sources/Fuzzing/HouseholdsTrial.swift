internal import CSVReader
internal import Readiness
internal import SurveyData

/// Records to households: whatever the bytes, all rows are accounted for, and neither threads nor the size of chunks
/// change what is read.
enum HouseholdsTrial {
    private static let codebook = try? Codebook.builtIn()

    /// - Returns: what differs; nil where all agree.
    static func difference(_ bytes: [UInt8]) -> String? {
        guard let codebook else { return "no built-in codebook" }
        let whole = Result { try Survey.read(bytes: bytes, codebook: codebook) }
        let expected = whole.flatMap { survey in Result { try SurveySummary(survey) } }
        if case .success(let read) = whole {
            let counts = read.counts
            guard
                counts.read
                    == counts.accepted + counts.rejected + counts.blank + counts.totalsRows
                    + counts.withoutInterview
            else {
                return "counts do not add up"
            }
            for issue in read.issues where issue.code.rejectsRecord && issue.line == nil {
                return "a rejected row without a line"
            }
        }
        for (threads, chunkSize) in [(1, 1 << 20), (2, 64)] {
            let found = Result {
                try SurveySummary.read(
                    CSVFile(bytes: bytes, name: "survey.csv"), codebook: codebook, registry: nil,
                    sampling: nil, months: .only, threads: threads, chunkSize: chunkSize)
            }
            switch (expected, found) {
            case (.success(let left), .success(let right)):
                if left.counts != right.counts { return "counts of \(threads) threads" }
                if left.month != right.month { return "month of \(threads) threads" }
                if left.cells != right.cells { return "cells of \(threads) threads" }
            case (.failure(let left), .failure(let right)):
                if "\(left)" != "\(right)" { return "errors: \(left) | \(right)" }
            default: return "one refuses: \(expected) | \(found)"
            }
        }
        return nil
    }
}
