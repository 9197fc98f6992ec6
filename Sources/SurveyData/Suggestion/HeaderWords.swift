internal import Foundation

/// The words of a header, for finding out what a column is about.
///
/// ```swift
/// HeaderWords("num_hh_member").all  // ["num", "hh", "member"]
/// HeaderWords("Số điện thoại").first(of: ["dien thoai"])  // "dien thoai"
/// ```
struct HeaderWords {
    /// In order, folded: cut at whatever is no letter, and where a small letter meets a large one.
    let all: [String]

    init(_ header: String) {
        var words = [""]
        var last: Character?
        for character in header {
            if !character.isLetter {
                words.append("")
            } else if character.isUppercase, last?.isLowercase == true {
                words.append(String(character))
            } else {
                words[words.count - 1].append(character)
            }
            last = character
        }
        all = words.map(fold).filter { !$0.isEmpty }
    }

    /// The first of some phrases that stands in the header, word by word. A word that ends with "*" is the start of one.
    func first(of phrases: [String]) -> String? {
        phrases.first { holds($0.split(separator: " ")) }
    }

    func has(_ phrases: [String]) -> Bool { first(of: phrases) != nil }

    private func holds(_ phrase: [Substring]) -> Bool {
        guard phrase.count <= all.count else { return false }
        return (0...(all.count - phrase.count)).contains { start in
            phrase.enumerated().allSatisfy { place, word in
                let own = all[start + place]
                return word.last == "*" ? own.hasPrefix(word.dropLast()) : own == word
            }
        }
    }
}
