import Foundation
import Testing

/// Escape sequences, bells, C1 controls and marks that turn the direction of writing: in names, ids, headers, file
/// names, keys, months and options. None reaches a terminal, a CSV, a JSON document or a page as it is.
@Suite struct SteeringTextTests {
    private static let marks = ["\u{1B}[31m", "\u{7}", "\u{9B}31m", "\u{202E}", "\u{2066}", "\u{200F}"]

    /// The first character that steers; nil where none does.
    private static func steering(_ text: String) -> String? {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r": continue
            case "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
                return String(scalar.value, radix: 16)
            default:
                if scalar.properties.generalCategory == .control { return String(scalar.value, radix: 16) }
            }
        }
        return nil
    }

    private func check(_ arguments: String..., in folder: URL) throws {
        let run = try Program.run(arguments, in: folder)
        #expect(Self.steering(run.output) == nil, "\(arguments): standard output")
        #expect(Self.steering(run.errors) == nil, "\(arguments): standard error")
        #expect([0, 64, 65, 66, 73].contains(run.status), "\(arguments): \(run.status)")
    }

    @Test("file names, options and headers are shown, never sent", arguments: marks)
    func echoed(mark: String) throws {
        let scratch = try Scratch()
        let file = "a\(mark)b.csv"
        for command in ["check", "analyze", "records", "summarize"] {
            try check(command, file, in: scratch.folder)
        }
        try check("estimate", file, "--mean", "x", in: scratch.folder)
        try check("codebook", "check", file, in: scratch.folder)
        try check("plan", "--instance", file, in: scratch.folder)
        _ = try scratch.write("household_id,q\(mark)1\nH1,2\n", as: file)
        try check("check", file, in: scratch.folder)
        try check("check", file, "--json", in: scratch.folder)
        try check("records", file, in: scratch.folder)
        try check("codebook", "suggest", file, in: scratch.folder)
        try check("estimate", file, "--mean", "y", in: scratch.folder)
        try check("estimate", file, "--mean", "q\(mark)2", in: scratch.folder)
        try check("estimate", file, "--proportion", "q\(mark)1=2", in: scratch.folder)
        try check("estimate", file, "--mean", "q\(mark)1", "--by", "q\(mark)1", in: scratch.folder)
        try check("estimate", file, "--mean", "q\(mark)1", "--by", "q\(mark)1", "--csv", in: scratch.folder)
        try check("check", file, "--month", "2025\(mark)", in: scratch.folder)
        try check("plan", "--gap", mark, in: scratch.folder)
        try check(mark, in: scratch.folder)
        _ = try scratch.write("\"\(mark)key\": 1\n", as: "c.yaml")
        try check("codebook", "check", "c.yaml", in: scratch.folder)
        _ = try scratch.write("{\"forces\": [\"\(mark)\", \"\(mark)\"]}", as: "p.json")
        try check("plan", "--instance", "p.json", in: scratch.folder)
        try check("merge", "p.json", in: scratch.folder)
    }

    @Test("names and ids in a ward's files reach no page, table or document as they are", arguments: marks)
    func reported(mark: String) throws {
        let scratch = try Scratch()
        let name = "Tổ \(mark)x"
        let groups = try scratch.write(
            "former_ward,residential_group,group_id,households\nHoa\(mark),\(name),G1,60\nHoa\(mark),Tổ 2,G2,60\n",
            as: "groups.csv")
        let volunteers = try scratch.write(
            "volunteer_id,name,force,phone,home_group_id,minutes,max_groups\n"
                + "V1,\(name),youth,0,G1,600,2\nV\(mark)2,B,women,0,G2,600,2\n", as: "volunteers.csv")
        var survey =
            "household_id,survey_date,group_id,smartphone,internet,e_id,skills,knows_process,procedures_total,"
            + "procedures_online,wants_help,consent,address,phone\n"
        for household in 0..<12 {
            survey +=
                "H\(household)\(household == 3 ? mark : ""),2025-11-0\(1 + household % 8),G\(1 + household % 2),yes,"
                + "mobile,level_2,call,\(household == 5 ? mark : "no"),3,0,yes,all_forces,\(name),0\n"
        }
        let file = try scratch.write(survey, as: "2025-11.csv")
        let output = scratch.folder.appendingPathComponent("report")
        let run = try Program.run(
            "analyze", "--no-pdf", file, "--groups", groups, "--volunteers", volunteers, "--sampling",
            "probability", "--output", output.path)
        #expect(Self.steering(run.output + run.errors) == nil)
        #expect(run.status == 0 || run.status == 65, "\(run.errors)")
        for case let path as String in FileManager.default.enumerator(atPath: output.path) ?? .init()
        where !path.hasSuffix(".xlsx") {
            guard let data = FileManager.default.contents(atPath: output.appendingPathComponent(path).path)
            else { continue }
            #expect(Self.steering(String(decoding: data, as: UTF8.self)) == nil, "\(path)")
        }
    }
}
