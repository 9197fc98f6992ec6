import Foundation
import TestSupport
import Testing

/// Who may read whose address and telephone number, over the whole sample report.
@Suite struct PersonalDataTests {
    /// By household: addresses and numbers that are long enough to be told from other text.
    private static let contacts: [String: [String]] = {
        var contacts: [String: [String]] = [:]
        for month in ["2025-09", "2025-10", "2025-11"] {
            let file = SampleReport.root.appendingPathComponent("samples/\(month).csv")
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            let rows = SampleReport.rows(csv: text)
            guard let head = rows.first else { continue }
            let columns = ["address", "phone"].compactMap { name in
                head.firstIndex { $0.trimmingCharacters(in: ["\u{FEFF}"]) == name }
            }
            let id = head.firstIndex { $0.trimmingCharacters(in: ["\u{FEFF}"]) == "household_id" } ?? 0
            for row in rows.dropFirst() where row.count == head.count {
                contacts[row[id], default: []] += columns.map { row[$0] }.filter { $0.count >= 8 }
            }
        }
        return contacts
    }()

    private static func isList(_ path: String) -> Bool {
        path.hasPrefix("volunteers/") && !path.contains("index") && path.hasSuffix(".html")
    }

    @Test func theSamplesHaveContacts() {
        #expect(Self.contacts.values.flatMap(\.self).count > 4000)
    }

    /// Text of every file that is no volunteer's list; workbooks unpacked.
    private func others() throws -> [(path: String, text: String)] {
        try SampleReport.paths().filter { !Self.isList($0) }.map { path in
            let data = try Data(contentsOf: SampleReport.folder.appendingPathComponent(path))
            return (
                path,
                path.hasSuffix(".xlsx")
                    ? zipEntries(Array(data)).values.joined() : String(decoding: data, as: UTF8.self)
            )
        }
    }

    @Test func onlyListsNameAddressesAndNumbers() throws {
        let all = Set(Self.contacts.values.flatMap(\.self))
        for (path, text) in try others() {
            // Every run of characters that a contact could be, looked up: quicker than every contact in every file.
            let pieces = Set(
                text.split { "<>\",;|\r\n".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) })
            #expect(all.isDisjoint(with: pieces), "\(path) holds a contact")
            let digits = Set(text.matches(of: /[0-9]{9,11}/).map { String($0.output) })
            #expect(all.isDisjoint(with: digits), "\(path) holds a telephone number")
        }
    }

    @Test func aListHoldsTheContactsOfItsOwnHouseholdsOnly() throws {
        let rows = SampleReport.rows(csv: try SampleReport.text("volunteers/assignments.csv"))
        var visited: [String: Set<String>] = [:]
        for row in rows.dropFirst() where !row[9].isEmpty { visited[row[1], default: []].insert(row[9]) }
        #expect(visited.count > 100)
        let ownerOf = Dictionary(
            Self.contacts.flatMap { household, contacts in
                contacts.filter { $0.allSatisfy(\.isNumber) }.map { ($0, household) }
            }, uniquingKeysWith: { first, _ in first })
        var named = 0
        for path in SampleReport.paths() where Self.isList(path) {
            let volunteer = String(path.dropFirst("volunteers/".count).dropLast(".html".count))
            for match in try SampleReport.text(path).matches(of: /[0-9]{9,11}/) {
                guard let household = ownerOf[String(match.output)] else { continue }
                named += 1
                #expect(visited[volunteer]?.contains(household) == true, "\(path) names another's household")
            }
        }
        #expect(named > 100)
    }
}
