internal import Basics

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
    package static func all(_ survey: Survey, seed: UInt64, threads: Int = 1) -> [NearDuplicate] {
        let questions = blocks.map { $0.filter(survey.asked.contains) }.filter { !$0.isEmpty }
        guard questions.joined().count >= 5 else { return [] }
        let groups = survey.positionsByGroup.sorted { $0.key < $1.key }.map(\.value)
        return parallelMap(groups.count, threads: threads) { number -> [NearDuplicate] in
            let positions = groups[number]
            guard positions.count >= 5 else { return [] }
            var random = SplitMix64(state: seed &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
            return found(Array(positions.prefix(largestGroup)), survey.households, questions, &random)
        }.flatMap(\.self)
    }

    /// Questions that go together.
    private static let blocks: [[Variable]] = [
        [.householdSize, .people60Plus, .children, .womenHeaded], [.respondentAge, .respondentSex],
        [.smartphone, .computer, .internet, .eID], [.skills, .knowsProcess],
        [.proceduresTotal, .proceduresOnline, .procedures, .channel, .whoFiled, .couldRepeat],
        [.barriers, .wantsHelp, .consent],
    ]

    private static func found(
        _ rows: [Int], _ households: HouseholdList, _ blocks: [[Variable]], _ random: inout SplitMix64
    ) -> [NearDuplicate] {
        var answers = GroupAnswers(rows.map { households[$0] }, blocks)
        let pairs = answers.closestPairs()
        guard let most = pairs.first?.alike else { return [] }
        // Rarer than one shuffle in a hundred: no shuffle may come as close, so the first that does ends the search.
        var closest = 0
        for _ in 0..<shuffles where closest < most {
            answers.shuffle(&random)
            closest = max(closest, answers.closest(enough: most))
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
    private let count: Int
    private let blocks: [Range<Int>]
    /// By question, then household in vectors of sixteen; 0 where there is no answer.
    private var codes: [SIMD16<UInt8>] = []
    /// Vectors that a question takes.
    private let stride: Int

    /// Answers beyond 255 are taken together.
    init(_ households: [Household], _ blocks: [[Variable]]) {
        var ranges: [Range<Int>] = []
        count = households.count
        stride = (households.count + 15) / 16
        for block in blocks {
            let start = questions
            for variable in block {
                codes += repeatElement(SIMD16(), count: stride)
                var known: [UInt64: UInt8] = [:]
                for (row, household) in households.enumerated() {
                    guard let answer = household.answerCode(variable) else { continue }
                    let code = known[answer] ?? UInt8(min(known.count + 1, 255))
                    known[answer] = code
                    codes[questions * stride + row / 16][row % 16] = code
                }
                questions += 1
            }
            ranges.append(start..<questions)
        }
        self.blocks = ranges
    }

    /// How many answers one household shares with each of sixteen; a missing answer is like no other.
    @inline(__always)
    private func alike(
        _ codes: UnsafeBufferPointer<SIMD16<UInt8>>, _ own: [(start: Int, code: SIMD16<UInt8>)],
        _ vector: Int
    ) -> SIMD16<UInt8> {
        var sum = SIMD16<UInt8>()
        for question in own {
            let same = codes[question.start &+ vector] .== question.code
            sum &+= SIMD16<UInt8>().replacing(with: 1, where: same)
        }
        return sum
    }

    /// Where each answer of a household stands, and the answer sixteen times over.
    @inline(__always)
    private func answers(
        of row: Int, _ codes: UnsafeBufferPointer<SIMD16<UInt8>>,
        into answers: inout [(start: Int, code: SIMD16<UInt8>)]
    ) {
        answers.removeAll(keepingCapacity: true)
        for question in 0..<questions {
            let code = codes[question * stride + row / 16][row % 16]
            if code != 0 { answers.append((question * stride, SIMD16(repeating: code))) }
        }
    }

    /// How many answers the closest pair shares; the search ends at one that shares `enough`.
    func closest(enough: Int = .max) -> Int {
        var most = 0
        var own: [(start: Int, code: SIMD16<UInt8>)] = []
        codes.withUnsafeBufferPointer { codes in
            for row in 0..<count where most < enough {
                answers(of: row, codes, into: &own)
                // Of the first vector the household itself is left out; those before it are pairs as well.
                var first = alike(codes, own, row / 16)
                first[row % 16] = 0
                var closest = first
                for vector in (row / 16 + 1)..<max(stride, row / 16 + 1) {
                    closest = pointwiseMax(closest, alike(codes, own, vector))
                }
                most = max(most, Int(closest.max()))
            }
        }
        return most
    }

    /// The closest pairs, those within two answers of the closest one, closest first.
    func closestPairs() -> [(first: Int, second: Int, alike: Int)] {
        let most = closest()
        var pairs: [(first: Int, second: Int, alike: Int)] = []
        var own: [(start: Int, code: SIMD16<UInt8>)] = []
        codes.withUnsafeBufferPointer { codes in
            for row in 0..<max(count - 1, 0) {
                answers(of: row, codes, into: &own)
                for vector in row / 16..<stride {
                    let shared = alike(codes, own, vector)
                    guard Int(shared.max()) > most - 3 else { continue }
                    for lane in 0..<16 where Int(shared[lane]) > most - 3 {
                        let second = vector * 16 + lane
                        if second > row, second < count { pairs.append((row, second, Int(shared[lane]))) }
                    }
                }
            }
        }
        return pairs.sorted { ($1.alike, $0.first, $0.second) < ($0.alike, $1.first, $1.second) }
    }

    /// Gives each block of answers to another household.
    mutating func shuffle(_ random: inout SplitMix64) {
        codes.withUnsafeMutableBytes { codes in
            for block in blocks {
                for row in 0..<max(count - 1, 0) {
                    let other = row + random.below(count - row)
                    for question in block {
                        let start = question * stride * 16
                        let kept = codes[start + row]
                        codes[start + row] = codes[start + other]
                        codes[start + other] = kept
                    }
                }
            }
        }
    }
}
