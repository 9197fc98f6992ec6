internal import Basics
package import Yams

/// A node of a YAML file that knows its place, so that every mistake can be named.
package struct YAMLPlace {
    package let node: Node
    package let path: String
    package let file: String

    package init(node: Node, path: String, file: String) {
        self.node = node
        self.path = path
        self.file = file
    }

    /// The root of a YAML text.
    ///
    /// - Throws: `CodebookError` where the text is no YAML or no mapping.
    package init(text: String, file: String) throws {
        do throws(YAMLText.Fault) {
            self.init(node: try YAMLText(text).root, path: "", file: file)
        } catch {
            throw CodebookError(
                file: file, place: error.place, found: error.found, expected: error.expected)
        }
    }

    /// What is wrong here; `found` is the node itself where nothing is said of it.
    package func error(found: String? = nil, expected: String) -> CodebookError {
        let line = node.mark.map { " (line \($0.line))" } ?? ""
        return CodebookError(
            file: file, place: (path.isEmpty ? "the file" : path) + line, found: found ?? node.shown,
            expected: expected)
    }

    package subscript(key: String) -> YAMLPlace? {
        guard let child = node.mapping?[Node(key)] else { return nil }
        return YAMLPlace(node: child, path: Node.path(path, key), file: file)
    }

    /// The pairs of a mapping in the order of the file.
    package func pairs() throws(CodebookError) -> [(key: String, value: YAMLPlace)] {
        guard let mapping = node.mapping else { throw error(expected: "a mapping (key: value)") }
        var result: [(key: String, value: YAMLPlace)] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else { throw error(expected: "text as keys") }
            result.append((name, YAMLPlace(node: value, path: Node.path(path, name), file: file)))
        }
        return result
    }

    /// The text of a scalar, or nil for a list or mapping.
    var scalarText: String? { node.scalar?.string }

    package func text() throws(CodebookError) -> String {
        guard let text = node.scalar?.string else { throw error(expected: "one text") }
        return text
    }

    /// A list of texts; one text counts as a list of one.
    package func texts() throws(CodebookError) -> [String] {
        if let single = node.scalar?.string { return [single] }
        guard let sequence = node.sequence else { throw error(expected: "a list of texts") }
        var result: [String] = []
        for item in sequence {
            guard let text = item.scalar?.string else { throw error(expected: "a list of texts") }
            result.append(text)
        }
        return result
    }

    package func number() throws(CodebookError) -> Double {
        guard let text = node.scalar?.string, let number = Double(text), number.isFinite else {
            throw error(expected: "a number")
        }
        return number
    }

    package func flag() throws(CodebookError) -> Bool {
        guard let flag = node.bool else { throw error(expected: "true or false") }
        return flag
    }

    /// Refuses keys that nobody reads: most are typing mistakes.
    package func allow(_ keys: [String]) throws(CodebookError) {
        for (key, value) in try pairs() where !keys.contains(key) {
            let close = closest(to: key, among: keys).map { "; did you mean \($0)?" } ?? ""
            throw value.error(
                found: "the key \(shown(key))", expected: "one of \(keys.joined(separator: ", "))\(close)")
        }
    }
}
