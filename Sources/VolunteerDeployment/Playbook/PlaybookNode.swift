internal import Yams

/// A node of a playbook's YAML that knows its place, so that every mistake can be named.
struct PlaybookNode {
    let node: Node
    let path: String
    let file: String

    /// The root of a YAML text.
    init(yaml text: String, file: String) throws(PlaybookError) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw PlaybookError(
                file: file, place: Self.place(of: error), found: "text that is no YAML",
                expected: "YAML", action: "Quote texts that hold ':' or ','; indent with blanks, not tabs.")
        }
        guard let root, root.mapping != nil else {
            throw PlaybookError(
                file: file, place: "line 1", found: "no mapping", expected: "a YAML mapping (key: value)",
                action: "Start from the built-in playbook.")
        }
        node = root
        path = ""
        self.file = file
    }

    private init(node: Node, path: String, file: String) {
        self.node = node
        self.path = path
        self.file = file
    }

    private static func place(of error: any Error) -> String {
        switch error as? YamlError {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            "line \(mark.line), column \(mark.column)"
        default: "the file"
        }
    }

    func error(
        found: String? = nil, expected: String, action: String = "Correct the value."
    ) -> PlaybookError {
        let line = node.mark.map { " (line \($0.line))" } ?? ""
        return PlaybookError(
            file: file, place: (path.isEmpty ? "the file" : path) + line, found: found ?? ownText,
            expected: expected, action: action)
    }

    private var ownText: String {
        switch node {
        case .scalar(let scalar): "\"\(scalar.string)\""
        case .mapping: "a mapping"
        case .sequence: "a list"
        default: "an alias"
        }
    }

    /// The value under a key that must be there.
    func required(_ key: String) throws(PlaybookError) -> PlaybookNode {
        guard let child = optional(key) else {
            throw error(found: "no \(key):", expected: "a key \(key):", action: "Add it.")
        }
        return child
    }

    func optional(_ key: String) -> PlaybookNode? {
        node.mapping?[Node(key)].map {
            PlaybookNode(node: $0, path: path.isEmpty ? key : "\(path).\(key)", file: file)
        }
    }

    /// The pairs of a mapping in the order of the file.
    func pairs() throws(PlaybookError) -> [(key: String, value: PlaybookNode)] {
        guard let mapping = node.mapping else { throw error(expected: "a mapping (key: value)") }
        var pairs: [(key: String, value: PlaybookNode)] = []
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            pairs.append(
                (name, PlaybookNode(node: value, path: path.isEmpty ? name : "\(path).\(name)", file: file)))
        }
        return pairs
    }

    /// Refuses keys that nobody reads: most are typing mistakes.
    func allow(_ keys: [String]) throws(PlaybookError) {
        for (key, value) in try pairs() where !keys.contains(key) {
            throw value.error(
                found: "the key \"\(key)\"", expected: "one of \(keys.joined(separator: ", "))",
                action: "Correct the key or take it out.")
        }
    }

    func text() throws(PlaybookError) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else { throw error(expected: "a text") }
        return text
    }

    func texts() throws(PlaybookError) -> [String] {
        guard let sequence = node.sequence else { throw error(expected: "a list of texts [a, b]") }
        var texts: [String] = []
        for item in sequence {
            guard let text = item.scalar?.string else { throw error(expected: "a list of texts [a, b]") }
            texts.append(text)
        }
        return texts
    }

    func number(in range: ClosedRange<Double>) throws(PlaybookError) -> Double {
        guard let text = node.scalar?.string, let number = Double(text), range.contains(number) else {
            throw error(expected: "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func whole(in range: ClosedRange<Int>) throws(PlaybookError) -> Int {
        guard let text = node.scalar?.string, let number = Int(text), range.contains(number) else {
            throw error(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
