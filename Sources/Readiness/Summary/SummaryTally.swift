internal import Basics
internal import SurveyData

/// What one thread has counted so far: a cell for each combination of place, design and weight.
struct SummaryTally: Sendable {
    private let plan: TallyPlan
    /// A table a level: (cell of the level above, code) to cell.
    private var levels: [KeyTable]
    /// By word of the indicators.
    private var counters: [MaskCounter]
    /// By cell and part.
    private var sums: [PartSums] = []
    /// What each combination of answer classes says, by its number in `combinations`.
    private var combinations = KeyTable()
    private var outcomes: [Outcome] = []
    /// By word, then outcome: known, yes.
    private var outcomeMasks: [[SIMD2<UInt64>]]

    /// Rows of a tile: what is known of them stays in the nearest cache.
    private static let tile = 64
    private var rows: ArraySlice<UInt32> = []
    private var codes = Array(repeating: UInt32(0), count: SummaryTally.tile)
    /// By word, then row: known, yes.
    private var rowMasks: [SIMD2<UInt64>]
    /// By row: the classes of its answers and the parts that it is of.
    private var rowKinds = Array(repeating: SIMD2<UInt64>(), count: SummaryTally.tile)
    private var rowOutcomes = Array(repeating: UInt32(0), count: SummaryTally.tile)
    private var rowCells = Array(repeating: UInt32(0), count: SummaryTally.tile)
    /// By row: dossiers in all and online, people and people of 60 and over.
    private var rowTotals = Array(repeating: 0.0, count: SummaryTally.tile)
    private var rowOnline = Array(repeating: 0.0, count: SummaryTally.tile)
    private var rowSizes = Array(repeating: 0.0, count: SummaryTally.tile)
    private var rowOlder = Array(repeating: 0.0, count: SummaryTally.tile)

    /// What is counted of every part; of procedures, all.
    private struct PartSums {
        var households = 0
        var filers = 0
        var onlineFilers = 0
        var dossiers = DossierSums()
    }

    /// What one combination of classes says.
    private struct Outcome {
        let tellsDossiers: Bool
        let filers, onlineFilers: Int
    }

    init(_ plan: TallyPlan) {
        self.plan = plan
        levels = Array(repeating: KeyTable(), count: plan.keys.count)
        counters = Array(repeating: MaskCounter(), count: IndicatorBits.wordCount)
        outcomeMasks = Array(repeating: [], count: IndicatorBits.wordCount)
        rowMasks = Array(repeating: SIMD2(), count: Self.tile * IndicatorBits.wordCount)
    }

    /// Counts some rows of the table.
    mutating func add(_ all: ArraySlice<UInt32>) {
        var start = all.startIndex
        while start < all.endIndex {
            let end = min(start + Self.tile, all.endIndex)
            rows = all[start..<end]
            findAnswers()
            findCells()
            findOutcomes()
            count()
            start = end
        }
    }

    /// Per row: the masks of indicators of one answer, and the classes of answers for the others.
    private mutating func findAnswers() {
        let count = rows.count
        for place in rowMasks.indices { rowMasks[place] = SIMD2() }
        for place in 0..<count { rowKinds[place] = SIMD2() }
        for column in plan.answers {
            column.codes.copy(rows, into: &codes)
            for word in counters.indices {
                Self.merge(column.masks[word], codes, count, into: &rowMasks, from: word * Self.tile)
            }
            Self.merge(column.kinds, codes, count, into: &rowKinds, from: 0)
        }
    }

    @inline(__always)
    private static func merge(
        _ answers: [SIMD2<UInt64>], _ codes: [UInt32], _ count: Int, into rows: inout [SIMD2<UInt64>],
        from start: Int
    ) {
        precondition(start + count <= rows.count && count <= codes.count)
        answers.withUnsafeBufferPointer { answers in
            codes.withUnsafeBufferPointer { codes in
                rows.withUnsafeMutableBufferPointer { rows in
                    for row in 0..<count { rows[start &+ row] |= answers[Int(codes[row])] }
                }
            }
        }
    }

    /// Per row: the number of its cell.
    private mutating func findCells() {
        let count = rows.count
        for row in 0..<count { rowCells[row] = 0 }
        for (level, column) in plan.keys.enumerated() {
            column.copy(rows, into: &codes)
            codes.withUnsafeBufferPointer { codes in
                levels[level].code(&rowCells, count) { UInt64($0) << 32 | UInt64(codes[$1]) }
            }
        }
        let cells = (levels.last?.keys.count ?? 0) * plan.parts.count
        for word in counters.indices { counters[word].grow(to: cells) }
        while sums.count < cells { sums.append(PartSums()) }
    }

