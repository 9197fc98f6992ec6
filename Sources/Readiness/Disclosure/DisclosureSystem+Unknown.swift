extension DisclosureSystem {
    /// As `connected`, without figures that follow by subtraction alone; empty if `figure` does.
    func undetermined(_ figure: Int, known: [Bool]) -> (unknown: [Int], equations: [Int]) {
        if known[figure] { return ([], []) }
        var known = known
        var queue = connected(figure, known: known).equations
        while let equation = queue.popLast() {
            let open = equations[equation].lazy.filter { !known[$0.figure] }.prefix(2).map(\.figure)
            guard open.count == 1, let found = open.first else { continue }
            if found == figure { return ([], []) }
            known[found] = true
            queue += equationsOf[found]
        }
        return connected(figure, known: known)
    }

    /// The unknown figures that hang together with `figure`, itself first, and the equations they are in.
    func connected(_ figure: Int, known: [Bool]) -> (unknown: [Int], equations: [Int]) {
        var unknown = [figure]
        var isOpen = known.map { !$0 }
        isOpen[figure] = false
        var used: [Int] = []
        var isUsed = Array(repeating: false, count: equations.count)
        var next = 0
        while next < unknown.count {
            for equation in equationsOf[unknown[next]] where !isUsed[equation] {
                isUsed[equation] = true
                used.append(equation)
                for term in equations[equation] where isOpen[term.figure] {
                    isOpen[term.figure] = false
                    unknown.append(term.figure)
                }
            }
            next += 1
        }
        return (unknown, used)
    }
}
