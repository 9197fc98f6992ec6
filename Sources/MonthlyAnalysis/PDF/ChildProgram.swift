internal import CSystem
internal import Foundation

/// A program of the machine, run to its end: in a process group of its own, with a time limit, without our terminal.
struct ChildProgram {
    /// What starts it: a path and its first arguments, as `/usr/bin/env python3`.
    let command: [String]

    enum Failure: Error {
        case notStarted
        case tooLong
        /// It ended with another status than 0, or by a signal.
        case failed(status: Int32?)
    }

    /// Runs it. What it says of errors is not kept: it may hold what a page says of a person.
    ///
    /// - Parameter seconds: after so many it is ended, with all that it started.
    /// - Returns: what it wrote to standard output.
    func run(_ arguments: [String], seconds: Double) throws(Failure) -> [UInt8] {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw .notStarted }
        // Neither end reaches another program that is started meanwhile.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (reading, writing) = (ends[0], ends[1])
        defer { close(reading) }
        let child = Interruption.start { spawn(arguments, output: writing) }
        close(writing)
        guard let child else { throw .notStarted }
        let deadline = ContinuousClock.now + .seconds(seconds)
        let output = Self.read(reading, until: deadline)
        let status = output == nil ? nil : Self.wait(child, until: deadline)
        guard let output, let status else {
            kill(-child, SIGKILL)
            _ = Self.wait(child, until: ContinuousClock.now + .seconds(5))
            Interruption.ended(child)
            throw .tooLong
        }
        Interruption.ended(child)
        // What it may have left running writes nothing more.
        kill(-child, SIGKILL)
        // The low 7 bits are the signal that ended it, the next 8 its own status.
        guard status == 0 else { throw .failed(status: status & 0x7F == 0 ? status >> 8 & 0xFF : nil) }
        return output
    }

    private func spawn(_ arguments: [String], output: Int32) -> pid_t? {
        var attributes = posix_spawnattr_t()
        var files = unsafe posix_spawn_file_actions_t()
        guard unsafe posix_spawnattr_init(&attributes) == 0 else { return nil }
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        guard unsafe posix_spawn_file_actions_init(&files) == 0 else { return nil }
        defer { unsafe posix_spawn_file_actions_destroy(&files) }
        var signals = sigset_t()
        unsafe sigfillset(&signals)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&files, output, 1)
        unsafe posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
        let environment = ProcessInfo.processInfo.environment.sorted { $0.key < $1.key }
        var child = pid_t()
        let result = unsafe Self.withTexts(command + arguments) { arguments in
            unsafe Self.withTexts(environment.map { "\($0.key)=\($0.value)" }) { environment in
                unsafe posix_spawn(&child, command[0], &files, &attributes, arguments, environment)
            }
        }
        return result == 0 ? child : nil
    }

    private static func withTexts<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = unsafe texts.map { text in unsafe strdup(text) }
        defer { unsafe copies.forEach { copy in unsafe free(copy) } }
        return unsafe body(copies + [nil])
    }

    /// All that comes; nil where the deadline came first.
    private static func read(_ end: Int32, until deadline: ContinuousClock.Instant) -> [UInt8]? {
        var output: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let left = (deadline - .now) / .milliseconds(1)
            guard left > 0 else { return nil }
            var wanted = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
            let ready = unsafe poll(&wanted, 1, Int32(min(left.rounded(.up), 1e6)))
            if ready < 0, errno != EINTR { return output }
            guard ready > 0 else { continue }
            let count = unsafe block.withUnsafeMutableBytes {
                unsafe Foundation.read(end, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return output }
            output += block[..<count]
        }
    }

    /// The status by which it ended; nil where the deadline came first.
    private static func wait(_ child: pid_t, until deadline: ContinuousClock.Instant) -> Int32? {
        var status: Int32 = 0
        while true {
            let ended = unsafe waitpid(child, &status, WNOHANG)
            if ended == child { return status }
            if ended < 0, errno != EINTR { return nil }
            guard .now < deadline else { return nil }
            usleep(1_000)
        }
    }
}
