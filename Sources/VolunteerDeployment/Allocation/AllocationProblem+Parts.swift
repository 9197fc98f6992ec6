extension AllocationProblem {
    /// Many workers: the programme's own time is most of a search, so that fewer and larger steps are taken.
    var isLarge: Bool { workers.count > 400 }

    /// The same problem without some wishes.
    package func givingUp(_ given: [Int]) -> AllocationProblem {
        AllocationProblem(
            workers: workers, groups: groups, cells: cells, kinds: kinds,
            mustOpen: mustOpen.filter { !given.contains($0) }, floors: floors, opensForVisits: opensForVisits)
    }

    /// More than the best plan is worth above the worst: all gains, the dearest ways and what floors can miss.
    var span: Double {
        let most = mostVisits
        let gains = zip(cells, most).reduce(1.0) { sum, own in
            sum + Double(own.1) * (own.0.offers.compactMap { $0?.gain }.max() ?? 0)
        }
        let ways = workers.reduce(gains) { sum, worker in
            let free = worker.openings.filter { !$0.isPinned }.map { abs($0.cost) }.sorted(by: >)
            return sum + free.prefix(max(0, worker.mostGroups)).reduce(0, +)
        }
        return floors.reduce(ways) { sum, floor in
            let below = floor.weights.sorted { $0.key < $1.key }.reduce(max(0, floor.least)) { below, own in
                below + Double(most[own.key]) * max(0, -(own.value.min() ?? 0))
            }
            return sum + floor.penalty * below
        }
    }

    /// What opening a wished group that nobody opens is paid: more than any plan is worth.
    var wish: Double { max(1e6, span) }

    /// The same wishes in the same time, with nothing to gain or to pay: what counts is how many are met.
    var wishesAlone: AllocationProblem {
        AllocationProblem(
            workers: workers.map { worker in
                .init(
                    kind: worker.kind, minutes: worker.minutes, mostGroups: worker.mostGroups,
                    openings: worker.openings.map {
                        .init(
                            group: $0.group, minutes: $0.minutes, cost: 0, isPinned: $0.isPinned,
                            kind: $0.kind)
                    }, barred: worker.barred)
            }, groups: groups,
            cells: cells.map { cell in
                .init(
                    group: cell.group, count: cell.count,
                    offers: cell.offers.map { offer in offer.map { .init(gain: 0, minutes: $0.minutes) } },
                    uses: cell.uses, followUps: cell.followUps)
            }, kinds: kinds, mustOpen: mustOpen, opensForVisits: opensForVisits)
    }

    /// The same problem without the minutes that a worker could never spend: more than the groups that take longest,
    /// with all their households. Tables are as long as minutes are.
    var withoutIdleMinutes: AllocationProblem {
        let visits = mostVisits
        let stays = (0..<kinds).map { kind in
            cellsOfGroup.map { cells in
                cells.reduce(0.0) { sum, cell in
                    let offer = self.cells[cell].offers[kind]
                    return sum + Double(visits[cell]) * Double(offer?.minutes ?? 0)
                }
            }
        }
        return AllocationProblem(
            workers: workers.map { worker in
                func longest(pinned: Bool) -> [Double] {
                    worker.openings.filter { $0.isPinned == pinned }
                        .map { $0.minutes + stays[worker.kind(in: $0)][$0.group] }.sorted(by: >)
                }
                let free = longest(pinned: false).prefix(max(0, worker.mostGroups)).reduce(0, +)
                let most = longest(pinned: true).reduce(free, +)
                return .init(
                    kind: worker.kind, minutes: min(worker.minutes, most), mostGroups: worker.mostGroups,
                    openings: worker.openings, barred: worker.barred)
            }, groups: groups, cells: cells, kinds: kinds, mustOpen: mustOpen, floors: floors,
            opensForVisits: opensForVisits)
    }
}
