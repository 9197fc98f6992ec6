/// What a cell says, read once for each different cell of a column.
enum CellText {
    /// The cell without blanks around it and byte order marks that an export left in.
    static func trimmed(_ text: String) -> String {
        let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// A decimal number as programs write it: sign, digits, point, exponent. nil for anything else ("0x1F", "inf").
    static func number(_ text: String) -> Double? {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
            let number = Double(text), number.isFinite
        else { return nil }
        return number
    }

    /// What a cell that is no number looks like: its kind, never its content.
    static func kind(_ text: String) -> String {
        let digits = text.filter(\.isNumber).count
        let isOnly = { (signs: String) in text.allSatisfy { $0.isNumber || signs.contains($0) } }
        if digits > 0, text.contains(","), isOnly(",.+-") { return "a number with a comma" }
        if digits >= 4, isOnly("-/. :T") { return "a date or a code" }
        return "a text of \(text.count) character\(text.count == 1 ? "" : "s")"
    }

    /// Numbers by size, then texts.
    static func comesBefore(_ left: String, _ right: String) -> Bool {
        switch (number(left), number(right)) {
        case (let one?, let other?): one == other ? left < right : one < other
        case (.some, nil): true
        case (nil, .some): false
        case (nil, nil): left < right
        }
    }
}
