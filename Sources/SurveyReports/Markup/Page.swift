internal import SurveyData

/// What every page has: its language, a title, the style sheet, and nothing from outside.
struct Page {
    let words: Words
    let title: String
    /// Made of made-up data: says so above everything, and at the foot of each printed page.
    let isSynthetic: Bool
    /// Holds data that only its readers may see: kept out of search engines.
    var isPrivate = false

    func html(_ body: [HTML]) -> String {
        HTML.page(
            language: words.language.rawValue,
            head: [
                .void("meta", [("charset", "utf-8")]),
                .void("meta", [("name", "color-scheme"), ("content", "light dark")]),
                .void("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
            ] + (isPrivate ? [.void("meta", [("name", "robots"), ("content", "noindex")])] : [])
                + [
                    .element("title", text: title),
                    .style(String(decoding: PackageResources.report_css, as: UTF8.self)),
                ] + (isSynthetic ? [words.syntheticStyle] : []),
            body: (isSynthetic ? [words.syntheticBanner] : []) + body)
    }
}
