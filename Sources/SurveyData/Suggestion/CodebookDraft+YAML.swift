internal import Basics
internal import Foundation

extension CodebookDraft {
    /// The draft as a codebook file: every guess with its evidence, every open question as a comment.
    package func yaml() -> String {
        var lines = [
            "# A draft made from the file's own headers and answers: check every guess, then say",
            "#   sansang codebook check THIS_FILE",
            "codebook: \(Self.quoted(name))",
            "# probability: drawn at random; census: every household; volunteer: whoever answered.",
            "sampling: volunteer",
        ]
        lines.append("totalsRows: [Tổng cộng, Tổng, Cộng, Total]")
        if !missing.isEmpty { lines += ["missing:", "  blank: \(Self.list(missing))"] }
        lines.append(guesses.isEmpty ? "variables: {}" : "variables:")
        if !guesses.contains(where: { $0.variable == .householdID }) {
            lines.append(
                "  # household_id: no column has a value of its own in every row. Name one, or join several:")
            lines.append("  # household_id: { required: true, key: [\"…\", \"…\"] }")
        }
        for guess in guesses { lines += Self.lines(guess) }
        if !groupings.isEmpty {
            lines.append("groupings:")
            for column in groupings {
                let key = HeaderStems.words(column.header).joined()
                lines.append("  # \(column.answers.count) answers")
                lines.append("  \(Self.quoted(key)): { headers: [\(Self.quoted(column.header))] }")
            }
        }
        if !forbidden.isEmpty {
            lines += ["# Must not be held: dropped unread.", "forbidden: \(Self.list(forbidden))"]
        }
        if !rest.isEmpty { lines.append("# Columns that are not used:") }
        lines += rest.map { "#   \(Self.plain($0.header)): \(Self.nature(of: $0))" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ guess: Guess) -> [String] {
        var lines = [
            "  # \(guess.evidence); \(guess.column.given) of \(guess.column.rows) rows have an answer"
        ]
        lines.append("  \(guess.variable.name):")
        if guess.variable == .householdID { lines.append("    required: true") }
        if guess.variable.isAboutDossiers {
            lines.append(
                "    # Months up to the interview that the question covers: write what the form says.")
            lines.append("    referenceMonths: \(Codebook.usualReferenceMonths)")
        }
        if guess.flags.isEmpty {
            lines.append("    headers: [\(quoted(guess.column.header))]")
        } else {
            lines.append("    flags:")
            lines += guess.flags.map { "      \(quoted($0.code)): [\(quoted($0.header))]" }
        }
        if !guess.answers.isEmpty {
            lines.append("    answers:")
            lines += guess.answers.map { "      \(quoted($0.code)): \(list($0.texts))" }
        }
        if !guess.open.isEmpty, !guess.variable.isPersonal {
            lines.append(
                "    # Not understood; add them above: \(plain(guess.open.prefix(12).joined(separator: " | ")))"
            )
        }
        return lines
    }

    private static func nature(of column: ColumnProfile) -> String {
        if column.given == 0 { return "empty" }
        if column.isDate { return "dates" }
        if column.isNumeric { return "numbers" }
        if column.hasManyAnswers { return "many different texts" }
        return "\(column.answers.count) different answer\(column.answers.count == 1 ? "" : "s")"
    }

    private static func list(_ texts: [String]) -> String {
        "[" + texts.map(quoted).joined(separator: ", ") + "]"
    }

    /// A YAML string in double quotes.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where isSteering(scalar): result += String(format: "\\u%04X", Int(scalar.value))
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Text for a comment: on one line.
    private static func plain(_ text: String) -> String {
        inert(text).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
