internal import SurveyData

/// Police go to households that nobody asked only where they are asked in: to a few of each group, those with most to
/// gain.
struct Invitations {
    /// In a group; nil: any number.
    let most: Int?

    /// The same cells, in their order, in which police may take so many households of each group's quotas; a cell
    /// that only part of them come from is divided.
    func limited(_ cells: [(cell: NeedCell, dossiers: Double)]) -> [(cell: NeedCell, dossiers: Double)] {
        guard let most else { return cells }
        let open = cells.indices.filter {
            cells[$0].cell.content == .quota && cells[$0].cell.gainOfPolice > 0
        }
        .sorted { (-cells[$0].cell.gainOfPolice, $0) < (-cells[$1].cell.gainOfPolice, $1) }
        var left: [Int: Int] = [:]
        var invited: [Int: Int] = [:]
        for place in open {
            let cell = cells[place].cell
            let count = min(cell.count, left[cell.group] ?? most)
            left[cell.group] = (left[cell.group] ?? most) - count
            invited[place] = count
        }
        return cells.enumerated().flatMap { place, own -> [(cell: NeedCell, dossiers: Double)] in
            guard let count = invited[place] else { return [own] }
            return [
                (own.cell.with(count: count, options: own.cell.options), own.dossiers),
                (
                    own.cell.with(count: own.cell.count - count, options: own.cell.optionsOfOthers),
                    own.dossiers
                ),
            ].filter { $0.0.count > 0 }
        }
    }
}

extension NeedCell {
    /// Expected dossiers of a visit of the ablest police; 0 where they can do nothing.
    fileprivate var gainOfPolice: Double {
        options.compactMap { $0?.help.force == .police ? $0?.gain : nil }.max() ?? 0
    }

    fileprivate var optionsOfOthers: [ExpectedVisit?] {
        options.map { $0?.help.force == .police ? nil : $0 }
    }

    /// The same households, or so many of them, with other options.
    func with(count: Int? = nil, options: [ExpectedVisit?]) -> NeedCell {
        NeedCell(
            group: group, failedSteps: failedSteps, consent: consent, types: types, content: content,
            count: count ?? self.count, barred: barred, time: time, options: options)
    }
}
