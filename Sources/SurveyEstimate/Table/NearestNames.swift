/// Names that a mistyped one may have meant.
enum NearestNames {
    /// At most three of `names`, the nearest first: a third of the letters may differ, upper and lower case do not.
    static func of(_ name: String, among names: [String]) -> [String] {
        let wanted = Array(name.lowercased())
        let most = max(1, wanted.count / 3)
        return names.map { (name: $0, distance: distance(wanted, Array($0.lowercased()))) }
            .filter { $0.distance <= most }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
            .prefix(3).map(\.name)
    }

    /// Letters to insert, leave out or change (V. I. Levenshtein, 1966).
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (above, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = above + 1
            for (place, other) in right.enumerated() {
                let change = diagonal + (letter == other ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(change, diagonal + 1, row[place] + 1)
            }
        }
        return row[right.count]
    }
}
