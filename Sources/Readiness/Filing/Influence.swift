/// A figure and how each household moves it: its value, and its derivative by the weight of each kind of household.
///
/// Sums and products of figures carry their derivatives along, so the linearised variance of any of them is that of
/// its scores.
///
/// - Source: T. Lumley, Complex Surveys (2010), appendix A; J.-C. Deville, Variance estimation for complex statistics
///   and estimators (1999).
struct Influence: Sendable {
    let value: Double
    /// By kind of household.
    let scores: [Double]

    /// A number that no household moves.
    init(constant value: Double, count: Int) {
        self.value = value
        scores = Array(repeating: 0, count: count)
    }

    init(value: Double, scores: [Double]) {
        self.value = value
        self.scores = scores
    }

    /// The share that says yes; nil where nobody answers. `answers` and `weights` by kind of household.
    ///
    /// - Parameter standing: by kind of household, how many each stands for; nil: one.
    init?(share answers: [Bool?], weights: [Double], standing: [Double]? = nil) {
        var (yes, all) = (0.0, 0.0)
        for place in answers.indices {
            guard let answer = answers[place] else { continue }
            let weight = weights[place] * (standing?[place] ?? 1)
            all += weight
            if answer { yes += weight }
        }
        guard all > 0 else { return nil }
        let share = yes / all
        value = share
        scores = answers.indices.map { place in
            answers[place].map { (standing?[place] ?? 1) * (($0 ? 1 : 0) - share) / all } ?? 0
        }
    }

    /// 1 − the figure.
    var complement: Influence { Influence(value: 1 - value, scores: scores.map { -$0 }) }

    static func * (left: Influence, right: Influence) -> Influence {
        Influence(
            value: left.value * right.value,
            scores: zip(left.scores, right.scores).map { left.value * $1 + right.value * $0 })
    }

    static func + (left: Influence, right: Influence) -> Influence {
        Influence(value: left.value + right.value, scores: zip(left.scores, right.scores).map(+))
    }

    static func - (left: Influence, right: Influence) -> Influence {
        Influence(value: left.value - right.value, scores: zip(left.scores, right.scores).map(-))
    }

    /// The product, where `factor` is a share of those that the figure counts: of none of them it is 0.
    func times(_ factor: Influence?) -> Influence? {
        if let factor { return self * factor }
        return value == 0 ? self : nil
    }
}
