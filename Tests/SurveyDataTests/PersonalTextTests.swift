import CSVReader
import Testing

@testable import SurveyData

@Suite struct PersonalTextTests {
    @Test(
        "names, addresses, places and numbers of people are told by their look",
        arguments: [
            "Nguyễn Văn A", "TRẦN THỊ BÌNH", "lê thị hoa mai", "Số 5, ngõ 5, đường Cầu Ván", "12 Trần Phú",
            "21°16'35\"N", "21.2734", "21.27341,106.1942", "024093001234", "0912 345 678",
        ])
    func personalTextsAreTold(text: String) { #expect(PersonalText.isTelling(text)) }

    @Test(
        "answers are none of these",
        arguments: [
            "Có", "Không biết", "Tổ 3", "Tổ Đồng Cửa", "Gọi Zalo", "4G/5G", "1. yes", "12 tháng", "3", "21.5",
            "Trực tiếp",
            "Không có thiết bị", "2025-11-02", "Cáp quang/Wifi", "TX03-017",
        ])
    func answersAreNot(text: String) { #expect(!PersonalText.isTelling(text)) }

    private func draft(_ header: String, _ cell: (Int) -> String) throws -> String {
        let rows = (0..<60).map { "\(cell($0)),Tổ \(1 + $0 % 3),\($0 % 2 == 0 ? "Có" : "Không")\n" }
        let text = "\(header),Tổ dân phố,Có điện thoại thông minh không?\n" + rows.joined()
        return try CodebookDraft(SurveyProfile(CSVFile(bytes: Array(text.utf8), name: "t.csv"))).yaml()
    }

    private static let names = ["Trần Thị Bình", "Lê Văn Sơn", "Phạm Thị Hoa"]

    @Test(
        "a column of people is neither shown, nor a key, nor a grouping",
        arguments: ["Trưởng thôn", "Chủ hộ", "id", "Mã hộ", "Cán bộ"])
    func peopleAreNotShown(header: String) throws {
        let few = try draft(header) { Self.names[$0 % 3] }
        let many = try draft(header) { "\(Self.names[$0 % 3]) \(["An", "Ba", "Cúc", "Dần"][$0 % 4])" }
        for yaml in [few, many] {
            #expect(!yaml.contains("Bình"))
            #expect(!yaml.contains("\n    headers: [\"\(header)\"]"), "\(yaml)")
            #expect(!yaml.contains("key: [\"\(header)\""), "\(yaml)")
        }
    }

    @Test("telephone numbers that lost their 0 are no key")
    func phonesAreNoKey() throws {
        let yaml = try draft("id") { "9\(($0 * 7_919_113 + 1_234_567) % 90_000_000 + 10_000_000)" }
        #expect(!yaml.contains("headers: [\"id\"]"), "\(yaml)")
    }
}
