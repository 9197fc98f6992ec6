/// The candidate nearest to a text, if it is near enough to be meant; of several, the first.
package func closest(to text: String, among candidates: [String]) -> String? {
    near(text, candidates).min { ($0.distance, $0.place) < ($1.distance, $1.place) }.map {
        candidates[$0.place]
    }
}

/// At most three candidates that a mistyped text may have meant, the nearest first, then by letters.
package func nearest(to text: String, among candidates: [String]) -> [String] {
    near(text, candidates).map { (distance: $0.distance, candidate: candidates[$0.place]) }
        .sorted { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
        .prefix(3).map(\.candidate)
}

/// The candidates of which at most a third is different, folded.
private func near(_ text: String, _ candidates: [String]) -> [(place: Int, distance: Int)] {
    let folded = Array(fold(text).utf8)
    let limit = max(1, folded.count / 3)
    return candidates.enumerated().compactMap { place, candidate in
        let other = Array(fold(candidate).utf8)
        guard abs(other.count - folded.count) <= limit else { return nil }
        let distance = editDistance(folded, other)
        return distance <= limit ? (place, distance) : nil
    }
}

/// The fewest bytes to insert, delete or replace (V. I. Levenshtein, 1966).
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
