/// A bit for each indicator, by its position in the list of all: in as many words as the list takes.
struct IndicatorBits: Sendable, Hashable {
    private(set) var words: [UInt64]

    /// Words that all indicators take.
    static let wordCount = (Indicator.allCases.count + UInt64.bitWidth - 1) / UInt64.bitWidth

    init() { words = Array(repeating: 0, count: Self.wordCount) }

    /// The bits of those that hold.
    init(_ holds: (Indicator) -> Bool) {
        self.init()
        for (place, indicator) in Indicator.allCases.enumerated() where holds(indicator) { insert(place) }
    }

    func contains(_ place: Int) -> Bool { words[place / 64] >> UInt64(place % 64) & 1 != 0 }

    mutating func insert(_ place: Int) { words[place / 64] |= 1 << UInt64(place % 64) }

    static func & (left: IndicatorBits, right: IndicatorBits) -> IndicatorBits {
        var both = left
        for place in both.words.indices { both.words[place] &= right.words[place] }
        return both
    }

    static func - (left: IndicatorBits, right: IndicatorBits) -> IndicatorBits {
        var rest = left
        for place in rest.words.indices { rest.words[place] &= ~right.words[place] }
        return rest
    }
}
