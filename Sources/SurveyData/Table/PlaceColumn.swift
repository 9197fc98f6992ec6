/// Where each row's household lives.
package struct PlaceColumn: Sendable {
    package let codes: CodeList
    /// By code.
    package let places: [Place]

    /// A residential group of the registry, or what a survey without groups names.
    package struct Place: Sendable, Equatable {
        /// nil where the survey has no residential groups (another country's survey).
        package let group: GroupID?
        package let formerWard: String?
        /// What is wrong with it: the household cannot be used.
        let fault: Fault?
    }

    enum Fault: Sendable, Equatable {
        case noGroup
        /// As written.
        case unknownGroup(String)
    }

    package subscript(row: Int) -> Place { places[codes[row]] }
}
