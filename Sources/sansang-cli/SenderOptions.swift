internal import ArgumentParser
internal import Basics
internal import SurveyReports

/// How residents can be sure of whoever comes, as `analyze` and `plan` ask.
struct SenderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Whom residents may ask, as a telephone number: printed on lists, notices and the public page.",
            valueName: "text"))
    var contact: String?

    @Option(
        help: ArgumentHelp(
            "The word of the month, which those who are sent know: on lists and notices, never on the public page.",
            valueName: "text"))
    var word: String?

    var senders: Senders {
        Senders(contact: contact.map(Self.trimmed), word: word.map(Self.trimmed))
    }

    func validate() throws {
        try check("--contact", contact, longest: 120)
        try check("--word", word, longest: 40)
        let (contact, word) = (senders.contact ?? "", senders.word ?? "")
        if !word.isEmpty, contact.lowercased().contains(word.lowercased()) {
            throw ValidationError(
                "--word: found the word inside --contact, which the public page prints; expected another word."
            )
        }
    }

    private func check(_ option: String, _ text: String?, longest: Int) throws {
        guard let text else { return }
        let inner = Self.trimmed(text)
        if inner.isEmpty {
            throw ValidationError("\(option): found nothing; expected a text, or no \(option).")
        }
        if inner.count > longest {
            throw ValidationError(
                "\(option): found \(inner.count) characters; expected at most \(longest).")
        }
        if inner.unicodeScalars.contains(where: Self.isUnprintable) {
            throw ValidationError(
                "\(option): found a line break or another character that cannot be printed; expected one line."
            )
        }
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// Controls, line ends, and marks that turn the direction of a text.
    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            true
        default: false
        }
    }
}
