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
            written += code(of: scalar)
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

/// Text of any length and origin as a terminal, a table or a page may have it: what would steer a terminal or turn
/// the direction of writing stands as `\u{1B}`. Line ends and tabs stay, and so do joiners inside words and emoji.
package func inert(_ text: String) -> String {
    if text.utf8.allSatisfy(isInert) { return text }
    var written = ""
    written.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        if isSteering(scalar) { written += code(of: scalar) } else { written.unicodeScalars.append(scalar) }
    }
    return written
}

/// Whether a character steers a terminal (a control character but line ends and tabs) or turns the direction of
/// writing.
package func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": false
    case ..<" ", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        true
    default: false
    }
}

/// Whether no character with this byte in UTF-8 steers; 0xC2, 0xD8 and 0xE2 may begin one that does.
package func isInert(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    case ..<0x20, 0x7F, 0xC2, 0xD8, 0xE2: false
    default: true
    }
}

/// `\u{1B}`.
private func code(of scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
}

private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    default: true
    }
}
