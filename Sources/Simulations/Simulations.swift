internal import Foundation

/// Measures on made-up wards with known truth: how often intervals cover it, how often a change is claimed, whether
/// the interviews named settle what is open, what a plan brings against simpler ways, how often modelled shares that
/// are shown cover it, what readers of several public pages work out; and what reading alone costs.
///
/// ```sh
/// swift run -c release Simulations coverage 2000
/// swift run -c release Simulations change 1000
/// swift run -c release Simulations settling 200
/// swift run -c release Simulations deployment 200
/// swift run -c release Simulations modelled 60
/// swift run -c release Simulations publication 1000
/// swift run -c release Simulations reading ward.csv
/// ```
@main
struct Simulations {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let count = arguments.dropFirst().first.flatMap { Int($0) }
        switch arguments.first {
        case "coverage": try CoverageTrial.printAll(samples: count ?? 2000)
        case "change": try ChangeTrial.printAll(seeds: count ?? 1000)
        case "settling": try SettlingTrial.printAll(wards: count ?? 200)
        case "deployment": try DeploymentTrial.printAll(seeds: count ?? 200)
        case "publication": try PublicationTrial.printAll(draws: count ?? 1000)
        case "modelled": try ModelledTrial.printAll(seeds: count ?? 60)
        case "reading":
            guard let path = arguments.dropFirst().first else { fallthrough }
            do {
                try ReadingAlone.printRows(path: path, threads: ProcessInfo.processInfo.activeProcessorCount)
            } catch {
                FileHandle.standardError.write(Data("\(error)\n".utf8))
                exit(66)
            }
        default:
            FileHandle.standardError.write(
                Data(
                    "usage: Simulations coverage|change|settling|deployment|modelled|publication [count], or reading FILE\n"
                        .utf8)
            )
            exit(64)
        }
    }
}

/// "94.3".
func percent(_ share: Double) -> String { String(format: "%.1f", share * 100) }

/// "0.0123".
func decimal(_ number: Double, _ digits: Int = 3) -> String { String(format: "%.\(digits)f", number) }
