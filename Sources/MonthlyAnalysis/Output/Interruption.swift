internal import CSystem
internal import Foundation
internal import Synchronization

/// What must not survive the program when somebody stops it (Ctrl-C, `kill`, a closed terminal): unfinished files and
/// folders, and the programs that it runs.
enum Interruption {
    private struct State {
        var unfinished: Set<DiskPath> = []
        var children: Set<pid_t> = []
        var isOver = false
        /// How many write; while nobody does, a signal ends the program as it ends any other.
        var writers = 0
        var sources: [(number: Int32, source: any DispatchSourceSignal)] = []
    }

    private static let state = Mutex(State())
    /// Held while names are exchanged: a signal waits until one whole report stands.
    private static let exchange = Mutex(())

    /// From now on a signal leaves nothing unfinished; to be ended by `rest`.
    static func listen() {
        state.withLock { state in
            state.writers += 1
            if state.writers == 1 { state.sources = [SIGTERM, SIGINT, SIGHUP].compactMap(listen) }
        }
    }

    static func rest() {
        let isOver = state.withLock { state in
            state.writers -= 1
            if state.writers == 0, !state.isOver {
                for (number, source) in state.sources {
                    source.cancel()
                    signal(number, SIG_DFL)
                }
                state.sources = []
            }
            return state.isOver
        }
        // Whoever cleans up ends the program; were we to end it here, something would be left.
        while isOver { pause() }
    }

    /// Makes a file or a folder, unless all is over: then this thread waits for the end of the program, as what it
    /// made would stay behind.
    static func make<Result>(_ body: () -> Result) -> Result {
        let made: Result? = state.withLock { $0.isOver ? nil : body() }
        while true {
            if let made { return made }
            pause()
        }
    }

    /// The file or folder goes when the program is stopped.
    static func add(_ path: DiskPath) { state.withLock { _ = $0.unfinished.insert(path) } }

    static func remove(_ path: DiskPath) { state.withLock { _ = $0.unfinished.remove(path) } }

    private static func listen(to number: Int32) -> (number: Int32, source: any DispatchSourceSignal)? {
        // Whoever starts us may want us deaf, as nohup does.
        guard sansang_is_ignored(number) == 0 else { return nil }
        let source = DispatchSource.makeSignalSource(
            signal: number, queue: .global(qos: .userInteractive))
        let isListening = DispatchSemaphore(value: 0)
        source.setRegistrationHandler { isListening.signal() }
        source.setEventHandler { stop(by: number) }
        source.resume()
        // Until then a signal ends the program as it ends any other: nothing is made yet, and no signal is lost.
        isListening.wait()
        return (number, source)
    }

    private static func stop(by number: Int32) {
        exchange.withLock { _ in
            let unfinished = state.withLock { state in
                state.isOver = true
                for child in state.children { kill(-child, SIGKILL) }
                return state.unfinished
            }
            // Other threads may still be writing: what they add meanwhile goes with the next try.
            for path in unfinished {
                for _ in 0..<50 where path.status() != nil {
                    try? FileManager.default.removeItem(atPath: path.text)
                }
            }
            // As if nobody had listened; the queues of the system block signals in their threads.
            signal(number, SIG_DFL)
            var signals = sigset_t()
            unsafe sigemptyset(&signals)
            unsafe sigaddset(&signals, number)
            unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            raise(number)
            _exit(128 + number)
        }
    }

    /// Runs what must be done whole: a signal waits for its end.
    static func uninterrupted<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try exchange.withLock { _ throws(Failure) in try body() }
    }

    /// Starts a program that leads a process group of its own, unless all is over.
    static func start(_ spawn: () -> pid_t?) -> pid_t? {
        state.withLock { state in
            guard !state.isOver, let child = spawn() else { return nil }
            state.children.insert(child)
            return child
        }
    }

    static func ended(_ child: pid_t) { state.withLock { _ = $0.children.remove(child) } }
}
