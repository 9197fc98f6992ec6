internal import Basics
internal import Foundation

/// The list of our files in a folder, kept in it as `.sansang`: what a later run may replace, and nothing else.
struct FileList: Equatable {
    static let name = ".sansang"
    /// A list that is being written: a killed run may leave one.
    private static let unfinishedName = name + ".new"
    static let head = "sansang files 1"
    private static let note =
        "# A later run replaces these files and no others. What else lies here stays, and so does a file that was "
        + "changed since: its sum (FNV-1a, 64 bits) differs."

    /// The sum of each file's bytes by its path in the folder; nil: not whole yet, and ours whatever it holds.
    private(set) var sums: [String: UInt64?]

    /// Of files that are not whole yet.
    init(open paths: [String]) {
        sums = Dictionary(paths.map { ($0, nil) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether all files are whole.
    var isWhole: Bool { sums.values.allSatisfy { $0 != nil } }

    mutating func note(_ sum: UInt64, of path: String) { sums.updateValue(sum, forKey: path) }

    mutating func note(_ known: [String: UInt64]) {
        for (path, sum) in known { note(sum, of: path) }
    }

    /// Notes the sums of all files, of those without one as they are now; those that are not there leave the list.
    mutating func close(in folder: DiskPath) {
        sums = sums.reduce(into: [:]) { sums, file in
            let sum = file.value ?? FileSum.of(folder.appending(file.key))
            if let sum { sums.updateValue(sum, forKey: file.key) }
        }
    }

    /// Writes the list into its folder, whole or not at all.
    func write(in folder: DiskPath) throws(SystemFailure) {
        let fresh = folder.appending(Self.unfinishedName)
        _ = unsafe fresh.call { unsafe unlink($0) }
        try OpenFile(new: fresh).write(text)
        try Renaming.rename(fresh, over: folder.appending(Self.name))
    }

    /// Lines by path, ascending.
    var text: String {
        let lines = sums.sorted { $0.key < $1.key }.map { path, sum in
            (sum.map(Self.hexadecimal) ?? Self.open) + " " + path
        }
        return ([Self.head, Self.note] + lines).joined(separator: "\n") + "\n"
    }

    private static let open = String(repeating: "-", count: 16)

    private static func hexadecimal(_ sum: UInt64) -> String {
        let digits = String(sum, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// nil where the text is no such list.
    init?(text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3, lines.removeFirst() == Self.head, lines.removeLast().isEmpty else {
            return nil
        }
        sums = [:]
        for line in lines where !line.hasPrefix("#") {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].utf8.count == 16, Self.isInside(parts[1]),
                sums[String(parts[1])] == nil
            else { return nil }
            if parts[0] == Self.open {
                sums.updateValue(nil, forKey: String(parts[1]))
            } else {
                guard let sum = UInt64(parts[0], radix: 16) else { return nil }
                sums[String(parts[1])] = .some(sum)
            }
        }
    }

    /// Whether a path stays in its folder.
    private static func isInside(_ path: Substring) -> Bool {
        !path.split(separator: "/", omittingEmptySubsequences: false).contains {
            ["", ".", ".."].contains($0)
        }
    }

    /// The list in a folder; nil where it has none that can be read.
    init?(in folder: DiskPath) {
        guard let bytes = folder.appending(Self.name).contents,
            let text = String(validating: bytes, as: UTF8.self)
        else { return nil }
        self.init(text: text)
    }

    /// Whether a path of a folder is that of its list, or of one that a killed run was writing.
    static func isList(_ path: DiskPath) -> Bool {
        path == DiskPath(name) || path == DiskPath(unfinishedName)
    }

    /// Whether a file of a folder is ours: listed, and as we wrote it.
    func owns(_ path: DiskPath, in folder: DiskPath) -> Bool {
        if Self.isList(path) { return true }
        guard let text = String(validating: path.bytes, as: UTF8.self), let sum = sums[text] else {
            return false
        }
        return sum == nil || FileSum.of(folder.appending(path)) == sum
    }
}

/// The sum of a file's bytes: tells that a file was changed, not who changed it.
enum FileSum {
    /// Of a regular file; nil where it cannot be read.
    static func of(_ path: DiskPath) -> UInt64? {
        guard let file = OpenFile(reading: path) else { return nil }
        var sum = FNV1a()
        return unsafe file.read({ unsafe sum.add($0) }) ? sum.value : nil
    }
}
