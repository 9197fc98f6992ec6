/// What stops a command, or what a person should know of an input: where, what was found, what was expected, what to do.
///
/// Never a name, a telephone number, an address or an answer of a person: places and codes.
///
/// ```swift
/// throw Diagnostic(
///     .missingColumn, file: "survey.csv", line: 1, found: "no column for household_id",
///     expected: "a header such as \"Mã hộ\"", action: "Add the column.")
/// ```
package struct Diagnostic: Error, Hashable, CustomStringConvertible {
    /// What kind of mistake it is, and with which code of sysexits a command ends that meets it. Each room declares its own.
    package struct Code: Hashable, Sendable {
        package let name: String
        package let status: Status

        package init(_ name: String, _ status: Status) {
            self.name = name
            self.status = status
        }
    }

    /// The exit codes of sysexits.h.
    package enum Status: Int32, Sendable {
        /// The command was wrong.
        case usage = 64
        /// An input was.
        case data = 65
        /// An input is not there, or may not be read.
        case noInput = 66
        /// An output cannot be made.
        case cannotCreate = 73
        /// Reading or writing stopped in the middle.
        case inputOutput = 74
    }

    package let code: Code
    /// As the user named it: a file, a folder, a stream, an option.
    package let file: String
    /// Physical line, from 1.
    package let line: Int?
    /// Byte position in the line, from 1.
    package let column: Int?
    /// In a workbook the place as spreadsheets write it: `Sheet1!B12`.
    package let cell: String?
    /// The header of the column.
    package let header: String?
    /// The place inside YAML or JSON: "variables.smartphone.answers".
    package let field: String?
    package let found: String
    package let expected: String
    /// What to do; empty where what was expected says it.
    package let action: String

    package init(
        _ code: Code, file: String, line: Int? = nil, column: Int? = nil, header: String? = nil,
        cell: String? = nil, field: String? = nil, found: String, expected: String, action: String = ""
    ) {
        self.code = code
        self.file = file
        self.line = line
        self.column = column
        self.cell = cell
        self.header = header
        self.field = field
        self.found = found
        self.expected = expected
        self.action = action
    }

    /// A fault of which the file is known by now.
    package init(_ code: Code, file: String, line: Int? = nil, _ fault: Fault, action: String? = nil) {
        self.init(
            code, file: file, line: line, field: fault.place.isEmpty ? nil : fault.place, found: fault.found,
            expected: fault.expected, action: action ?? fault.action)
    }

    /// Where it stands, as a person looks it up: `survey.csv:12`, `survey.xlsx:Sheet1!B12`.
    package static func place(_ file: String, line: Int?, cell: String?) -> String {
        (cell ?? line.map(String.init)).map { "\(file):\($0)" } ?? file
    }

    package var description: String {
        var place = Self.place(file, line: line, cell: cell)
        if let column { place += ":\(column)" }
        if let header { place += ": column \(header)" }
        if let field { place += ": \(field)" }
        return "\(place): found \(found); expected \(expected)." + (action.isEmpty ? "" : " \(action)")
    }
}
