internal import Foundation
internal import Synchronization

/// How far reading has come, on a terminal, once it takes over a second.
final class ProgressBar: Sendable {
    private struct State {
        let start = ContinuousClock.now
        var lastShown: ContinuousClock.Instant?
    }

    private static let width = 30
    private let state = Mutex(State())
    private let isShown: Bool

    /// - Parameter isQuiet: nothing is ever shown; nor is it where standard error is no terminal.
    init(isQuiet: Bool) { isShown = !isQuiet && isatty(FileHandle.standardError.fileDescriptor) == 1 }

    /// Shows a share (0…1), ten times a second at the most.
    func show(_ share: Double) {
        guard isShown else { return }
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            guard now - state.start > .seconds(1),
                state.lastShown.map({ now - $0 > .milliseconds(100) }) ?? true
            else { return false }
            state.lastShown = now
            return true
        }
        if isDue { write("\r" + Self.text(share)) }
    }

    /// Takes the bar away.
    func end() {
        let wasShown = state.withLock { state in
            defer { state.lastShown = nil }
            return state.lastShown != nil
        }
        guard wasShown else { return }
        write("\r" + String(repeating: " ", count: Self.text(1).count) + "\r")
    }

    /// "reading [##########--------------------]  33%".
    static func text(_ share: Double) -> String {
        let percent = Int((min(max(share, 0), 1) * 100).rounded(.down))
        let full = percent * width / 100
        let bar = String(repeating: "#", count: full) + String(repeating: "-", count: width - full)
        return "reading [\(bar)] " + String(repeating: " ", count: 3 - String(percent).count) + "\(percent)%"
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
