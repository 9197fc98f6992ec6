/// One step of the cascade, in the whole survey.
package struct CascadeRow: Sendable {
    package let step: CascadeStep
    /// Households that came to this step, unweighted.
    package let reached: Int
    /// Of these, the households that passed it.
    package let passed: Int
    /// Share that passed this step and all before it (for the last two: of households with a procedure).
    package let share: IndicatorEstimate
    /// Share that passed it of those that reached it.
    package let conditional: IndicatorEstimate
    /// Share whose first failed step this is; nil for the last two.
    package let barrier: IndicatorEstimate?
    /// Share that fails this step and no other: the way is open if this one falls. nil for the last two.
    package let onlyBarrier: IndicatorEstimate?

    /// Households lost at this step, unweighted.
    package var lost: Int { reached - passed }
}
