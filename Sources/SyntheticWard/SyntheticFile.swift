/// One file of a made-up ward, made when it is asked for, piece by piece: a ward of millions of households need not
/// fit into memory.
package struct SyntheticFile: Sendable {
    package let name: String
    private let count: Int
    private let piece: @Sendable (Int) -> [UInt8]

    init(name: String, pieces count: Int = 1, _ piece: @escaping @Sendable (Int) -> [UInt8]) {
        self.name = name
        self.count = count
        self.piece = piece
    }

    /// In the order of the file.
    package var pieces: some Sequence<[UInt8]> { (0..<count).lazy.map(piece) }

    /// The whole file.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for piece in pieces { bytes += piece }
        return bytes
    }
}

extension SyntheticFile: Equatable {
    package static func == (left: SyntheticFile, right: SyntheticFile) -> Bool {
        left.name == right.name && left.bytes == right.bytes
    }
}
