internal import SurveyReports

/// How much room text takes in a cell, in widths of a digit; an estimate, as only the reader's program has the font.
enum TextSize {
    /// The widest of its lines.
    static func width(_ text: String) -> Double {
        var widest = 0.0
        var width = 0.0
        for scalar in text.unicodeScalars {
            width = scalar == "\n" || scalar == "\r" ? 0 : width + Self.width(scalar)
            widest = max(widest, width)
        }
        return widest
    }

    /// Lines when broken at spaces, as a cell with wrapped text does.
    static func lines(_ text: String, in room: Double) -> Int {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) {
            count, paragraph in
            var lines = 1
            var used = 0.0
            for word in paragraph.split(separator: " ") {
                let width = width(String(word))
                if used > 0, used + space + width > room {
                    lines += 1
                    used = 0
                }
                used += (used > 0 ? space : 0) + width
                // A word that is longer than the line is broken anywhere.
                while used > room {
                    lines += 1
                    used -= room
                }
            }
            return count + lines
        }
    }

    /// A number in a format, with its separators.
    static func width(_ number: Double, _ format: Workbook.Format) -> Double {
        guard number.isFinite else { return 0 }
        let size = format == .percent || format == .wholePercent ? abs(number) * 100 : abs(number)
        let digits = size < 1 ? 1 : Double(String(Int(min(size, 1e15))).count)
        let decimals =
            switch format {
            case .text: 4.0
            case .integer, .minutes: 0.0
            case .percent, .wholePercent: 3.0
            case .decimal(let count): Double(count) + 1
            }
        return digits + ((digits - 1) / 3).rounded(.down) + decimals + (number < 0 ? 1 : 0)
    }

    private static let space = 0.5

    private static func width(_ scalar: UnicodeScalar) -> Double {
        switch scalar {
        case " ": space
        case "i", "l", "j", "t", "f", "r", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", "-": 0.65
        case "m", "w", "M", "W", "@", "%": 1.6
        case "A"..."Z": 1.25
        // Marks above and below, joiners and skin tones have no place of their own.
        case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}", "\u{FE00}"..."\u{FE0F}",
            "\u{1F3FB}"..."\u{1F3FF}":
            0
        // Ideographs, full-width forms and emoji take two.
        case "\u{2E80}"..."\u{D7A3}", "\u{FF00}"..."\u{FF60}", "\u{1F000}"...: 2.2
        default: 1
        }
    }
}
