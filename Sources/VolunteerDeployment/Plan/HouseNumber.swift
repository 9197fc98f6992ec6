internal import Foundation

/// Where a door stands on its street, read from a written address.
///
/// "12A Lý Thái Tổ", "Số 7, ngõ 5 Lý Thái Tổ" and "Ngõ 5, số 7" are understood; anything else sorts as text.
/// Streets stand in Vietnamese order, the side of odd numbers before that of even ones. An alley (ngõ, ngách, hẻm,
/// kiệt) stands at its number on the street: alley 5 comes between numbers 3 and 7.
package struct HouseNumber: Sendable, Equatable, Comparable {
    /// Lower case, without numbers; "" where none is written.
    package let street: String
    /// Alley numbers from the street inwards, then the house number.
    package let numbers: [Int]
    /// What follows the number: "a" of 12A, "/3" of 12/3.
    package let suffix: String
    /// Nothing was written: sorts last.
    package let isEmpty: Bool

    package init(address: String) {
        let words = Self.composed(address).lowercased().utf8.split(whereSeparator: Self.isSeparator)
            .map(Substring.init)
        var alleys: [Int] = []
        var house: (number: Int, suffix: String)?
        var rest: [Substring] = []
        var previous: Substring = ""
        for word in words {
            defer { previous = word }
            if let read = Self.number(word) {
                if Self.isOne(of: Self.alleyWords, previous) {
                    rest.removeLast()
                    alleys.append(read.number)
                    continue
                }
                if house == nil, rest.isEmpty || Self.isOne(of: Self.numberWords, previous) {
                    house = read
                    continue
                }
            }
            if !Self.isOne(of: Self.numberWords, word) { rest.append(word) }
        }
        if house == nil, let last = rest.last, let read = Self.number(last), rest.count > 1 {
            house = read
            rest.removeLast()
        }
        // "Số 7 ngách 3 ngõ 5" goes inwards to outwards; "Ngõ 5 ngách 3, số 7" the other way.
        let isInsideOut = house != nil && words.first.map { Self.isOne(of: Self.alleyWords, $0) } != true
        street = rest.filter { !Self.isOne(of: Self.streetWords, $0) }.joined(separator: " ")
        numbers = (isInsideOut ? alleys.reversed() : alleys) + (house.map { [$0.number] } ?? [])
        suffix = house?.suffix ?? ""
        isEmpty = words.isEmpty
    }

    /// The street of an address as it is written: "đường Sân Đình" of "Số 7, ngõ 5, đường Sân Đình".
    static func street(in address: String) -> String {
        let read = HouseNumber(address: address)
        let own = read.street.split(separator: " ")
        let words = composed(address).utf8.split(whereSeparator: isSeparator).map(Substring.init)
        guard let first = own.first, let last = own.last,
            let start = words.firstIndex(where: { $0.lowercased() == first }),
            let end = words.lastIndex(where: { $0.lowercased() == last }), start <= end
        else { return read.street }
        let isNamed = start > 0 && isOne(of: streetWords, Substring(words[start - 1].lowercased()))
        return words[(isNamed ? start - 1 : start)...end].joined(separator: " ")
    }

    package static func < (left: HouseNumber, right: HouseNumber) -> Bool {
        if left.isEmpty != right.isEmpty { return right.isEmpty }
        if left.street != right.street { return VietnameseOrder.precedes(left.street, right.street) }
        if left.numbers != right.numbers {
            return left.numbers.lexicographicallyPrecedes(right.numbers) { one, other in
                (1 - one % 2, one) < (1 - other % 2, other)
            }
        }
        return left.suffix < right.suffix
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "."), 0xA...0xD: true
        default: false
        }
    }

    /// Some keyboards write marks apart from their letters: U+0300 … U+036F, which begin with 0xCC or 0xCD.
    private static func composed(_ address: String) -> String {
        address.utf8.contains { $0 == 0xCC || $0 == 0xCD }
            ? address.precomposedStringWithCanonicalMapping : address
    }

    /// Byte by byte: most words of an address are none of these.
    private static func isOne(of words: [String], _ word: Substring) -> Bool {
        words.contains { $0.utf8.count == word.utf8.count && $0.utf8.elementsEqual(word.utf8) }
    }

    private static let alleyWords = ["ngõ", "ngách", "hẻm", "kiệt", "ngo", "ngach", "hem", "kiet"]
    private static let numberWords = ["số", "so", "sn", "nhà", "nha"]
    private static let streetWords = ["đường", "phố", "duong", "pho"]

    /// "12A" → 12 and "a"; nil for a word that does not start with a digit.
    private static func number(_ word: Substring) -> (number: Int, suffix: String)? {
        let digits = word.utf8.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        guard let number = Int(Substring(digits)) else { return nil }
        return (number, String(word[digits.endIndex...]))
    }
}
