package import Yams

/// A node of a YAML file that knows its place, so that every mistake can be named.
package struct YAMLPlace {
    package let node: Node
    package let path: String
    package let file: String
    /// The code of whatever is wrong in the file.
    private let code: Diagnostic.Code

    private init(node: Node, path: String, file: String, code: Diagnostic.Code) {
        self.node = node
        self.path = path
        self.file = file
        self.code = code
    }

    /// The root of a YAML text.
    ///
    /// - Throws: `Diagnostic` where the text is no YAML or no mapping.
    package init(text: String, file: String, code: Diagnostic.Code) throws(Diagnostic) {
        do throws(Fault) {
            self.init(node: try YAMLText(text).root, path: "", file: file, code: code)
        } catch {
            throw Diagnostic(code, file: file, error, action: "Correct the file.")
        }
    }

    /// What is wrong here; `found` is the node itself where nothing is said of it.
    package func error(
        found: String? = nil, expected: String, action: String = "Correct the value."
    ) -> Diagnostic {
        let line = node.mark.map { " (line \($0.line))" } ?? ""
        return Diagnostic(
            code, file: file, field: (path.isEmpty ? "the file" : path) + line, found: found ?? node.shown,
            expected: expected, action: action)
    }

    private func child(_ node: Node, _ key: String) -> YAMLPlace {
        YAMLPlace(node: node, path: Node.path(path, key), file: file, code: code)
    }

    package subscript(key: String) -> YAMLPlace? { node.mapping?[Node(key)].map { child($0, key) } }

    /// The value under a key that must be there.
    package func required(_ key: String) throws(Diagnostic) -> YAMLPlace {
        guard let child = self[key] else {
            throw error(found: "no \(key):", expected: "a key \(key):", action: "Add it.")
        }
        return child
    }

    /// The pairs of a mapping in the order of the file.
    package func pairs() throws(Diagnostic) -> [(key: String, value: YAMLPlace)] {
        guard let mapping = node.mapping else { throw error(expected: "a mapping (key: value)") }
        var result: [(key: String, value: YAMLPlace)] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else { throw error(expected: "text as keys") }
            result.append((name, child(value, name)))
        }
        return result
    }

    /// The text of a scalar, or nil for a list or mapping.
    package var scalarText: String? { node.scalar?.string }

    package func text() throws(Diagnostic) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else { throw error(expected: "one text") }
        return text
    }

    /// A list of texts; one text counts as a list of one.
    package func texts() throws(Diagnostic) -> [String] {
        if let single = node.scalar?.string { return [single] }
        guard let sequence = node.sequence else { throw error(expected: "a list of texts [a, b]") }
        var result: [String] = []
        for item in sequence {
            guard let text = item.scalar?.string else { throw error(expected: "a list of texts [a, b]") }
            result.append(text)
        }
        return result
    }

    package func number(in range: ClosedRange<Double>) throws(Diagnostic) -> Double {
        guard let text = node.scalar?.string, let number = Double(text), range.contains(number) else {
            throw error(expected: "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    package func whole(in range: ClosedRange<Int>) throws(Diagnostic) -> Int {
        guard let text = node.scalar?.string, let number = Int(text), range.contains(number) else {
            throw error(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    package func flag() throws(Diagnostic) -> Bool {
        guard let flag = node.bool else { throw error(expected: "true or false") }
        return flag
    }

    /// Refuses keys that nobody reads: most are typing mistakes.
    package func allow(_ keys: [String]) throws(Diagnostic) {
        for (key, value) in try pairs() where !keys.contains(key) {
            let close = closest(to: key, among: keys).map { "; did you mean \($0)?" } ?? ""
            throw value.error(
                found: "the key \(shown(key))", expected: "one of \(keys.joined(separator: ", "))\(close)",
                action: "Correct the key or take it out.")
        }
    }
}
