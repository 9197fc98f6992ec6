import Foundation

/// The ward's form with 60 households of one group, as some program exports it: a test says what that program does otherwise.
struct WardForm {
    /// In the order of the file.
    private(set) var columns: [(header: String, cells: [String])]

    static let skillsOfHalf = "find_information;call;edit_document;change_password;online_payment"

    init(households: Int = 60) {
        let rows = Array(1...households)
        func every(_ cell: String) -> [String] { rows.map { _ in cell } }
        columns = [
            ("household_id", rows.map { "AA01-" + String(1000 + $0).dropFirst() }),
            ("survey_date", rows.map { "2025-11-" + String(101 + $0 % 28).dropFirst() }),
            ("former_ward", every("Hoa Sim")), ("residential_group", every("Tổ 1")),
            ("household_size", every("4")), ("people_60_plus", every("0")), ("children", every("1")),
            ("respondent_age", every("40")), ("smartphone", every("yes")), ("computer", every("no")),
            ("internet", every("mobile")), ("e_id", every("level_2")),
            ("skills", rows.map { $0 % 2 == 1 ? Self.skillsOfHalf : "none" }),
            ("knows_process", every("yes")),
            ("procedures_total", every("2")), ("procedures_online", every("1")),
            ("barriers", every("low_skills")), ("consent", every("volunteers")), ("mode", every("door")),
        ]
    }

    /// The form with a column written otherwise: another header, other cells (by row, from 0).
    func with(_ column: String, as header: String? = nil, cells: ((Int) -> String)? = nil) -> WardForm {
        var form = self
        guard let place = columns.firstIndex(where: { $0.header == column }) else { return form }
        if let header { form.columns[place].header = header }
        if let cells { form.columns[place].cells = columns[place].cells.indices.map(cells) }
        return form
    }

    /// The form with further columns at its end.
    func adding(_ header: String, cells: (Int) -> String) -> WardForm {
        var form = self
        form.columns.append((header, columns[0].cells.indices.map(cells)))
        return form
    }

    func without(_ column: String) -> WardForm {
        var form = self
        form.columns.removeAll { $0.header == column }
        return form
    }

    /// A question with several answers as a column a choice; `ticks` by row says whether each is ticked.
    func splitting(
        _ question: String, choices: [String], header: (String) -> String, cell: (Int, String) -> String
    ) -> WardForm {
        choices.reduce(without(question)) { form, choice in
            form.adding(header(choice)) { cell($0, choice) }
        }
    }

    var header: String { line(columns.map(\.header), ",") }

    /// The rows as lines.
    func rows(_ separator: String = ",") -> [String] {
        columns[0].cells.indices.map { row in line(columns.map { $0.cells[row] }, separator) }
    }

    func text(_ separator: String = ",") -> String {
        ([line(columns.map(\.header), separator)] + rows(separator)).joined(separator: "\n") + "\n"
    }

    private func line(_ cells: [String], _ separator: String) -> String {
        cells.map { cell in
            cell.contains(separator) || cell.contains("\"")
                ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: separator)
    }
}
