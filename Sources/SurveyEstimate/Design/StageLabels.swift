/// Labels of strata and sampled units as the numbers that a design takes, and back.
struct StageLabels {
    private let table: DataTable
    private let request: DesignRequest

    init(_ table: DataTable, _ request: DesignRequest) {
        self.table = table
        self.request = request
    }

    var stageCount: Int { max(1, request.psus.count) }

    private static let stageSize = 1 << 32

    /// By row the stratum; a later stage without strata has one in each unit above. nil: one stratum.
    func strata(ofStage stage: Int) -> [Int]? {
        column(ofStage: stage).map { name in
            table.column(name).codes.map { stage * Self.stageSize + Int($0) }
        }
    }

    /// By row the sampled unit; nil: every row is one.
    func units(ofStage stage: Int) -> [Int]? {
        stage < request.psus.count ? table.column(request.psus[stage]).codes.map(Int.init) : nil
    }

    /// A stratum as people know it: stype=H.
    func name(ofStratum label: Int) -> String {
        let (stage, code) = label.quotientAndRemainder(dividingBy: Self.stageSize)
        guard let name = column(ofStage: stage) else { return "the whole sample" }
        return "\(name)=\(table.column(name).levels[code])"
    }

    private func column(ofStage stage: Int) -> String? {
        if stage < request.strata.count { return request.strata[stage] }
        return stage > 0 ? request.psus[stage - 1] : nil
    }
}
