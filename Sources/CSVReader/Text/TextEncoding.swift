/// How a file's bytes stand for characters.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1258 = "windows-1258"
    /// TCVN 5712, known as ABC: the fonts called .VnTime.
    case tcvn3 = "TCVN3"
    case viscii = "VISCII"
    /// VNI-Windows: most letters with a tone are two bytes.
    case vni = "VNI"
    case windows1252 = "windows-1252"

    /// The encoding that a person means; nil for a name that is none.
    package init?(named name: String) {
        let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
        switch plain {
        case "utf8", "utf8bom", "utf8sig": self = .utf8
        case "utf16", "utf16le", "unicode": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        case "windows1258", "cp1258": self = .windows1258
        case "tcvn3", "tcvn", "abc", "tcvn5712", "tcvn57121": self = .tcvn3
        case "viscii": self = .viscii
        case "vni", "vniwindows", "vniwin": self = .vni
        case "windows1252", "cp1252", "latin1", "iso88591": self = .windows1252
        default: return nil
        }
    }

    /// The names that `--encoding` takes, as a sentence lists them.
    package static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// What iconv calls it; nil where iconv has no table.
    var iconvName: String? {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .windows1258: "CP1258"
        case .tcvn3: "TCVN"
        case .viscii: "VISCII"
        case .vni: nil
        case .windows1252: "CP1252"
        }
    }
}
