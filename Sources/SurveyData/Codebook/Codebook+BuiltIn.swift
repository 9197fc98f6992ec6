internal import Basics

extension Codebook {
    static let builtInName = "built-in codebook"

    /// The rule of a variable in the ward's own questionnaire.
    ///
    /// - Throws: as `builtIn`.
    static func builtInRule(_ variable: Variable) throws -> VariableRule {
        guard let rule = try builtIn().variables[variable] else {
            throw Diagnostic(
                .badCodebook, file: builtInName, field: "variables", found: "no \(variable.name)",
                expected: variable.name)
        }
        return rule
    }

    /// The ward's own questionnaire, carried inside the program.
    ///
    /// - Throws: `Diagnostic` if the program was built with a broken codebook; a test reads it.
    package static func builtIn() throws -> Codebook {
        try Codebook(
            yaml: String(decoding: PackageResources.ward_yaml, as: UTF8.self), file: builtInName)
    }
}
