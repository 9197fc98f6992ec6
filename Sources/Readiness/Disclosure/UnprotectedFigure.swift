/// A small figure that a reader can work out more closely than is allowed, whatever the page still hides.
package struct UnprotectedFigure: Sendable, Equatable {
    /// The figure.
    package let id: String
    /// So many counts stay possible; 1: it can be worked out.
    package let possibleCounts: Int
    /// So many would have to.
    package let neededCounts: Int
}
