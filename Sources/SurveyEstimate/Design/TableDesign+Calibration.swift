internal import Basics
internal import SurveyStatistics

extension TableDesign {
    /// The design with weights that reach the population totals asked for: post-stratified first, then raked.
    ///
    /// - Throws: `Diagnostic` where labels and totals do not fit, or raking does not end; `Diagnostic`.
    package func calibrated() throws -> TableDesign {
        var design = design
        var notes: [String] = []
        if let request = request.postStratification {
            let margin = try CalibrationMargin(request, of: table, for: "--poststratify")
            notes += margin.notes
            do throws(CalibrationError) {
                design = try design.postStratified(by: margin.cells, totals: margin.totals)
            } catch {
                throw Self.explained(error, margin.file)
            }
        }
        if !request.rakings.isEmpty {
            let margins = try request.rakings.map {
                try CalibrationMargin($0, of: table, for: "--rake")
            }
            notes += margins.flatMap(\.notes)
            try Self.checkSums(margins)
            do throws(CalibrationError) {
                design = try design.raked(to: margins.map { ($0.cells, $0.totals) })
            } catch {
                throw Self.explained(error, margins.map(\.file).joined(separator: ", "))
            }
        }
        return TableDesign(design, of: self, notes: notes)
    }

    private static func checkSums(_ margins: [CalibrationMargin]) throws(Diagnostic) {
        guard let first = margins.first else { return }
        for margin in margins.dropFirst() where abs(margin.sum - first.sum) > 1e-6 * first.sum {
            throw Diagnostic(
                .badEstimate, file: margin.file, found: "totals that add up to \(plain(margin.sum))",
                expected: "\(plain(first.sum)), as in \(first.file)",
                action: "Both must count the same population: correct one of them.")
        }
    }

    /// Counts without ".0".
    private static func plain(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? "\(number)"
    }

    private static func explained(_ error: CalibrationError, _ files: String) -> Diagnostic {
        if case .notConverged(let rounds) = error {
            return Diagnostic(
                .badEstimate, file: files, found: "no weights that reach all totals in \(rounds) rounds",
                expected: "totals that the sample can reach",
                action: "Join small labels, or look for crossings that the sample does not have.")
        }
        if case .unreached(_, let wanted, let reached) = error {
            return Diagnostic(
                .badEstimate, file: files,
                found: "a total of \(plain(wanted)) of which no weights reach more or less than \(reached)",
                expected: "margins that agree with each other in this sample",
                action: "Join small labels, or look for crossings that the sample does not have.")
        }
        return Diagnostic(
            .badEstimate, file: files, found: error.description, expected: "totals that fit the sample",
            action: "Correct them.")
    }
}
