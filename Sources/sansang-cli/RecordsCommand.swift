internal import ArgumentParser
internal import CSVReader
internal import SurveyReports

/// What the reader sees in a file, for people who debug one.
struct RecordsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "records",
        abstract: "Print what the reader sees in a file: a JSON array of arrays of strings.",
        discussion: """
            Examples:
              sansang records export.csv
              sansang records export.txt --delimiter tab --encoding TCVN3
              sansang records strange.csv --delimiter ';' --escape '\\' --comment '#' --ragged
              sansang records survey.xlsx --sheet "Hộ" --cells values
            """)

    @Argument(help: "A CSV file or a workbook (.xlsx); - reads standard input.")
    var file: String

    @Option(help: "What separates fields: one character, or tab. Default: found by evidence.")
    var delimiter: OneByte?

    @Option(help: "The quote character.")
    var quote = OneByte(byte: UInt8(ascii: "\""))

    @Option(help: "A character that makes the quote behind it an ordinary one, inside quotes.")
    var escape: OneByte?

    @Option(help: "Lines that start with this character are left out.")
    var comment: OneByte?

    @Flag(help: "Records may have different numbers of fields.")
    var ragged = false

    @OptionGroup var reading: FileOptions

    @Option(
        help:
            "Cells of a workbook: shown, as in its export to CSV, or values, as every other command reads them."
    )
    var cells = CellForm.shown

    @Flag(help: "One JSON document: the only form there is.")
    var json = false

    func run() throws {
        try reportingErrors {
            var options = reading.options
            (options.delimiter, options.quote, options.escape) = (delimiter?.byte, quote.byte, escape?.byte)
            (options.comment, options.isRagged, options.cellForm) = (comment?.byte, ragged, cells)
            var file = try CSVFile(path: file, options: options)
            var isSound = true
            var printed = 0
            var width: Int?
            say("[")
            // The document ends well even where reading stops in the middle.
            defer { say("\n]\n") }
            while let block = try file.nextBlock() {
                var text = ""
                for record in 0..<block.count {
                    let fields = block.texts(of: record)
                    text += printed == 0 ? "\n" : ",\n"
                    text += "[" + fields.map { JSONValue.text($0).written() }.joined(separator: ",") + "]"
                    printed += 1
                    if let width, !ragged, fields.count != width {
                        isSound = false
                        note(
                            "sansang: \(file.name):\(block.line(of: record)): found \(fields.count) fields; expected "
                                + "\(width), as in the first record. Correct the line, or say --ragged.")
                    }
                    width = width ?? fields.count
                }
                for issue in block.issues {
                    isSound = false
                    note(
                        "sansang: \(file.name):\(issue.line): found a quote that opens here and never closes; "
                            + "expected a closing quote. The line is left out; close or remove the quote.")
                }
                say(text)
            }
            if !isSound { throw ExitCode(65) }
        }
    }
}

extension CellForm: ExpressibleByArgument {}

/// A character of one byte, as people write it in a shell.
struct OneByte: ExpressibleByArgument {
    let byte: UInt8

    init(byte: UInt8) { self.byte = byte }

    init?(argument: String) {
        switch argument {
        case "tab", "\\t": byte = UInt8(ascii: "\t")
        default:
            guard let first = argument.utf8.first, argument.utf8.count == 1, first >= 0x20 || first == 0x09
            else {
                return nil
            }
            byte = first
        }
    }

    var defaultValueDescription: String { String(Unicode.Scalar(byte)) }
}
