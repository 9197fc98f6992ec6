package import Yams

/// The root of a YAML text, in NFC, or what is wrong with the text and where.
package struct YAMLText {
    /// A mapping.
    package let root: Node

    /// - Throws: `Fault` for text that is no YAML, that says a key twice, or that is no mapping.
    package init(_ text: String) throws(Fault) {
        let node: Node?
        do {
            node = try Yams.compose(yaml: composed(text))
        } catch {
            throw Self.fault(error)
        }
        guard let node, node.mapping != nil else {
            throw Fault(place: "line 1", found: "no mapping", expected: "a YAML mapping (key: value)")
        }
        root = node
    }

    private static func fault(_ error: any Error) -> Fault {
        let plain = "text that is no YAML"
        let expected = "YAML; quote a text that holds ':' or '?' or ',', and indent with blanks, not tabs"
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            return Fault(place: place(mark), found: plain, expected: expected)
        case .duplicatedKeysInMapping(let keys, let context):
            return Fault(
                place: place(context.mark),
                found: "the key \(keys.first.map(shown) ?? "of a mapping") twice in one mapping",
                expected: "each key once")
        case .reader(_, let offset, _, _):
            return Fault(
                place: offset.map { "byte \($0)" } ?? "line 1", found: "a sign that no text holds",
                expected: "text in UTF-8")
        default: return Fault(place: "line 1", found: plain, expected: expected)
        }
    }

    private static func place(_ mark: Mark) -> String { "line \(mark.line), column \(mark.column)" }
}

extension Node {
    /// The node as a message shows it.
    package var shown: String {
        switch self {
        case .scalar(let scalar): Basics.shown(scalar.string)
        case .mapping: "a mapping"
        case .sequence: "a list"
        default: "an alias"
        }
    }

    /// The path of a key below a place, as a message shows it ("barriers.eID").
    package static func path(_ path: String, _ key: String) -> String {
        let name = String(Basics.shown(key).dropFirst().dropLast())
        return path.isEmpty ? name : "\(path).\(name)"
    }
}
