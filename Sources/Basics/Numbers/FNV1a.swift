/// A hash of bytes that is the same in every process and every release: FNV-1a of 64 bits.
///
/// - Source: G. Fowler, L. Noll, K.-P. Vo, The FNV Non-Cryptographic Hash Algorithm (1991).
package struct FNV1a: Sendable {
    package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    package init() {}

    /// Of all bytes of a text in UTF-8.
    package init(_ text: String) {
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* Self.prime }
    }

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var hash = value
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* Self.prime }
        value = hash
    }

    private static let prime: UInt64 = 0x100_0000_01B3
}
