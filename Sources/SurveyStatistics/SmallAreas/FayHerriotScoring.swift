/// Fisher's scoring for the area variance, started at the median of the sampling variances as R's sae does.
struct FayHerriotScoring: Sendable {
    private(set) var areaVariance: Double
    private(set) var iterations = 0
    private(set) var isConverged = false

    /// Steps stay inside the bracket the signs of the slope have shown, halved where a step would leave it: R's
    /// plain steps can cycle. Where the slope at 0 is not upward, the estimate is 0.
    init(_ data: FayHerriotData, method: FayHerriot.Method, precision: Double, maximumIterations: Int)
        throws(FayHerriotError)
    {
        areaVariance = data.medianVariance
        var low = 0.0
        var high = Double.infinity
        var wasAtZero = false
        while iterations < maximumIterations, !isConverged {
            iterations += 1
            let here = areaVariance
            let system = try FayHerriotSystem(data, areaVariance: here)
            let (slope, information) = system.score(data, method: method)
            if here == 0, slope <= 0 {
                isConverged = true
                break
            }
            if slope > 0 { low = here } else { high = here }
            var next = here + slope / information
            if next <= 0, low == 0, !wasAtZero {
                // The first time a step falls below 0, 0 itself is looked at.
                next = 0
                wasAtZero = true
            } else if !(next > low && next < high) {
                next = high.isFinite ? (low + high) / 2 : low
            }
            isConverged = here > 0 && next > 0 && abs(next - here) <= precision * here
            areaVariance = next
        }
    }
}
