internal import Basics
internal import Foundation
internal import MonthlyAnalysis
internal import Synchronization

/// Standard output and standard error: what cannot be written is a failure of the run (74), never a crash, and never
/// passed over.
enum Streams {
    /// The first failure of standard error: known at the end, since there is nowhere to say it.
    private static let failed = Atomic(false)
    /// What standard output held before us, where it is a file.
    private static let start = Mutex<off_t?>(nil)

    /// Looks at the streams before anything is opened: a closed one gets a stand-in that takes nothing, so that no
    /// file of ours gets its number.
    static func prepare() {
        for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) < 0 {
            // Opened for reading, so that writing fails. The lowest free number is this one.
            _ = unsafe open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY)
        }
        // A reader that went away is an error of writing.
        signal(SIGPIPE, SIG_IGN)
        // So is a limit to the size of files.
        signal(SIGXFSZ, SIG_IGN)
        var status = stat()
        if unsafe fstat(1, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            let isAppending = fcntl(1, F_GETFL) & O_APPEND != 0
            start.withLock { $0 = isAppending ? status.st_size : lseek(1, 0, SEEK_CUR) }
        }
    }

    /// Writes to standard output; where that fails, the run ends with 74, and a file is as long as before.
    static func output(_ text: String) {
        guard let failure = write(text, to: 1) else { return }
        if let start = start.withLock(\.self), start >= 0 { _ = ftruncate(1, start) }
        // Whoever stopped reading knows it.
        if failure != EPIPE {
            errors("sansang: \(Diagnostic(stream: "standard output", failure: failure).description)\n")
        }
        exit(74)
    }

    /// Writes to standard error; where that fails, the run goes on, and ends with 74.
    static func errors(_ text: String) {
        if write(text, to: 2) != nil { failed.store(true, ordering: .relaxed) }
    }

    /// The status to end with.
    static func status(_ status: Int32) -> Int32 {
        status == 0 && failed.load(ordering: .relaxed) ? 74 : status
    }

    /// - Returns: the system's number of what went wrong.
    private static func write(_ text: String, to stream: Int32) -> Int32? {
        var text = text
        return text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while unsafe !rest.isEmpty {
                let written = unsafe Foundation.write(stream, rest.baseAddress, rest.count)
                if written < 0, errno == EINTR { continue }
                if written < 0, errno == EAGAIN {
                    usleep(1_000)
                    continue
                }
                guard written > 0 else { return written < 0 ? errno : EIO }
                unsafe rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
            return nil
        }
    }
}

/// Writes text to standard output.
func say(_ text: String) { Streams.output(text) }

/// Writes a line to standard error; nothing in it, such as a file's name, steers the terminal.
func note(_ line: String) { Streams.errors(inert(line) + "\n") }
