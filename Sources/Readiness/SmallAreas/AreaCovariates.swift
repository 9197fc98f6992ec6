internal import SurveyData

/// What the registry knows of each group, as numbers for a model.
enum AreaCovariates {
    /// As many areas with a sample as this for each coefficient.
    private static let areasForEach = 5

    /// One row a group, equally long: the share of people aged 60 or more, the kilometres to the nearer service site
    /// (each centred and scaled, where all groups have it and it differs), and a 1 for each former ward but one, as
    /// long as there are groups enough.
    static func rows(_ groups: [ResidentialGroup], isAsked: [Bool]) -> [[Double]] {
        let asked = isAsked.count { $0 }
        var columns: [[Double]] = []
        func add(_ column: [Double]?) {
            guard let column, (columns.count + 2) * areasForEach <= asked else { return }
            columns.append(column)
        }
        add(scaled(groups.map(\.share60Plus), isAsked))
        add(scaled(groups.map(\.siteDistanceKilometres), isAsked))
        let counts = zip(groups, isAsked).reduce(into: [String: Int]()) {
            if $1.1 { $0[$1.0.formerWard, default: 0] += 1 }
        }
        let wards = counts.filter { $0.value > 1 }.keys.sorted().dropFirst()
        if (columns.count + wards.count + 1) * areasForEach <= asked {
            for ward in wards { columns.append(groups.map { $0.formerWard == ward ? 1 : 0 }) }
        }
        return groups.indices.map { group in columns.map { $0[group] } }
    }

    /// nil where a group has no number, or the groups asked all have the same.
    private static func scaled(_ numbers: [Double?], _ isAsked: [Bool]) -> [Double]? {
        let known = numbers.compactMap(\.self)
        guard known.count == numbers.count else { return nil }
        let asked = zip(known, isAsked).filter(\.1).map(\.0)
        guard asked.count > 1 else { return nil }
        let mean = asked.reduce(0, +) / Double(asked.count)
        let variance = asked.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(asked.count - 1)
        guard variance > 1e-12 else { return nil }
        return known.map { ($0 - mean) / variance.squareRoot() }
    }
}
