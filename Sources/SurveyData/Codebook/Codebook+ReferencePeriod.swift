package import Basics

/// What time a question covers: the one place that says so, for changes between months, savings and official counts.
extension Codebook {
    /// Months that a question on dossiers covers where the codebook does not say, as in the ward's own questionnaire.
    package static let usualReferenceMonths = 3

    /// How many months up to the interview the answer covers; nil of a state at the interview.
    package func referenceMonths(_ variable: Variable) -> Int? {
        variables[variable]?.referenceMonths
            ?? (variable.isAboutDossiers ? Self.usualReferenceMonths : nil)
    }

    /// How many months up to the interview answers to any of these questions cover; nil of states alone.
    package func referenceMonths(_ variables: [Variable]) -> Int? {
        variables.compactMap(referenceMonths).max()
    }

    /// The reference periods of its questions, ascending.
    package var referencePeriods: [Int] {
        Set(Variable.allCases.filter { variables[$0] != nil }.compactMap(referenceMonths)).sorted()
    }

    /// The same codebook where a ward says elsewhere what its questions on dossiers cover.
    ///
    /// The ward's own questionnaire says only "in the period", so that what the ward says stands; a codebook that a
    /// ward wrote and that says something else is contradicted.
    ///
    /// - Throws: `Diagnostic` where a question of the codebook covers another time; `file` and `place` name what
    ///   says so.
    package func covering(
        _ months: Int, by file: String, _ place: String
    ) throws(Diagnostic) -> Codebook {
        if months == Self.usualReferenceMonths { return self }
        var codebook = self
        for variable in Variable.allCases where variable.isAboutDossiers && variables[variable] != nil {
            if !isBuiltIn, let own = variables[variable]?.referenceMonths, own != months {
                throw Diagnostic(
                    .badCodebook, file: file, field: place, found: "\(months) months",
                    expected: "\(own), as the codebook \(shown(name)) says at "
                        + "variables.\(variable.name).referenceMonths, or no key here")
            }
            codebook.variables[variable]?.referenceMonths = months
        }
        return codebook
    }
}

extension Variable {
    /// Whether it is asked of what a household filed, which happened over time.
    var isAboutDossiers: Bool {
        switch self {
        case .proceduresTotal, .proceduresOnline, .procedures, .channel, .whoFiled, .couldRepeat: true
        default: false
        }
    }
}
