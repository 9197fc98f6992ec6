/// How one survey's columns and answers become the canonical variables.
package struct Codebook: Sendable {
    /// The codebook's own name ("ward").
    package let name: String
    package let title: [Language: String]
    package let sampling: Sampling
    package internal(set) var variables: [Variable: VariableRule]
    /// Domains that only this survey has ("state", "urbanRural"), in the codebook's order.
    package let groupings: [Grouping]
    /// Folded headers of columns that must not be held: dropped unread.
    package let forbiddenHeaders: Set<String>
    package let totalsRows: TotalsRows
    /// The order of day and month where the file itself cannot tell.
    package let dateOrder: DateOrder?
    /// Minutes east of Greenwich to which times with an offset are moved.
    package let zone: Int
    /// Whether it is the ward's own questionnaire, which no file has all the columns of.
    package var isBuiltIn: Bool { name == "ward" }
}

extension Codebook {
    /// Whether an answer with this code can come out of the survey: its codebook knows how it is written.
    package func canAnswer<Code: AnswerCode>(_ variable: Variable, _ code: Code) -> Bool {
        guard let rule = variables[variable], let position = Code.allCases.firstIndex(of: code) else {
            return false
        }
        if case .flags(let flags) = rule.columns { return flags.contains { $0.code == position } }
        return rule.answers.values.contains(position)
    }
}

/// The languages of labels, pages and messages to readers.
package enum Language: String, CaseIterable, Hashable, Sendable, Codable { case vi, en }

/// How households came into the survey: what its figures may claim.
package enum Sampling: String, CaseIterable, Hashable, Sendable, Codable {
    /// Drawn at random: weights, finite population, totals.
    case probability
    /// Every household was to be asked.
    case census
    /// Whoever answered: figures speak for those asked only.
    case volunteer
}

package enum DateOrder: String, Hashable, Sendable { case dayMonthYear = "dmy", monthDayYear = "mdy" }

/// How one variable is found and read.
package struct VariableRule: Sendable {
    package let variable: Variable
    package let isRequired: Bool
    /// Headers as the codebook writes them, for messages.
    package let headers: [String]
    package let columns: ColumnSource
    /// Headers that a form's program writes by itself, read where no other column is there.
    package let metadata: [String]
    /// Folded answer → position in the kind's code list.
    package let answers: [String: Int]
    /// Folded items of a list: yes where a cell lists one of them, no where it lists others only. `answers` goes first.
    package let items: Set<String>
    /// A number of things is yes, 0 is no.
    let readsCounts: Bool
    /// Folded cell → why it is no answer. `answers` goes first.
    package let missing: [String: MissingReason]
    /// The code that "don't know" stands for (a knowledge question: no).
    package let dontKnowMeans: Int?
    /// Folded first words of a free answer ("khac: …") → "other".
    package let otherPrefixes: [String]
    /// Folded words that may follow a number ("nguoi").
    package let units: [String]
    /// Prefixes of a text that are no part of it ("phuong"), folded, longest first.
    package let prefixes: [String]
    /// Numbers outside are issues.
    package let range: ClosedRange<Double>?
    /// Numbers like 1957 are years of birth.
    package let readsBirthYears: Bool
    /// Months ("2025-11") from which on the question is put in another way: its series is cut there.
    package let breaks: [String]
    /// Months up to the interview that the question covers; nil where the codebook does not say.
    package internal(set) var referenceMonths: Int?
}

/// Which columns make one variable. Headers stand as the codebook writes them.
package enum ColumnSource: Sendable, Equatable {
    /// The one column with one of these headers.
    case header([String])
    /// A key written over several columns, joined with "-".
    case key([String])
    /// Each row is a household: the file has no key.
    case row
    /// Yes if any of these columns says yes; no if all say no.
    case anyYes([String])
    /// The sum of these columns' numbers.
    case sum([String])
    /// A set, one yes/no column a code.
    case flags([Flag])

    package struct Flag: Sendable, Equatable {
        package let header: String
        /// Position in the code list.
        package let code: Int
    }
}

/// A domain that a codebook declares: a column and its labels.
package struct Grouping: Sendable, Equatable {
    /// The name in `summary.json` ("urbanRural").
    package let name: String
    package let title: [Language: String]
    package let headers: [String]
    /// Code in the file → label. A code without a label is its own.
    package let labels: [String: String]

    package init(
        name: String, title: [Language: String] = [:], headers: [String] = [], labels: [String: String]
    ) {
        self.name = name
        self.title = title
        self.headers = headers
        self.labels = labels
    }
}