    /// Per row: the number of what its combination of classes says.
    private mutating func findOutcomes() {
        combinations.code(&rowOutcomes, rows.count) { rowKinds[$1][0] }
        for (row, place) in zip(rowOutcomes, rows) where Int(row) == outcomes.count {
            let household = plan.table.household(Int(place))
            let masks = IndicatorMasks(household, plan.combined)
            outcomes.append(
                Outcome(
                    tellsDossiers: household.dossiers.value != nil && household.dossiersOnline.value != nil,
                    filers: masks.known.contains(CellPart.ofProcedures) ? 1 : 0,
                    onlineFilers: masks.yes.contains(CellPart.ofProcedures) ? 1 : 0))
            for (word, pair) in zip(masks.known.words, masks.yes.words).enumerated() {
                outcomeMasks[word].append(SIMD2(pair.0, pair.1))
            }
        }
    }

    /// Per row: the numbers that are added up or compared.
    private mutating func findNumbers() {
        Self.find(plan.total, rows, &codes, into: &rowTotals, missing: 0)
        Self.find(plan.online, rows, &codes, into: &rowOnline, missing: 0)
        Self.find(plan.size, rows, &codes, into: &rowSizes, missing: .infinity)
        Self.find(plan.older, rows, &codes, into: &rowOlder, missing: -1)
    }

    private static func find(
        _ column: TallyPlan.CountColumn?, _ rows: ArraySlice<UInt32>, _ codes: inout [UInt32],
        into numbers: inout [Double], missing: Double
    ) {
        guard let column else {
            for row in 0..<rows.count { numbers[row] = missing }
            return
        }
        column.codes.copy(rows, into: &codes)
        for row in 0..<rows.count { numbers[row] = column.numbers[Int(codes[row])] }
    }

    private mutating func count() {
        findNumbers()
        let (slots, cellParts) = (plan.slots, plan.parts.count)
        let procedures = UInt64(CellPart.procedureBits)
        let only60Plus = (1 as UInt64) << UInt64(CellPart.place(of: .only60Plus))
        for row in 0..<rows.count {
            let outcome = outcomes[Int(rowOutcomes[row])]
            let cell = Int(rowCells[row]) &* cellParts
            let bits = rowKinds[row][1] | 1 | (rowOlder[row] >= rowSizes[row] ? only60Plus : 0)
            let x = outcome.tellsDossiers ? Int(rowOnline[row]) : 0
            let y = outcome.tellsDossiers ? Int(rowTotals[row]) : 0
            sums.withUnsafeMutableBufferPointer { sums in
                var left = bits
                while left != 0 {
                    let place = cell &+ slots[left.trailingZeroBitCount]
                    left &= left &- 1
                    sums[place].households &+= 1
                    sums[place].filers &+= outcome.filers
                    sums[place].onlineFilers &+= outcome.onlineFilers
                    if outcome.tellsDossiers { sums[place].dossiers.add(x: x, y: y) }
                }
            }
            for word in counters.indices {
                let masks = rowMasks[word * Self.tile + row] | outcomeMasks[word][Int(rowOutcomes[row])]
                counters[word].add(
                    MaskCounter.Spread(known: masks[0], yes: masks[1]), from: cell, bits: bits & ~procedures,
                    places: slots)
            }
        }
    }
}

extension SummaryTally {
    /// What the cells share, and their counts.
    func cells() -> [(key: SummaryCell.Key, cell: SummaryCell)] {
        (0..<sums.count / plan.parts.count).map { place in
            var codes: [Int] = []
            var above = place
            for level in levels.indices.reversed() {
                let key = levels[level].keys[above]
                codes.append(Int(key & 0xFFFF_FFFF))
                above = Int(key >> 32)
            }
            var parts = Array(repeating: AnswerCounts(), count: CellPart.count)
            for (slot, part) in plan.parts.enumerated() {
                parts[part] = counts(
                    place * plan.parts.count + slot,
                    ofProcedure: CellPart.procedureBits >> UInt32(part) & 1 != 0)
            }
            return (plan.key(codes.reversed()), SummaryCell(parts: parts))
        }
    }

    private func counts(_ place: Int, ofProcedure: Bool) -> AnswerCounts {
        var counts = AnswerCounts()
        counts.households = sums[place].households
        counts.dossiers = sums[place].dossiers
        if ofProcedure {
            counts.setFilers(sums[place].filers, online: sums[place].onlineFilers)
            return counts
        }
        let bits = counters.map { $0.counts(place) }
        counts.known = Array(bits.flatMap(\.known).prefix(counts.known.count))
        counts.yes = Array(bits.flatMap(\.yes).prefix(counts.yes.count))
        return counts
    }
}
