/// The ledgers of one file: that of the ward's own surveys, and that of made-up ones, by which people try things out.
/// Neither knows of the other.
package struct PublicationLedgers: Sendable, Equatable {
    /// The ward's own first; each at most once.
    package private(set) var all: [PublicationLedger]

    /// nil where two are of one kind.
    package init?(_ all: [PublicationLedger]) {
        guard all.count(where: \.isSynthetic) <= 1, all.count(where: { !$0.isSynthetic }) <= 1 else {
            return nil
        }
        self.all = all.filter { !$0.isSynthetic } + all.filter(\.isSynthetic)
    }

    /// No ledger yet.
    package init() { all = [] }

    package subscript(isSynthetic isSynthetic: Bool) -> PublicationLedger? {
        all.first { $0.isSynthetic == isSynthetic }
    }

    /// The same with a new ledger of one kind.
    package func replacing(by ledger: PublicationLedger) -> PublicationLedgers {
        var ledgers = self
        let others = all.filter { $0.isSynthetic != ledger.isSynthetic }
        ledgers.all = ledger.isSynthetic ? others + [ledger] : [ledger] + others
        return ledgers
    }
}
