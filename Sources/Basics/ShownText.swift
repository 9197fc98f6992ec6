/// A code, word or number of a file as a message shows it: in quotes, at most 24 characters, and harmless.
package func shown(_ text: String) -> String {
    "\"\(harmless(text.prefix(24)))\(text.count > 24 ? "…" : "")\""
}

/// Text whose signs that would steer a terminal or turn the direction of writing are written as `\u{1B}`.
package func harmless(_ text: some StringProtocol) -> String {
    var written = ""
    for scalar in text.unicodeScalars {
        if isHarmless(scalar) {
            written.unicodeScalars.append(scalar)
        } else {
            written += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }
    return written
}

/// A word of a list as a message shows it; "a word" for what may be a person's name or number.
///
/// The codes of lists are words of small letters. What stands there instead by a slip of columns, such as a name
/// ("Nguyễn Văn A") or a telephone number, is not shown.
package func shownWord(_ text: String) -> String {
    let mayBeName = text.contains(where: \.isWhitespace) && text.contains(where: \.isUppercase)
    let mayBeNumber = text.count(where: \.isNumber) > 4
    return mayBeName || mayBeNumber ? "something else" : shown(text)
}

private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    default: true
    }
}
