import Basics
import Foundation
import Testing

@testable import MonthlyAnalysis

/// What writers make while the program is stopped must not stay.
@Suite struct InterruptionTests {
    @Test(
        "no folder that is made while the program is stopped stays", .timeLimit(.minutes(1)),
        arguments: 1...20)
    func nothingStays(time: UInt32) async throws {
        let parent = FileManager.default.temporaryDirectory.appendingPathComponent("stopped-\(UUID())")
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: parent) }
        let place = parent.path
        await #expect(processExitsWith: .signal(SIGTERM)) {
            [place = place as String, time = time as UInt32] in
            let work = try WorkFolder(for: DiskPath(place + "/report"))
            defer { withExtendedLifetime(work) {} }
            let path = work.path
            for writer in 0..<4 {
                Thread.detachNewThread {
                    // As a writer that was about to make its folder when the signal came.
                    while true {
                        let folder = path.appending(DiskPath("part\(writer)/lists"))
                        _ = try? OutputFolder.makeFolders(folder)
                        _ = try? OpenFile(new: folder.appending(DiskPath("list.html")))
                    }
                }
            }
            usleep(time * 500)
            kill(getpid(), SIGTERM)
            while true { pause() }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: place) == [])
    }
}
