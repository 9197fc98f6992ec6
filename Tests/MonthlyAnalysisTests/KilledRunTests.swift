import Foundation
import SurveyReports
import Testing

@testable import MonthlyAnalysis

/// What a run leaves that is killed between two steps, and what the next run makes of it.
@Suite final class KilledRunTests {
    private let root: DiskPath
    private let older = [ReportFile(path: "leader/leader.html", text: "older", isPrivate: false)]
    private let newer = [ReportFile(path: "leader/leader.html", text: "newer", isPrivate: false)]

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "killed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        root = try #require(DiskPath(folder.path).resolved)
    }

    deinit { try? FileManager.default.removeItem(atPath: root.text) }

    private var target: DiskPath { root.appending("report") }

    private func text(_ path: String) -> String? {
        target.appending(path).contents.map { String(decoding: $0, as: UTF8.self) }
    }

    /// A whole new report beside the old one, as just before the exchange.
    private func stage() throws -> DiskPath {
        let work = root.appending(".report.writing-abc")
        _ = try OutputFolder(work.text).write(newer)
        return work
    }

    private func addNotes() throws {
        try Data("mine".utf8).write(to: URL(fileURLWithPath: target.appending("leader/notes").text))
    }

    private func requireClean() throws {
        #expect(root.names?.map(\.text) == ["report"])
        #expect(text("leader/notes") == "mine")
    }

    @Test("killed before the exchange: the old report stands, and the next run takes the new one away")
    func before() throws {
        _ = try OutputFolder(target.text).write(older)
        try addNotes()
        _ = try stage()
        #expect(text("leader/leader.html") == "older")
        Leftovers.sweep(root)
        #expect(text("leader/leader.html") == "older")
        try requireClean()
    }

    @Test("killed while the list of files is written, first or last: nothing of it comes into the report")
    func inTheList() throws {
        _ = try OutputFolder(target.text).write(older)
        try addNotes()
        let last = try stage()
        let first = root.appending(".report.writing-first")
        try FileManager.default.createDirectory(atPath: first.text, withIntermediateDirectories: false)
        for folder in [first, last] {
            try Data().write(to: URL(fileURLWithPath: folder.appending(".sansang.new").text))
        }
        Leftovers.sweep(root)
        try requireClean()
        #expect(Set(target.names?.map(\.text) ?? []) == [".sansang", "leader"])
    }

    @Test("killed after the exchange: the new report stands, and what people added comes back to it")
    func after() throws {
        _ = try OutputFolder(target.text).write(older)
        try addNotes()
        _ = try Renaming.exchange(try stage(), target)
        #expect(text("leader/leader.html") == "newer" && text("leader/notes") == nil)
        Leftovers.sweep(root)
        #expect(text("leader/leader.html") == "newer")
        try requireClean()
    }

    @Test("killed between two renames, where there is no exchange: the old report gets its name back")
    func between() throws {
        _ = try OutputFolder(target.text).write(older)
        try addNotes()
        try Renaming.rename(target, toNew: root.appending(".report.writing-abc-old"))
        Leftovers.sweep(root)
        #expect(text("leader/leader.html") == "older")
        try requireClean()
    }

    @Test("two renames do what the exchange does")
    func withoutExchange() throws {
        _ = try OutputFolder(target.text).write(older)
        let old = try Renaming.exchange(try stage(), target, knowsExchange: false)
        #expect(old.name == DiskPath(".report.writing-abc-old"))
        #expect(text("leader/leader.html") == "newer")
        #expect(FileList(in: old)?.sums.keys.sorted() == ["leader/leader.html"])
    }

    @Test("a folder that a living run writes is left alone")
    func living() throws {
        let work = try WorkFolder(for: target)
        Leftovers.sweep(root)
        #expect(work.path.status() != nil)
        withExtendedLifetime(work) {}
        _ = try? FileManager.default.removeItem(atPath: work.path.text)
    }

    @Test(
        "a list that is not ours owns nothing",
        arguments: [
            "", "sansang files 1", "sansang files 2\n\n", "sansang files 1\nzzzzzzzzzzzzzzzz a\n",
            "sansang files 1\n0000000000000000 ../a\n", "sansang files 1\n0000000000000000 /a\n",
            "sansang files 1\n---------------- a//b\n",
        ])
    func foreignLists(text: String) { #expect(FileList(text: text) == nil) }

    @Test func aListReadsBack() {
        var list = FileList(open: ["b c", "a/ế.html"])
        list.note(5, of: "b c")
        #expect(FileList(text: list.text) == list)
        #expect(!list.isWhole)
    }
}
