extension DecodingError {
    /// Where in a JSON document decoding failed ("at groups[3].need"), without the value that was found.
    package static func place(of error: any Error) -> String {
        let path: [any CodingKey] =
            switch error as? DecodingError {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            default: []
            }
        let text = field(path)
        return text.isEmpty ? "no JSON" : "at \(text)"
    }

    /// "groups[3].need".
    package static func field(_ path: [any CodingKey]) -> String {
        let text = path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
        return String(text.drop { $0 == "." })
    }
}
