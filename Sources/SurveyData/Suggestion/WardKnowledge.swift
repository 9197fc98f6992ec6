internal import Basics

/// What the ward's codebook says of answers and numbers, in its own words, for drafts to start from.
struct WardKnowledge {
    let codebook: Codebook
    let matcher: HeaderMatcher
    private let root: YAMLPlace

    init() throws {
        codebook = try Codebook.builtIn()
        matcher = HeaderMatcher(codebook: codebook)
        root = try YAMLPlace(
            text: String(decoding: PackageResources.ward_yaml, as: UTF8.self), file: Codebook.builtInName,
            code: .badCodebook)
    }

    /// The texts of a list of a variable ("units", "range", "stripPrefixes", "other"); empty where it has none.
    func texts(_ variable: Variable, _ key: String) -> [String] {
        (try? root["variables"]?[variable.name]?[key]?.texts()) ?? []
    }

    func text(_ variable: Variable, _ key: String) -> String? {
        root["variables"]?[variable.name]?[key]?.scalarText
    }

    /// Code → answers, in the codebook's order; empty where the variable is not coded.
    func answers(_ variable: Variable) -> [(code: String, texts: [String])] {
        guard let place = root["variables"]?[variable.name]?["answers"] else { return [] }
        return pairs(place.scalarText.flatMap { root["answers"]?[$0] } ?? place)
    }

    var yesNo: [(code: String, texts: [String])] { root["answers"]?["yesNo"].map(pairs) ?? [] }

    var missing: [(code: String, texts: [String])] { root["missing"].map(pairs) ?? [] }

    var totalsRows: [String] { (try? root["totalsRows"]?.texts()) ?? [] }

    private func pairs(_ place: YAMLPlace) -> [(code: String, texts: [String])] {
        ((try? place.pairs()) ?? []).map { ($0.key, (try? $0.value.texts()) ?? []) }
    }
}
