internal import ArgumentParser
internal import Foundation

/// How many threads work: never more than the machine has processors.
struct ThreadOption: ParsableArguments {
    @Option(
        help:
            "Threads to use, at most one a processor. No result depends on it, but for a plan that a time limit ends."
    )
    private var threads: Int?

    func validate() throws {
        if let threads, threads < 1 {
            throw ValidationError("--threads: found \(threads); expected 1 or more.")
        }
    }

    static let processors = ProcessInfo.processInfo.activeProcessorCount

    var count: Int { min(threads ?? Self.processors, Self.processors) }
}
