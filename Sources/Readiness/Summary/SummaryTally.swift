internal import Basics
internal import SurveyData

/// What one thread has counted so far: a cell for each combination of place, design and weight.
struct SummaryTally: Sendable {
    private let plan: TallyPlan
    /// A table a level: (cell of the level above, code) to cell; the last one's code is the weighting class.
    private var levels: [KeyTable]
    /// By word of the indicators.
    private var counters: [MaskCounter]
    /// By cell: all, then each procedure.
    private var sums: [PartSums] = []
    /// What each combination of answer classes says, by its number in `combinations`.
    private var combinations = KeyTable()
    private var outcomes: [Outcome] = []
    /// A number for each cell and outcome, and how many households have it.
    private var filing = KeyTable()
    private var filingCounts: [Int] = []
    /// By word, then outcome: known, yes.
    private var outcomeMasks: [[SIMD2<UInt64>]]

    /// Rows of a tile: what is known of them stays in the nearest cache.
    private static let tile = 64
    private var rows: ArraySlice<UInt32> = []
    private var codes = Array(repeating: UInt32(0), count: SummaryTally.tile)
    /// By word, then row: known, yes.
    private var rowMasks: [SIMD2<UInt64>]
    /// By row: the classes of its answers; its weighting class and procedures.
    private var rowKinds = Array(repeating: SIMD2<UInt64>(), count: SummaryTally.tile)
    private var rowOutcomes = Array(repeating: UInt32(0), count: SummaryTally.tile)
    private var rowFiling = Array(repeating: UInt32(0), count: SummaryTally.tile)
    private var rowFilingKeys = Array(repeating: UInt64(0), count: SummaryTally.tile)
    private var rowCells = Array(repeating: UInt32(0), count: SummaryTally.tile)
    /// By row: dossiers in all and online, people and people of 60 and over.
    private var rowTotals = Array(repeating: 0.0, count: SummaryTally.tile)
    private var rowOnline = Array(repeating: 0.0, count: SummaryTally.tile)
    private var rowSizes = Array(repeating: 0.0, count: SummaryTally.tile)
    private var rowOlder = Array(repeating: 0.0, count: SummaryTally.tile)

    /// What is counted of every part; of procedures, all.
    private struct PartSums {
        var households = 0
        var answered = 0
        var online = 0
        var dossiers = DossierSums()
    }

    /// What one combination of classes says.
    private struct Outcome {
        let tellsDossiers: Bool
        /// Of one with a procedure: whether it told of filing online, and whether it did, as 0 or 1.
        let answered, online: Int
        let filing: FilingAnswers
    }

    init(_ plan: TallyPlan) {
        self.plan = plan
        levels = Array(repeating: KeyTable(), count: plan.keys.count + 1)
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
            findNumbers()
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
        let only60Plus = CellPart.bit(of: .only60Plus)
        for row in 0..<count where rowOlder[row] >= rowSizes[row] { rowKinds[row][1] |= only60Plus }
        levels[plan.keys.count].code(&rowCells, count) { UInt64($0) << 32 | rowKinds[$1][1] & Self.classes }
        let cells = levels[plan.keys.count].keys.count
        for word in counters.indices { counters[word].grow(to: cells) }
        while sums.count < cells * slots { sums.append(PartSums()) }
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
                    answered: masks.known.contains(CellPart.ofProcedures) ? 1 : 0,
                    online: masks.yes.contains(CellPart.ofProcedures) ? 1 : 0,
                    filing: FilingAnswers(household)))
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
        let slots = slots
        for row in 0..<rows.count {
            let outcome = outcomes[Int(rowOutcomes[row])]
            let cell = Int(rowCells[row])
            rowFilingKeys[row] = UInt64(cell) << 32 | UInt64(rowOutcomes[row])
            // The first slot is everyone's.
            let bits = (rowKinds[row][1] >> UInt64(WeightingClass.bitCount)) << 1 | 1
            let x = outcome.tellsDossiers ? Int(rowOnline[row]) : 0
            let y = outcome.tellsDossiers ? Int(rowTotals[row]) : 0
            sums.withUnsafeMutableBufferPointer { sums in
                var left = bits
                while left != 0 {
                    let place = cell &* slots &+ left.trailingZeroBitCount
                    left &= left &- 1
                    sums[place].households &+= 1
                    sums[place].answered &+= outcome.answered
                    sums[place].online &+= outcome.online
                    if outcome.tellsDossiers { sums[place].dossiers.add(x: x, y: y) }
                }
            }
            for word in counters.indices {
                let masks = rowMasks[word * Self.tile + row] | outcomeMasks[word][Int(rowOutcomes[row])]
                counters[word].add(MaskCounter.Spread(known: masks[0], yes: masks[1]), to: cell)
            }
        }
        filing.code(&rowFiling, rows.count) { rowFilingKeys[$1] }
        filingCounts += repeatElement(0, count: filing.keys.count - filingCounts.count)
        for row in 0..<rows.count { filingCounts[Int(rowFiling[row])] += 1 }
    }

    private static let classes = (1 as UInt64) << UInt64(WeightingClass.bitCount) - 1
    private var slots: Int { plan.asksProcedures ? 1 + CellPart.procedures.count : 1 }
}

extension SummaryTally {
    /// What the cells share, and their counts: one for each weighting class in them.
    func cells() -> [(key: SummaryCell.Key, cell: SummaryCell)] {
        let filing = filingByCell()
        return (0..<sums.count / slots).map { place in
            var codes: [Int] = []
            var above = place
            for level in levels.indices.reversed() {
                let key = levels[level].keys[above]
                codes.append(Int(key & 0xFFFF_FFFF))
                above = Int(key >> 32)
            }
            var cell = SummaryCell()
            cell.add(
                WeightingClass(bits: UInt8(codes[0])),
                ClassCounts(counts: counts(place), filing: filing[place]))
            if plan.asksProcedures {
                for (slot, procedure) in CellPart.procedures.enumerated() {
                    let own = sums[place * slots + 1 + slot]
                    guard own.households > 0 else { continue }
                    var counts = AnswerCounts()
                    counts.households = own.households
                    counts.dossiers = own.dossiers
                    counts.setFiling(known: own.answered, online: own.online)
                    cell.procedures[procedure] = counts
                }
            }
            return (plan.key(codes.dropFirst().reversed()), cell)
        }
    }

    private func filingByCell() -> [FilingCounts] {
        var cells = Array(repeating: FilingCounts(), count: sums.count / slots)
        // In the order of the answers, each count goes to the end of its cell's list.
        var byOutcome = Array(repeating: [(cell: Int, count: Int)](), count: outcomes.count)
        for (key, count) in zip(filing.keys, filingCounts) {
            byOutcome[Int(key & 0xFFFF_FFFF)].append((Int(key >> 32), count))
        }
        for outcome in outcomes.indices.sorted(by: { outcomes[$0].filing < outcomes[$1].filing }) {
            for (cell, count) in byOutcome[outcome] { cells[cell].add(outcomes[outcome].filing, count) }
        }
        return cells
    }

    private func counts(_ place: Int) -> AnswerCounts {
        var counts = AnswerCounts()
        counts.households = sums[place * slots].households
        counts.dossiers = sums[place * slots].dossiers
        let bits = counters.map { $0.counts(place) }
        counts.known = Array(bits.flatMap(\.known).prefix(counts.known.count))
        counts.yes = Array(bits.flatMap(\.yes).prefix(counts.yes.count))
        return counts
    }
}
