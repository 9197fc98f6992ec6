internal import SurveyData

extension NumberStyle {
    /// A difference of shares in percentage points with its sign: "+1,2 điểm phần trăm".
    package func points(_ difference: Double) -> String { "\(signed(difference))\u{A0}\(unit)" }

    /// How large a difference of shares is, without a sign: "1,2 điểm phần trăm".
    package func size(_ difference: Double) -> String {
        "\(decimal(difference * 100, digits: 1))\u{A0}\(unit)"
    }

    private var unit: String { language == .vi ? "điểm phần trăm" : "points" }

    /// Two differences of shares as a span: "−0,5 đến +3,2 điểm phần trăm".
    package func points(_ lower: Double, to upper: Double) -> String {
        "\(signed(lower)) \(language == .vi ? "đến" : "to") \(points(upper))"
    }

    /// A chance in whole per cents, never 0 or 100: "trên 99 %".
    package func chance(_ chance: Double) -> String {
        let percent = Int((chance * 100).rounded())
        let unit = language == .vi ? "\u{A0}%" : "%"
        if percent < 1 { return "<\u{A0}1\(unit)" }
        return percent > 99 ? ">\u{A0}99\(unit)" : "\(percent)\(unit)"
    }

    private func signed(_ difference: Double) -> String {
        let text = decimal(abs(difference) * 100, digits: 1)
        return difference < 0 ? "−\(text)" : "+\(text)"
    }
}

extension String {
    /// The same in the middle of a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
