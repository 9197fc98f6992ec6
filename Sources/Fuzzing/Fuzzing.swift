internal import Foundation

/// Reads bytes in every way there is and stops where two ways disagree.
///
/// Built as usual it tries the files named on the command line: crashers, seeds. Built by `Benchmarks/fuzz` it is
/// libFuzzer's target, which finds bytes that reach new code. SANSANG_TRIAL names the trial: records (the usual one),
/// households, or a kind of file of `FilesTrial`.
enum Fuzzing {
    private static let trial = ProcessInfo.processInfo.environment["SANSANG_TRIAL"] ?? "records"

    /// What differs or is wrong; nil where all ways agree.
    static func difference(_ bytes: [UInt8]) -> String? {
        switch trial {
        case "records": RecordsTrial.difference(bytes)
        case "households": HouseholdsTrial.difference(bytes)
        default: FilesTrial.difference(bytes, kind: trial)
        }
    }
}

#if FUZZING
    /// libFuzzer's loop.
    @_silgen_name("LLVMFuzzerRunDriver")
    private func runFuzzer(
        _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutableRawPointer,
        _ tryOne: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt

    /// The name under which the build looks for the program's start.
    @_cdecl("Fuzzing_main")
    func start(_ count: CInt, _ arguments: UnsafeMutableRawPointer) -> CInt {
        var (count, arguments) = (count, arguments)
        return withUnsafeMutablePointer(to: &arguments) { place in
            runFuzzer(&count, UnsafeMutableRawPointer(place)) { start, count in
                let bytes = Array(UnsafeBufferPointer(start: start, count: count))
                // libFuzzer keeps the bytes on which its target crashes.
                if let difference = Fuzzing.difference(bytes) { fatalError("differ: \(difference)") }
                return 0
            }
        }
    }
#else
    @main
    struct TryFiles {
        static func main() {
            for path in CommandLine.arguments.dropFirst() {
                guard let data = FileManager.default.contents(atPath: path) else {
                    FileHandle.standardError.write(
                        Data("\(path): found no file that can be read; expected a seed or crasher\n".utf8))
                    exit(66)
                }
                if let difference = Fuzzing.difference([UInt8](data)) {
                    print("\(path): differ: \(difference)")
                    exit(1)
                }
            }
        }
    }
#endif
