/// Which households a figure speaks of.
package struct DomainKey: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Everyone in the survey.
        case all
        case formerWard, residentialGroup, householdType, procedure
        /// A grouping that the codebook declares ("state").
        case declared(String)

        /// The name in `summary.json`.
        package var name: String {
            switch self {
            case .all: "all"
            case .formerWard: "formerWard"
            case .residentialGroup: "residentialGroup"
            case .householdType: "householdType"
            case .procedure: "procedure"
            case .declared(let name): name
            }
        }
    }

    package let kind: Kind
    /// The code: group id, former ward, household type, grouping code; "" for all.
    package let code: String
    /// What readers see; the code where there is no label.
    package let label: String

    package init(kind: Kind, code: String, label: String) {
        self.kind = kind
        self.code = code
        self.label = label
    }

    package static let all = DomainKey(kind: .all, code: "", label: "")
}
