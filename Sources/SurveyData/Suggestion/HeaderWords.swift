internal import Basics
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
        for character in header.replacing(/vneid/.ignoresCase(), with: "vneid") {
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

    /// What stands behind a header's groups ("group/question"); "Ông/bà", "có/không" are no groups.
    static func ownPart(_ header: String) -> String {
        var start = header.startIndex
        for place in header.indices where "/:".contains(header[place]) {
            let before = header[..<place].split { !$0.isLetter }.last.map { fold(String($0)) } ?? ""
            let next = header.index(after: place)
            let joins = next < header.endIndex && header[next].isLetter && header[place] == "/"
            if !(joins && alternatives.contains(before)) { start = next }
        }
        let own = String(header[start...])
        return fold(own).isEmpty ? header : own
    }

    /// Words with which a header names two at once.
    private static let alternatives: Set<String> = [
        "ong", "anh", "co", "bac", "chu", "em", "chi", "nam", "va", "he", "his", "and", "yes",
    ]

    /// The first of some phrases that stands in the header, word by word.
    func first(of phrases: Phrases) -> String? { phrases.list.first { holds($0.words) }?.text }

    func has(_ phrases: Phrases) -> Bool { phrases.list.contains { holds($0.words) } }

    private func holds(_ phrase: [Phrases.Word]) -> Bool {
        guard phrase.count <= all.count else { return false }
        return (0...(all.count - phrase.count)).contains { start in
            phrase.indices.allSatisfy { phrase[$0].fits(all[start + $0]) }
        }
    }
}

/// Runs of words that tell what a header is about, folded once. A word that ends with "*" is the start of one.
struct Phrases: ExpressibleByArrayLiteral {
    struct Word {
        let text: String
        let isStart: Bool

        func fits(_ word: String) -> Bool { isStart ? word.hasPrefix(text) : word == text }
    }

    let list: [(text: String, words: [Word])]

    init(arrayLiteral texts: String...) {
        list = texts.map { text in
            let words = text.split(separator: " ").map {
                Word(text: fold(String($0)), isStart: $0.last == "*")
            }
            return (text.replacing("*", with: ""), words)
        }
    }

    private init(_ list: [(text: String, words: [Word])]) { self.list = list }

    static func + (left: Phrases, right: Phrases) -> Phrases { Phrases(left.list + right.list) }
}
