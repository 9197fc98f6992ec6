/// Two interviews of one residential group that agree more than chance lets the closest pair of such a group agree.
package struct NearDuplicate: Sendable, Equatable {
    /// Positions among the survey's households.
    package let first, second: Int
    /// Questions that both answered alike, and questions compared.
    package let alike, compared: Int
    /// Share of shuffled groups whose closest pair agrees as much, counting the group itself.
    package let chance: Double
}

extension NearDuplicate {
    private static let shuffles = 99
    /// Pairs as rare as this are named.
    private static let rare = 0.01
    private static let largestGroup = 400

    /// The near-duplicates of each group, closest first.
    ///
    /// A short form of yes and no makes many interviews alike, so no fixed share of agreement means anything. Here the
    /// group is its own measure: blocks of questions that belong together are shuffled among its households, which
    /// keeps every answer's frequency and the ties inside a block, and the closest pair is found anew.
    ///
    /// - Source: after M. Kuriakose, N. Robbins, Don't get duped: fraud through duplication in public opinion surveys
    ///   (2016), whose fixed 85 % is replaced by the group's own rate as K. Simmons et al. (Pew Research, 2016) ask.
    package static func all(_ survey: Survey, seed: UInt64) -> [NearDuplicate] {
        let questions = blocks.map { $0.filter(survey.asked.contains) }.filter { !$0.isEmpty }
        guard questions.joined().count >= 5 else { return [] }
        let byGroup = Dictionary(grouping: survey.households.indices) { survey.households[$0].group }
        let groups = byGroup.sorted { ($0.key?.text ?? "") < ($1.key?.text ?? "") }
        return groups.enumerated().flatMap { number, group -> [NearDuplicate] in
            guard group.key != nil, group.value.count >= 5 else { return [] }
            var random = Shuffle(state: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
            return found(Array(group.value.prefix(largestGroup)), survey.households, questions, &random)
        }
    }

    /// Questions that go together.
    private static let blocks: [[Variable]] = [
        [.householdSize, .people60Plus, .children, .womenHeaded], [.respondentAge, .respondentSex],
        [.smartphone, .computer, .internet, .eID], [.skills, .knowsProcess],
        [.proceduresTotal, .proceduresOnline, .procedures, .channel, .whoFiled, .couldRepeat],
        [.barriers, .wantsHelp, .consent],
    ]

    private static func found(
        _ rows: [Int], _ households: [Household], _ blocks: [[Variable]], _ random: inout Shuffle
    ) -> [NearDuplicate] {
        var answers = GroupAnswers(rows.map { households[$0] }, blocks)
        let pairs = answers.closestPairs()
        guard let most = pairs.first?.alike else { return [] }
        var asClose: [Int: Int] = [:]
        for _ in 0..<shuffles {
            answers.shuffle(&random)
            asClose[answers.closest(), default: 0] += 1
        }
        return pairs.prefix { $0.alike > most - 3 }.compactMap { pair in
            let closer = asClose.reduce(0) { $1.key >= pair.alike ? $0 + $1.value : $0 }
            let chance = Double(closer + 1) / Double(shuffles + 1)
            guard chance <= rare else { return nil }
            return NearDuplicate(
                first: rows[pair.first], second: rows[pair.second], alike: pair.alike,
                compared: answers.questions, chance: chance)
        }
    }
}

/// The answers of a group's households as small numbers, a row of bytes each.
private struct GroupAnswers {
    private(set) var questions = 0
    private let blocks: [Range<Int>]
    private var rows: [SIMD32<UInt8>]

    /// More questions or more different answers than bytes hold are left out or taken together.
    init(_ households: [Household], _ blocks: [[Variable]]) {
        var ranges: [Range<Int>] = []
        rows = Array(repeating: SIMD32<UInt8>(repeating: 0), count: households.count)
        for block in blocks {
            let start = questions
            for variable in block where questions < 32 {
                var codes: [UInt64: UInt8] = [:]
                for (row, household) in households.enumerated() {
                    guard let answer = household.answerCode(variable) else { continue }
                    let code = codes[answer] ?? UInt8(min(codes.count + 1, 255))
                    codes[answer] = code
                    rows[row][questions] = code
                }
                questions += 1
            }
            ranges.append(start..<questions)
        }
        self.blocks = ranges
    }

    /// How many answers two households share; a missing answer is like no other.
    @inline(__always)
    private static func alike(_ left: SIMD32<UInt8>, _ right: SIMD32<UInt8>) -> Int {
        let zero = SIMD32<UInt8>(repeating: 0)
        let same = (left .== right) .& (left .!= zero)
        return Int(zero.replacing(with: 1, where: same).wrappedSum())
    }

    func closest() -> Int {
        var most = 0
        for first in rows.indices.dropLast() {
            for second in (first + 1)..<rows.count { most = max(most, Self.alike(rows[first], rows[second])) }
        }
        return most
    }

    /// The closest pairs, those within two answers of the closest one, closest first.
    func closestPairs() -> [(first: Int, second: Int, alike: Int)] {
        let most = closest()
        var pairs: [(first: Int, second: Int, alike: Int)] = []
        for first in rows.indices.dropLast() {
            for second in (first + 1)..<rows.count {
                let alike = Self.alike(rows[first], rows[second])
                if alike > most - 3 { pairs.append((first, second, alike)) }
            }
        }
        return pairs.sorted { ($1.alike, $0.first, $0.second) < ($0.alike, $1.first, $1.second) }
    }

    /// Gives each block of answers to another household.
    mutating func shuffle(_ random: inout Shuffle) {
        for block in blocks {
            for row in rows.indices.dropLast() {
                let other = row + Int(random.next() % UInt64(rows.count - row))
                for question in block {
                    let kept = rows[row][question]
                    rows[row][question] = rows[other][question]
                    rows[other][question] = kept
                }
            }
        }
    }
}

/// SplitMix64 (G. Steele, D. Lea, C. Flood, 2014).
private struct Shuffle {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
