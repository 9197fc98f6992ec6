package import Foundation

/// Figures that others computed, and what they computed them from: `Tests/Fixtures/Reference/README.md`.
package enum ReferenceFiles {
    /// A file or folder of `Tests/Fixtures/Reference`.
    package static func file(_ path: String) -> URL {
        TestFiles.root.appendingPathComponent("Tests/Fixtures/Reference/\(path)")
    }

    /// A file beside the project that its licence keeps out of it; nil where the machine has none.
    package static func outside(_ path: String) -> URL? {
        let file = TestFiles.root.deletingLastPathComponent().appendingPathComponent("shared/\(path)")
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }

    /// The data sets of R's package survey, written by R, beside `results.json`; nil where R or the package is missing.
    package static let surveyR: URL? = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "sansang-R-\(UUID().uuidString)")
        let script = file("survey-r/inputs.R")
        let results = file("survey-r/results.json")
        let program = Process()
        program.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        program.arguments = ["Rscript", script.path, folder.path]
        program.standardError = FileHandle.nullDevice
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try program.run()
            program.waitUntilExit()
            guard program.terminationStatus == 0 else { return nil }
            try FileManager.default.copyItem(at: results, to: folder.appendingPathComponent("results.json"))
            return folder
        } catch {
            return nil
        }
    }()

    /// Why a test without them is skipped.
    package static let withoutR = "R's package survey is not installed (Debian: r-cran-survey)"
    package static func without(_ path: String) -> String { "no ../shared/\(path): its licence keeps it out" }
}
