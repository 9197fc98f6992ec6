package import Basics

extension Diagnostic.Code {
    package static let badPlaybook = Self("badPlaybook", .data)
    /// A problem file that cannot be used.
    package static let badProblem = Self("badProblem", .data)
}
