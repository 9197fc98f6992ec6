import Basics
import Foundation
import SurveyReports
import Testing

@testable import MonthlyAnalysis

/// Folders as people have them when a report is to be written: whatever lies there, nothing of theirs is changed or
/// lost.
@Suite struct OutputLayoutTests {
    @Test("500 random layouts: nothing foreign is changed or removed", arguments: 0..<20)
    func layouts(block: Int) throws {
        for number in 0..<25 {
            var layout = try Layout(seed: UInt64(block * 25 + number))
            try layout.check()
        }
    }
}

/// A folder full of things, some of them ours, and what must hold after a report was written into it.
private struct Layout {
    private let seed: UInt64
    private let root: URL
    private var random: SplitMix64
    private var things = 0
    private var inputs: [String] = []
    /// Whether the folder that is written to may be replaced.
    private var target: URL

    init(seed: UInt64) throws {
        self.seed = seed
        random = SplitMix64(seed: seed)
        root = FileManager.default.temporaryDirectory.appendingPathComponent("layout-\(UUID().uuidString)")
            .resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        target = root.appendingPathComponent("report")
    }

    private mutating func draw(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

    /// A text that no other file has.
    private mutating func text() -> String {
        things += 1
        return "thing \(things) of \(seed)"
    }

    mutating func check() throws {
        defer { try? FileManager.default.removeItem(at: root) }
        let older = files(count: 1 + draw(6))
        let newer = files(count: 1 + draw(6))
        try prepare(older)
        for _ in 0..<draw(3) { try addLeftover(older) }
        for _ in 0..<draw(3) { try addInput() }
        let before = try contents()
        let ours = Set(older.map(\.bytes) + newer.map(\.bytes) + Self.earlier)
        let notes: [String]
        do {
            notes = try OutputFolder(target.path, inputs: inputs).write(newer).notes
        } catch {
            // What killed runs left may be gone, nothing else.
            let after = try contents()
            for (path, thing) in before where !ours.contains(thing) && !path.contains(".sansang") {
                #expect(after[path] == thing, "seed \(seed): \(path) after \(error)")
            }
            return
        }
        let after = try contents()
        let place = target.resolvingSymlinksInPath().path.dropFirst(root.path.count + 1)
        for file in newer {
            #expect(after["\(place)/\(file.path)"] == file.bytes, "seed \(seed): \(file.path)")
        }
        let byThing = Dictionary(grouping: after, by: \.value).mapValues { $0.map(\.key) }
        for (path, thing) in before where !ours.contains(thing) && !path.hasSuffix(".sansang") {
            let places = byThing[thing] ?? []
            #expect(places.count == 1, "seed \(seed): \(path) is at \(places)")
            guard let found = places.first, found != path, !path.contains(".writing-") else { continue }
            let name = String(found.split(separator: "/").last ?? "")
            #expect(notes.contains { $0.contains(name) }, "seed \(seed): \(path) → \(found) is not named")
        }
        for input in inputs {
            #expect(FileManager.default.fileExists(atPath: input), "seed \(seed): \(input)")
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: root.path)
        for name in left where name.contains(".report.writing-") {
            let inside = before.filter { $0.key.hasPrefix(name) && !ours.contains($0.value) }
            #expect(!inside.isEmpty, "seed \(seed): \(name) is left")
        }
    }

    /// Reports' files, each with a text of its own.
    private mutating func files(count: Int) -> [ReportFile] {
        let paths = [
            "summary.json", "leader/leader.html", "officer/rejected.csv", "officer/tables/a.csv",
            "volunteers/V1.html", "groups/G1.html",
        ]
        return paths.prefix(count).map {
            ReportFile(path: $0, text: "our " + text(), isPrivate: $0.hasPrefix("o"))
        }
    }

    /// What stands where the report will be.
    private mutating func prepare(_ older: [ReportFile]) throws {
        let manager = FileManager.default
        switch draw(8) {
        case 0: break
        case 1: try manager.createDirectory(at: target, withIntermediateDirectories: true)
        case 2: try Data(text().utf8).write(to: target)
        case 3:
            try manager.createDirectory(at: target, withIntermediateDirectories: true)
            try addForeign(to: target)
        case 4:
            try writeEarlier(to: target)
            if draw(2) == 0 { try addForeign(to: target) }
        case 5:
            let real = root.appendingPathComponent("elsewhere")
            _ = try OutputFolder(real.path).write(older)
            try manager.createSymbolicLink(atPath: target.path, withDestinationPath: "elsewhere")
            for _ in 0..<draw(3) { try addForeign(to: real) }
        default:
            _ = try OutputFolder(target.path).write(older)
            for _ in 0..<draw(5) { try addForeign(to: target) }
            if draw(3) == 0, let changed = older.randomElement(using: &random) {
                try Data(text().utf8).write(to: target.appendingPathComponent(changed.path))
            }
            if draw(4) == 0, let gone = older.randomElement(using: &random) {
                try manager.removeItem(at: target.appendingPathComponent(gone.path))
            }
        }
    }

    /// What a report of version 0.1.0 holds here.
    private static let earlier = [#"{"schemaVersion": 1, "estimates": []}"#, "our 0.1.0"]

    private func writeEarlier(to folder: URL) throws {
        for path in ["leader", "officer", "volunteers"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(path), withIntermediateDirectories: true)
        }
        try Data(Self.earlier[0].utf8).write(to: folder.appendingPathComponent("summary.json"))
        for path in ["leader/leader.html", "officer/rejected.csv", "volunteers/V7.html"] {
            try Data(Self.earlier[1].utf8).write(to: folder.appendingPathComponent(path))
        }
    }

    private mutating func addForeign(to folder: URL) throws {
        let manager = FileManager.default
        let place = ["", "leader", "officer", "own/deep", "volunteers"][draw(5)]
        let parent = place.isEmpty ? folder : folder.appendingPathComponent(place)
        try manager.createDirectory(at: parent, withIntermediateDirectories: true)
        let name = ["ghi chú.docx", "a b.csv", "notes", ".hidden", "x.kept-1.csv"][draw(5)] + "\(draw(3))"
        let path = parent.appendingPathComponent(name)
        guard (try? manager.attributesOfItem(atPath: path.path)) == nil else { return }
        switch draw(4) {
        case 0: try manager.createSymbolicLink(atPath: path.path, withDestinationPath: "../" + text())
        case 1:
            try manager.createDirectory(at: path, withIntermediateDirectories: true)
            try Data(text().utf8).write(to: path.appendingPathComponent("inner"))
        default: try Data(text().utf8).write(to: path)
        }
    }

    /// A folder that looks like what a killed run left, of ours or not.
    private mutating func addLeftover(_ older: [ReportFile]) throws {
        let of = ["report", "other"][draw(2)]
        let folder = root.appendingPathComponent(".\(of).writing-\(draw(1_000))\(draw(3) == 0 ? "-old" : "")")
        guard !FileManager.default.fileExists(atPath: folder.path) else { return }
        switch draw(4) {
        case 0:
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try addForeign(to: folder)
        case 1: try writeEarlier(to: folder)
        case 2:
            _ = try OutputFolder(folder.path).write(older)
            if draw(2) == 0 { try addForeign(to: folder) }
        default:
            _ = try OutputFolder(folder.path).write(older)
            try FileList(open: older.map(\.path)).write(in: DiskPath(folder.path))
        }
    }

    private mutating func addInput() throws {
        let manager = FileManager.default
        let isInside =
            draw(4) == 0 && manager.fileExists(atPath: target.appendingPathComponent("leader").path)
        let path = (isInside ? target : root).appendingPathComponent("input\(draw(100)).csv")
        if manager.fileExists(atPath: path.path) { return }
        try Data(text().utf8).write(to: path)
        inputs.append(path.path)
    }

    /// Every file's bytes and every link's text, by path.
    private func contents() throws -> [String: String] {
        var contents: [String: String] = [:]
        for entry in try FolderContents(of: DiskPath(root.path)).entries {
            let path = root.appendingPathComponent(entry.path.text).path
            if entry.status.isFile {
                contents[entry.path.text] = try String(contentsOfFile: path, encoding: .utf8)
            } else if entry.status.isLink {
                contents[entry.path.text] = try FileManager.default.destinationOfSymbolicLink(atPath: path)
            }
        }
        return contents
    }
}

extension ReportFile {
    fileprivate var bytes: String {
        if case .text(let text) = contents { text } else { "" }
    }
}
