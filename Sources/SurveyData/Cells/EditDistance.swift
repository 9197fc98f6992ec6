/// The candidate nearest to a text, if it is near enough to be meant: at most a third of it is different.
package func closest(to text: String, among candidates: [String]) -> String? {
    let folded = Array(fold(text).utf8)
    let limit = max(1, folded.count / 3)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
        let distance = editDistance(folded, Array(fold(candidate).utf8))
        if distance <= limit, best.map({ distance < $0.distance }) ?? true {
            best = (distance, candidate)
        }
    }
    return best?.candidate
}

/// Levenshtein's distance: the fewest bytes to insert, delete or replace.
func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var previous = Array(0...right.count)
    for (row, byte) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            current.append(
                min(previous[column] + (byte == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
            )
        }
        previous = current
    }
    return previous[right.count]
}
