/// Which households say the same in one column: positions in the survey, ascending.
extension Survey {
    package var positionsByGroup: [GroupID: [Int]] {
        positions(table.places.codes, table.places.places.map(\.group))
    }

    package var positionsByFormerWard: [String: [Int]] {
        positions(table.places.codes, table.places.places.map(\.formerWard))
    }

    /// By who asked, where one is named.
    var positionsByInterviewer: [String: [Int]] {
        guard let column = table.texts(.interviewer) else { return [:] }
        return positions(column.codes, column.answers.map(\.value))
    }

    package var interviewsByGroup: [GroupID: Int] {
        let counts = table.places.codes.counts(of: rows, below: table.places.places.count)
        return zip(table.places.places, counts).reduce(into: [:]) { interviews, place in
            guard let group = place.0.group, place.1 > 0 else { return }
            interviews[group, default: 0] += place.1
        }
    }

    /// - Parameter keys: by code, what it says; nil: the households are left out.
    private func positions<Key: Hashable>(_ codes: CodeList, _ keys: [Key?]) -> [Key: [Int]] {
        positions(codes, keys.map { key in key.map { [$0] } ?? [] })
    }

    /// - Parameter keys: by code, all that it says.
    package func positions<Key: Hashable>(_ codes: CodeList, _ keys: [[Key]]) -> [Key: [Int]] {
        var byCode: [[Int]] = keys.map { _ in [] }
        for (place, row) in rows.enumerated() { byCode[codes[Int(row)]].append(place) }
        // Several codes may say the same.
        var found: [Key: [[Int]]] = [:]
        for (keys, own) in zip(keys, byCode) where !own.isEmpty {
            for key in keys { found[key, default: []].append(own) }
        }
        return found.mapValues { $0.count == 1 ? $0[0] : $0.flatMap(\.self).sorted() }
    }
}
