import Foundation
import Testing

/// The built program, run as its user would run it.
enum Program {
    struct Run {
        let status: Int32
        let output: String
        let errors: String
    }

    static let root: URL = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root
    }()

    /// Beside the test program.
    static let path: URL = {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<4
        where !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("sansang").path) {
            folder.deleteLastPathComponent()
        }
        let beside = folder.appendingPathComponent("sansang")
        return FileManager.default.isExecutableFile(atPath: beside.path)
            ? beside : root.appendingPathComponent(".build/debug/sansang")
    }()

    static func run(_ arguments: String..., in folder: URL = root, program: URL = path) throws -> Run {
        try run(arguments, in: folder, program: program)
    }

    static func run(
        _ arguments: [String], in folder: URL = root, program: URL = path, searchPath: String? = nil
    ) throws -> Run {
        let process = Process()
        if let searchPath {
            process.environment = ProcessInfo.processInfo.environment.merging(["PATH": searchPath]) { $1 }
        }
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let scratch = try Scratch()
        let output = scratch.folder.appendingPathComponent("out")
        let errors = scratch.folder.appendingPathComponent("err")
        try Data().write(to: output)
        try Data().write(to: errors)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }
}

/// A folder of a test's own, removed with it.
final class Scratch: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("sansang-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, as name: String) throws -> String {
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file.path
    }
}
