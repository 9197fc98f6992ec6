/// Labels of strata and sampled units as the numbers that a design takes, and back.
///
/// An id is the text of its cell: "1" and "01" are two.
struct StageLabels {
    private let request: DesignRequest
    private let table: DataTable
    /// By stage the columns that tell its strata apart: the stages above, and its own strata.
    private let columns: [[DataColumn]]

    init(_ table: DataTable, _ request: DesignRequest) {
        self.table = table
        self.request = request
        columns = (0..<max(1, request.psus.count)).map { stage in
            let above = (0..<stage).flatMap { request.strata(ofStage: $0) + [request.psus[$0]] }
            return (above + request.strata(ofStage: stage)).map(table.column)
        }
    }

    var stageCount: Int { columns.count }

    /// Room for the labels of one stage.
    private static let stageSize = 1 << 56

    /// By row the stratum; a later stage without strata has one in each unit above. nil: one stratum.
    func strata(ofStage stage: Int) -> [Int]? {
        let columns = columns[stage]
        guard !columns.isEmpty else { return nil }
        return table.lines.indices.map { row in
            stage * Self.stageSize + columns.reduce(0) { $0 * $1.texts.count + Int($1.textCodes[row]) }
        }
    }

    /// By row the sampled unit; nil: every row is one.
    func units(ofStage stage: Int) -> [Int]? {
        stage < request.psus.count ? table.column(request.psus[stage]).textCodes.map(Int.init) : nil
    }

    /// A stratum as people know it: stype=H; at a later stage with the units above: h=A, p=2.
    func name(ofStratum label: Int) -> String {
        let (stage, code) = label.quotientAndRemainder(dividingBy: Self.stageSize)
        var rest = code
        var parts: [String] = []
        for column in columns[stage].reversed() {
            let (above, own) = rest.quotientAndRemainder(dividingBy: column.texts.count)
            parts.insert("\(column.name)=\(column.texts[own])", at: 0)
            rest = above
        }
        let name = parts.isEmpty ? "of the whole sample" : parts.joined(separator: ", ")
        return stage == 0 ? name : "\(name) (stage \(stage + 1))"
    }
}
