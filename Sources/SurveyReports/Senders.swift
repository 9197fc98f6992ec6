/// How residents can be sure of whoever comes: whom they may ask, and the word that those who are sent know.
package struct Senders: Sendable, Equatable {
    /// Printed on lists, group heads' notices and the page for residents; nil: not given.
    package var contact: String?
    /// Printed on lists and group heads' notices, never on the page for residents; nil: none.
    package var word: String?

    package init(contact: String? = nil, word: String? = nil) {
        self.contact = contact
        self.word = word
    }
}
