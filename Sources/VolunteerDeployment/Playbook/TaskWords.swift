/// A task in the words that a volunteer reads.
package struct TaskWords: Sendable, Equatable {
    package let vietnamese: String
    package let english: String

    package init(vietnamese: String, english: String) {
        self.vietnamese = vietnamese
        self.english = english
    }
}
