import Foundation
import Testing

/// What cannot be read is said alike by every command.
@Suite struct ReadErrorCommandTests {
    private static let commands: [[String]] = [
        ["check"], ["summarize"], ["records"], ["estimate", "--proportion", "smartphone=yes"],
        ["analyze", "--output", "reports", "--no-pdf"], ["codebook", "suggest"],
    ]

    private func refusal(_ command: [String], _ bytes: [UInt8]) throws -> (status: Int32, errors: String) {
        let scratch = try Scratch()
        try Data(bytes).write(to: scratch.folder.appendingPathComponent("survey.csv"))
        let verb = command.first == "codebook" ? 2 : 1
        let run = try Program.run(
            Array(command.prefix(verb)) + ["survey.csv"] + command.dropFirst(verb), in: scratch.folder)
        return (run.status, run.errors)
    }

    /// 60 households; a byte put into one line behind the comma.
    private func survey(_ byte: UInt8, inLine line: Int) -> [UInt8] {
        let header = "household_id,survey_date,residential_group,smartphone"
        return (0...60).flatMap { number -> [UInt8] in
            let row = Array((number == 0 ? header : "H\(number),2025-11-03,Tổ \(number % 5),yes").utf8)
            let comma = (row.firstIndex(of: UInt8(ascii: ",")) ?? 0) + 1
            return (number + 1 == line ? row[..<comma] + [byte] + row[comma...] : row[...]) + [0x0A]
        }
    }

    @Test("a byte that is not UTF-8 is named by line and byte", arguments: commands)
    func notUTF8(command: [String]) throws {
        for (line, column) in [(1, 14), (31, 5), (61, 5)] {
            let (status, errors) = try refusal(command, survey(0xBB, inLine: line))
            #expect(status == 65)
            #expect(errors.contains("survey.csv:\(line):\(column): found"), "\(errors)")
            #expect(errors.contains("UTF-8"))
        }
    }

    @Test("a NUL is named by line and byte", arguments: commands)
    func nul(command: [String]) throws {
        let (status, errors) = try refusal(command, survey(0, inLine: 40))
        #expect(status == 65)
        #expect(errors.contains("survey.csv:40:5: found a NUL byte"), "\(errors)")
    }

    @Test("UTF-32 is refused in words", arguments: commands)
    func utf32(command: [String]) throws {
        let text = String(decoding: survey(UInt8(ascii: "x"), inLine: 3), as: UTF8.self)
        let data = try #require(text.data(using: .utf32LittleEndian))
        let (status, errors) = try refusal(command, [UInt8](data))
        #expect(status == 65)
        #expect(errors.contains("UTF-32") && errors.contains("Save the file as UTF-8"), "\(errors)")
    }
}
