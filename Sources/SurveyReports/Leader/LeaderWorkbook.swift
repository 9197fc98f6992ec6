internal import Readiness
internal import SurveyData

/// `leader.xlsx`: what the page's tables say, with numbers that can be worked with.
struct LeaderWorkbook {
    let content: ReportContent
    let words: Words

    init(_ content: ReportContent, language: Language) {
        self.content = content
        words = Words(language)
    }

    var workbook: Workbook {
        let month = words.numbers.month(content.month)
        let sheets =
            [sentences]
            + LeaderTables(content: content, words: words).all.map { table in
                table.sheet(words, notes: table.id == "modelledByGroup" ? [words.text(.modelledNote)] : [])
            }
        return Workbook(
            title: heading(words.text(.pageTitle, ["month": month])),
            sheets: sheets.map { $0.titled(heading($0.title)) })
    }

    private func heading(_ title: String) -> String {
        words.heading(title, isSynthetic: content.isSynthetic)
    }

    /// The month in sentences: the first sheet.
    private var sentences: Workbook.Sheet {
        let since = content.report.change?.previousMonth
        return Workbook.Sheet(
            name: words.text(.monthInSentences), title: words.text(.monthInSentences),
            notes: [words.text(.targetNote)], columns: [.init(words.text(.columnSentence))],
            rows: content.report.findings.map { [.text(words.sentence($0, since: since))] })
    }
}
