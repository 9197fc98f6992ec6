package import Basics

/// Why a survey, or a file beside it, cannot be used at all.
extension Diagnostic.Code {
    package static let missingColumn = Self("missingColumn", .data)
    package static let ambiguousColumn = Self("ambiguousColumn", .data)
    package static let noHeader = Self("noHeader", .data)
    package static let ambiguousDates = Self("ambiguousDates", .data)
    package static let noRecords = Self("noRecords", .data)
    package static let severalMonths = Self("severalMonths", .data)
    package static let badTable = Self("badTable", .data)
    package static let badSummary = Self("badSummary", .data)
    package static let tooLarge = Self("tooLarge", .data)
    package static let badMap = Self("badMap", .data)
    package static let mixedMarks = Self("mixedMarks", .data)
    package static let partlySynthetic = Self("partlySynthetic", .data)
    package static let badLedger = Self("badLedger", .data)
    package static let foreignLedger = Self("foreignLedger", .data)
    package static let notReleased = Self("notReleased", .data)
    package static let badCodebook = Self("badCodebook", .data)
}
