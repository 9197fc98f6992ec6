import CSVReader
import Testing

/// Signs of valid UTF-8 are no letters of an old font.
@Suite struct SignsTests {
    @Test(
        "a column of degrees, currencies or squares stays as it is",
        arguments: ["21°16'10N", "5 €", "×2", "30 m²", "±3", "№ 4", "½"])
    func signs(cell: String) throws {
        let rows = (0..<60).map { "H\($0),G\($0 % 4),\(cell)" }.joined(separator: "\n")
        let file = try CSVFile(bytes: Array("id,group,where\n\(rows)\n".utf8), name: "signs.csv")
        #expect(file.head[1] == ["H0", "G0", cell])
        #expect(file.decoding.isPlain)
    }

    @Test("foreign names stay as they are")
    func foreignNames() throws {
        let names = ["Müller", "Gómez", "Çelik", "Łukasz", "Françoise", "Åse", "Jürgen", "Peña"]
        let rows = (0..<64).map { "\($0),\(names[$0 % 8])" }.joined(separator: "\n")
        let file = try CSVFile(bytes: Array("id,name\n\(rows)\n".utf8), name: "names.csv")
        #expect(file.head[1...8].map { $0[1] } == names)
    }
}
