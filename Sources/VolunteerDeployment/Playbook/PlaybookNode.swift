internal import Basics
internal import SurveyData
internal import Yams

/// A node of a playbook's YAML that knows its place, so that every mistake can be named.
struct PlaybookNode {
    let node: Node
    let path: String
    let file: String

    /// The root of a YAML text.
    init(yaml text: String, file: String) throws(PlaybookError) {
        do throws(YAMLText.Fault) {
            node = try YAMLText(text).root
        } catch {
            throw PlaybookError(
                file: file, place: error.place, found: error.found, expected: error.expected,
                action: "Correct it, or start from the built-in playbook.")
        }
        path = ""
        self.file = file
    }

    private init(node: Node, path: String, file: String) {
        self.node = node
        self.path = path
        self.file = file
    }

    func error(
        found: String? = nil, expected: String, action: String = "Correct the value."
    ) -> PlaybookError {
        let line = node.mark.map { " (line \($0.line))" } ?? ""
        return PlaybookError(
            file: file, place: (path.isEmpty ? "the file" : path) + line, found: found ?? node.shown,
            expected: expected, action: action)
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
            PlaybookNode(node: $0, path: Node.path(path, key), file: file)
        }
    }

    /// The pairs of a mapping in the order of the file.
    func pairs() throws(PlaybookError) -> [(key: String, value: PlaybookNode)] {
        guard let mapping = node.mapping else { throw error(expected: "a mapping (key: value)") }
        var pairs: [(key: String, value: PlaybookNode)] = []
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            pairs.append((name, PlaybookNode(node: value, path: Node.path(path, name), file: file)))
        }
        return pairs
    }

    /// Refuses keys that nobody reads: most are typing mistakes.
    func allow(_ keys: [String]) throws(PlaybookError) {
        for (key, value) in try pairs() where !keys.contains(key) {
            throw value.error(
                found: "the key \(shown(key))", expected: "one of \(keys.joined(separator: ", "))",
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
