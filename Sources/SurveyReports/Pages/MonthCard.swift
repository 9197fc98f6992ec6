internal import Readiness
internal import SurveyData

/// The month on a square card, to be sent as a picture: the uptake, whether it changed, the main barrier, what is
/// planned.
struct MonthCard {
    let content: ReportContent
    let words: Words

    init(_ content: ReportContent, language: Language) {
        self.content = content
        words = Words(language)
    }

    /// In ever smaller letters.
    var pages: [String] { [8.6, 7.8, 7, 6].map(page) }

    /// One page of 108 mm by 108 mm: 1,080 pixels a side at 254 an inch.
    private func page(points: Double) -> String {
        let message = MonthMessage(content, language: words.language)
        let lines = message.limits + message.findings + (message.plan.map { [$0] } ?? [])
        return HTML.page(
            language: words.language.rawValue,
            head: [
                .void("meta", [("charset", "utf-8")]), .element("title", text: message.title),
                .style(Self.style(points: points)),
            ],
            body: (content.isSynthetic ? [words.syntheticBanner] : []) + [
                .element("p", [("class", "title")], text: message.title), figure,
                .element("ul", [], lines.map { .element("li", text: $0) }),
                .element("p", [("class", "foot")], text: words.subtitle(content.survey)),
            ])
    }

    private var figure: HTML {
        guard let uptake = content.report.estimate(.onlineUptakeDossiers), uptake.isShown else {
            return .element("p", text: words.text(.noData))
        }
        return .element(
            "div", [("class", "figure")],
            [
                .element("p", [("class", "value")], text: words.value(uptake)),
                .element(
                    "p", [],
                    [
                        .text(words.text(.headlineLabel)),
                        .element("span", [("class", "interval")], text: words.intervalBehind(uptake)),
                    ]),
            ])
    }

    private static func style(points: Double) -> String {
        """
        @page { size: 108mm 108mm; margin: 8mm 8mm 6mm; }
        body { font-family: "Noto Sans", "DejaVu Sans", sans-serif; color: #1a1d23; font-size: \(points)pt; line-height: 1.3;
            margin: 0; }
        p { margin: 0; }
        .synthetic { font-weight: bold; color: #b35900; margin: 0 0 2mm; }
        .title { font-size: 9.2pt; font-weight: bold; margin: 0 0 3mm; color: #0b4f8a; }
        .figure { border-left: 1.6mm solid #0b4f8a; padding: 0 0 0 4mm; margin: 0 0 4mm; }
        .value { font-size: 34pt; font-weight: bold; line-height: 1.1; color: #0b4f8a; }
        .interval { display: block; }
        ul { margin: 0; padding: 0 0 0 4mm; }
        li { margin: 0 0 1.8mm; }
        .foot { position: fixed; bottom: 0; font-size: 7.5pt; color: #555b66; }
        """
    }
}
