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
        // Rarer than one shuffle in a hundred: no shuffle may come as close, so the first that does ends the search.
        var closest = 0
        for _ in 0..<shuffles where closest < most {
            answers.shuffle(&random)
            closest = max(closest, answers.closest())
        }
        return pairs.prefix { $0.alike > closest }.map { pair in
            NearDuplicate(
                first: rows[pair.first], second: rows[pair.second], alike: pair.alike,
                compared: answers.questions, chance: 1 / Double(shuffles + 1))
        }
    }
}

/// The answers of a group's households as small numbers, a byte each.
private struct GroupAnswers {
    private(set) var questions = 0
    private let blocks: [Range<Int>]
    /// By household, then question; 0 where there is no answer.
    private var codes: [[UInt8]]
    /// Words of eight answers that a household takes.
    private static let words = 4

    /// Questions beyond 32 are left out, answers beyond 255 are taken together.
    init(_ households: [Household], _ blocks: [[Variable]]) {
        var ranges: [Range<Int>] = []
        codes = Array(repeating: Array(repeating: 0, count: Self.words * 8), count: households.count)
        for block in blocks {
            let start = questions
            for variable in block where questions < Self.words * 8 {
                var known: [UInt64: UInt8] = [:]
                for (row, household) in households.enumerated() {
                    guard let answer = household.answerCode(variable) else { continue }
                    let code = known[answer] ?? UInt8(min(known.count + 1, 255))
                    known[answer] = code
                    codes[row][questions] = code
                }
                questions += 1
            }
            ranges.append(start..<questions)
        }
        self.blocks = ranges
    }

    /// The answers, eight in a word, and a bit (0x80) for each that was given.
    private func packed() -> (answers: [UInt64], given: [UInt64]) {
        var answers: [UInt64] = []
        var given: [UInt64] = []
        for row in codes {
            for word in 0..<Self.words {
                let bytes = row[word * 8..<word * 8 + 8]
                answers.append(bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) })
                given.append(bytes.reversed().reduce(0) { $0 << 8 | ($1 == 0 ? 0 : 0x80) })
            }
        }
        return (answers, given)
    }

    /// How many answers two households share; a missing answer is like no other.
    @inline(__always)
    private static func alike(_ answers: [UInt64], _ given: [UInt64], _ first: Int, _ second: Int) -> Int {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        var sum: UInt64 = 0
        for word in 0..<words {
            let differs = answers[first &* words &+ word] ^ answers[second &* words &+ word]
            // 0x80 in each byte that is zero (H. S. Warren, Hacker's Delight, 6-1).
            let same = ~(((differs & low) &+ low) | differs | low) & given[first &* words &+ word]
            sum &+= same &>> 7
        }
        return Int((sum &* 0x0101_0101_0101_0101) &>> 56)
    }

    func closest() -> Int {
        let (answers, given) = packed()
        var most = 0
        for first in 0..<max(codes.count - 1, 0) {
            for second in (first + 1)..<codes.count {
                most = max(most, Self.alike(answers, given, first, second))
            }
        }
        return most
    }

    /// The closest pairs, those within two answers of the closest one, closest first.
    func closestPairs() -> [(first: Int, second: Int, alike: Int)] {
        let most = closest()
        let (answers, given) = packed()
        var pairs: [(first: Int, second: Int, alike: Int)] = []
        for first in 0..<max(codes.count - 1, 0) {
            for second in (first + 1)..<codes.count {
                let alike = Self.alike(answers, given, first, second)
                if alike > most - 3 { pairs.append((first, second, alike)) }
            }
        }
        return pairs.sorted { ($1.alike, $0.first, $0.second) < ($0.alike, $1.first, $1.second) }
    }

    /// Gives each block of answers to another household.
    mutating func shuffle(_ random: inout Shuffle) {
        for block in blocks {
            for row in codes.indices.dropLast() {
                let other = row + Int(random.next() % UInt64(codes.count - row))
                for question in block {
                    let kept = codes[row][question]
                    codes[row][question] = codes[other][question]
                    codes[other][question] = kept
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
