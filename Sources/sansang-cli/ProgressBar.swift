internal import Foundation
internal import Synchronization

/// How far a long work has come, on a terminal, once it takes over a second.
final class ProgressBar: Sendable {
    private struct State {
        let start = ContinuousClock.now
        var lastShown: ContinuousClock.Instant?
        var width = 0
    }

    private static let width = 30
    private let state = Mutex(State())
    private let isShown: Bool

    /// - Parameter isQuiet: nothing is ever shown; nor is it where standard error is no terminal.
    init(isQuiet: Bool) { isShown = !isQuiet && isatty(2) == 1 }

    /// Shows how much of a file is read (0…1).
    func show(_ share: Double) { show(text: Self.text(share)) }

    /// Shows a text, ten times a second at the most.
    func show(text: String) {
        guard isShown else { return }
        let now = ContinuousClock.now
        let isDue = state.withLock { state in
            guard now - state.start > .seconds(1),
                state.lastShown.map({ now - $0 > .milliseconds(100) }) ?? true
            else { return false }
            state.lastShown = now
            state.width = max(state.width, text.count)
            return true
        }
        if isDue { write("\r" + text) }
    }

    /// Takes the bar away.
    func end() {
        let width = state.withLock { state in
            defer { (state.lastShown, state.width) = (nil, 0) }
            return state.width
        }
        guard width > 0 else { return }
        write("\r" + String(repeating: " ", count: width) + "\r")
    }

    /// "reading [##########--------------------]  33%".
    static func text(_ share: Double) -> String {
        let percent = Int((min(max(share, 0), 1) * 100).rounded(.down))
        let full = percent * width / 100
        let bar = String(repeating: "#", count: full) + String(repeating: "-", count: width - full)
        return "reading [\(bar)] " + String(repeating: " ", count: 3 - String(percent).count) + "\(percent)%"
    }

    private func write(_ text: String) { Streams.errors(text) }
}
