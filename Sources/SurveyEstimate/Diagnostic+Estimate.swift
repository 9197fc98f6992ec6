package import Basics

/// Why a table gives no estimate. Labels of strata and totals are named, other cells never.
extension Diagnostic.Code {
    package static let badEstimate = Self("badEstimate", .data)
}
