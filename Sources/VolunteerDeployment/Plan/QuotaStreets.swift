internal import SurveyData

/// A street, or those of its houses that have some numbers.
package struct StreetPart: Sendable, Hashable {
    package enum Side: String, Sendable, Hashable { case odd, even }

    /// As the survey writes it.
    package let street: String
    /// nil: both sides.
    package let side: Side?
    /// First and last house number; nil: no limit.
    package let from, to: Int?

    package init(street: String, side: Side? = nil, from: Int? = nil, to: Int? = nil) {
        self.street = street
        self.side = side
        self.from = from
        self.to = to
    }
}

/// Who has which streets where several people go from door to door in one group: each street, or part of one, has one
/// owner, so that nobody's door is knocked on by two.
///
/// Shares of the streets, by the households that the survey knows there, are as the shares of the quotas. Who visits
/// somebody on a street by name has that street where it can be.
struct QuotaStreets {
    private let problem: DeploymentProblem
    private let needsOfGroup: [GroupID: [Int]]

    init(_ problem: DeploymentProblem) {
        self.problem = problem
        needsOfGroup = Dictionary(grouping: problem.needs.indices) { problem.needs[$0].group }
    }

    /// By volunteer, then group: nothing where one person has all quotas of a group, or no street is known.
    func parts(for assignments: [VolunteerAssignment]) -> [VolunteerID: [GroupID: [StreetPart]]] {
        var quotas: [GroupID: [(volunteer: VolunteerID, count: Int)]] = [:]
        // The police knock at no door: they go where they are asked in.
        for assignment in assignments where assignment.force != .police {
            let own = Dictionary(grouping: assignment.visits.filter { $0.kind == .quota }, by: \.group)
            for (group, visits) in own {
                quotas[group, default: []].append((assignment.volunteer, visits.count))
            }
        }
        var named: [VolunteerID: [GroupID: [Int]]] = [:]
        let places = problem.needPlaces
        for visit in assignments.flatMap(\.visits) {
            guard let need = visit.household.flatMap({ places[$0] }) else { continue }
            named[visit.volunteer, default: [:]][visit.group, default: []].append(need)
        }
        var parts: [VolunteerID: [GroupID: [StreetPart]]] = [:]
        for (group, owners) in quotas where owners.count > 1 {
            let known = needsOfGroup[group] ?? []
            let shares = shared(
                streets(known), owners.map(\.count),
                visited: owners.map { named[$0.volunteer]?[group] ?? [] })
            for (owner, share) in zip(owners, shares) where !share.isEmpty {
                parts[owner.volunteer, default: [:]][group] = share.map { part($0, of: known) }
            }
        }
        return parts
    }

    /// Houses of one street that stay together.
    private struct Piece {
        let street: String
        var side: StreetPart.Side?
        var from, to: Int?
        /// House or alley numbers of the households that are known there; 0 where none is written.
        var numbers: [Int]

        /// Two halves: the sides of the street, else by number; nil where all known houses have one number.
        var halves: (Piece, Piece)? {
            let odd = numbers.filter { $0 % 2 != 0 }
            var (first, second) = (self, self)
            if side == nil, !odd.isEmpty, odd.count < numbers.count {
                (first.side, first.numbers) = (.odd, odd)
                (second.side, second.numbers) = (.even, numbers.filter { $0 % 2 == 0 })
                return (first, second)
            }
            let distinct = Set(numbers).sorted()
            guard distinct.count > 1 else { return nil }
            let last = distinct[distinct.count / 2 - 1]
            (first.to, first.numbers) = (last, numbers.filter { $0 <= last })
            (second.from, second.numbers) = (last + 1, numbers.filter { $0 > last })
            return (first, second)
        }
    }

    /// The streets of some needs, in their order.
    private func streets(_ needs: [Int]) -> [Piece] {
        let own = Dictionary(grouping: needs.filter { !problem.walk[$0].street.isEmpty }) {
            problem.walk[$0].street
        }
        return own.keys.sorted(by: VietnameseOrder.precedes).map { street in
            Piece(street: street, numbers: (own[street] ?? []).map { problem.walk[$0].numbers.first ?? 0 })
        }
    }

    /// By owner.
    ///
    /// - Parameter visited: by owner: needs that the owner visits by name.
    private func shared(_ streets: [Piece], _ quotas: [Int], visited: [[Int]]) -> [[Piece]] {
        var pieces = streets
        while pieces.count < quotas.count {
            let largest = pieces.indices.filter { pieces[$0].halves != nil }.max {
                (pieces[$0].numbers.count, $1) < (pieces[$1].numbers.count, $0)
            }
            guard let largest, let (first, second) = pieces[largest].halves else { break }
            pieces.replaceSubrange(largest...largest, with: [first, second])
        }
        let all = pieces.reduce(0) { $0 + $1.numbers.count }
        let sum = quotas.reduce(0, +)
        // In households times quotas: whole numbers.
        var left = quotas.map { $0 * all }
        var shares = quotas.map { _ in [Int]() }
        for piece in pieces.indices.sorted(by: {
            (-pieces[$0].numbers.count, $0) < (-pieces[$1].numbers.count, $1)
        }) {
            func known(_ owner: Int) -> Int {
                left[owner] <= 0
                    ? 0 : visited[owner].count { problem.walk[$0].street == pieces[piece].street }
            }
            let owner = quotas.indices.max {
                (known($0), left[$0], $1) < (known($1), left[$1], $0)
            }
            guard let owner else { break }
            shares[owner].append(piece)
            left[owner] -= pieces[piece].numbers.count * sum
        }
        // Nobody goes without.
        for owner in quotas.indices where shares[owner].isEmpty {
            guard let rich = quotas.indices.max(by: { (shares[$0].count, $1) < (shares[$1].count, $0) }),
                shares[rich].count > 1
            else { break }
            shares[owner].append(shares[rich].removeLast())
        }
        return shares.map { $0.sorted().map { pieces[$0] } }
    }

    private func part(_ piece: Piece, of needs: [Int]) -> StreetPart {
        let written = needs.filter { problem.walk[$0].street == piece.street }
            .map { HouseNumber.street(in: problem.needs[$0].address) }
        let counts = Dictionary(grouping: written, by: { $0 }).mapValues(\.count)
        let name = counts.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key ?? piece.street
        return StreetPart(street: name, side: piece.side, from: piece.from, to: piece.to)
    }
}
