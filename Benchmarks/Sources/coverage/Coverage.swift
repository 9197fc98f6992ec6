import SurveyStatistics

/// How often 95 % intervals cover the known truth of a made-up ward, over seeded samples.
///
/// 97 groups of 200 to 560 households; 60 asked in 20 groups, 30 in 74, 3 in one, none in two (the ward's truth
/// is that of the groups asked). Simple random sampling without replacement in each group; weight N_g ÷ n_g, fpc.
@main
struct Coverage {
    static func main() throws {
        let samples = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1000
        print("samples \(samples), seeds 1…\(samples); coverage in percent")
        print(
            "share | ward beta | ward logit | dossiers logit | groups beta | groups logit | groups wilson | mean width beta"
        )
        for share in [0.05, 0.3, 0.8] {
            let ward = Ward(share: share)
            var tally = Tally()
            for seed in 1...samples { try tally.add(ward, seed: UInt64(seed)) }
            print("\(share) | \(tally.row)")
        }
    }
}

/// A finite population with known shares.
struct Ward {
    struct Household {
        let isOnline: Bool
        let dossiers, online: Double
    }

    let groups: [[Household]]
    let asked: [Int]

    init(share: Double) {
        var random = Random(seed: 20_251_101)
        let sizes = (0..<97).map { _ in 200 + random.below(361) }
        groups = sizes.map { size in
            let yes = Int((share * Double(size)).rounded())
            return (0..<size).map { index in
                let dossiers = 1 + random.below(3)
                let isOnline = index < yes
                return Household(
                    isOnline: isOnline, dossiers: Double(dossiers),
                    online: isOnline ? Double(1 + random.below(dossiers)) : 0)
            }
        }
        asked = (0..<97).map { [40, 83].contains($0) ? 0 : $0 == 61 ? 3 : $0 % 5 == 2 ? 60 : 30 }
    }
}

/// Counts of intervals that cover.
struct Tally {
    private var samples = 0
    private var ward: [String: Int] = [:]
    private var groups: [String: Int] = [:]
    private var groupIntervals = 0
    private var width = 0.0

    mutating func add(_ ward: Ward, seed: UInt64) throws {
        var random = Random(seed: seed)
        var weights: [Double] = []
        var strata: [Int] = []
        var sizes: [Double] = []
        var cases: [Ward.Household] = []
        var rows: [Int: [Int]] = [:]
        for (group, households) in ward.groups.enumerated() where ward.asked[group] > 0 {
            let count = ward.asked[group]
            for index in random.sample(count, of: households.count) {
                rows[group, default: []].append(cases.count)
                cases.append(households[index])
                strata.append(group)
                sizes.append(Double(households.count))
                weights.append(Double(households.count) / Double(count))
            }
        }
        let design = try SurveyDesign(weights: weights, strata: strata, psus: nil, population: .init(sizes))
        let reached = ward.groups.indices.filter { ward.asked[$0] > 0 }.flatMap { ward.groups[$0] }
        let truth = Double(reached.count(where: \.isOnline)) / Double(reached.count)
        let dossierTruth = reached.reduce(0) { $0 + $1.online } / reached.reduce(0) { $0 + $1.dossiers }
        let answers = cases.map { Optional($0.isOnline) }
        samples += 1
        for method in [IntervalMethod.beta, .logit] {
            let share = try design.proportion(of: answers, interval: method)
            count(&self.ward, method.rawValue, share, truth)
        }
        let ratio = try design.ratio(
            of: cases.map(\.online), over: cases.map(\.dossiers), interval: .logit)
        count(&self.ward, "dossiers", ratio, dossierTruth)
        for (group, households) in ward.groups.enumerated() where ward.asked[group] > 0 {
            let truth = Double(households.count(where: \.isOnline)) / Double(households.count)
            groupIntervals += 1
            for method in [IntervalMethod.beta, .logit, .wilson] {
                let share = try design.proportion(
                    of: answers, in: .rows(rows[group] ?? []), interval: method)
                count(&groups, method.rawValue, share, truth)
                if method == .beta { width += share.interval?.width ?? 1 }
            }
        }
    }

    private func count(_ tally: inout [String: Int], _ name: String, _ estimate: Estimate, _ truth: Double) {
        guard let interval = estimate.interval, interval.lower <= truth, truth <= interval.upper else {
            return
        }
        tally[name, default: 0] += 1
    }

    var row: String {
        func percent(_ count: Int?, _ of: Int) -> String {
            "\((Double(count ?? 0) / Double(of) * 1000).rounded() / 10)"
        }
        return [
            percent(ward["beta"], samples), percent(ward["logit"], samples),
            percent(ward["dossiers"], samples),
            percent(groups["beta"], groupIntervals), percent(groups["logit"], groupIntervals),
            percent(groups["wilson"], groupIntervals),
            "\((width / Double(groupIntervals) * 1000).rounded() / 1000)",
        ].joined(separator: " | ")
    }
}

/// SplitMix64.
struct Random {
    private var state: UInt64

    /// The seed is mixed first: streams of neighbouring seeds must not be shifts of one another.
    init(seed: UInt64) { state = Self.mixed(seed &+ 0x5DEE_CE66_D1CE_4E5B) }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Int(Self.mixed(state).multipliedFullWidth(by: UInt64(limit)).high)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A simple random sample without replacement.
    mutating func sample(_ count: Int, of size: Int) -> [Int] {
        var order = Array(0..<size)
        for place in 0..<count { order.swapAt(place, place + below(size - place)) }
        return Array(order.prefix(count))
    }
}
