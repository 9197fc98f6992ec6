internal import Readiness
package import SurveyData

/// The page for the digital officer: what was read, how far each group is, what to look at again.
package struct QualityPage {
    private let report: QualityReport
    private let isSynthetic: Bool
    let words: Words

    /// - Parameter isSynthetic: whether the interviews, or what they are reported with, are made up.
    package init(_ report: QualityReport, isSynthetic: Bool, language: Language) {
        self.report = report
        self.isSynthetic = isSynthetic
        words = Words(language)
    }

    package func page() -> String {
        let title = words.pick("Chất lượng phiếu khảo sát", "Quality of the interviews")
        let subject = report.survey.month.map { " · " + words.numbers.month($0) } ?? ""
        return Page(words: words, title: title + subject, isSynthetic: isSynthetic, isPrivate: true).html([
            .element("header", [], [.element("h1", text: title + subject), sum]),
            .element(
                "main", [],
                [summary, issues, revisits, interviewers, progress, nonresponse, contradictions, method]),
        ])
    }

    private var sum: HTML {
        let counts = report.survey.counts
        return .element(
            "p", [("class", "soft")],
            text: words.text(
                .readingSum,
                [
                    "read": words.numbers.integer(counts.read),
                    "accepted": words.numbers.integer(counts.accepted),
                    "rejected": words.numbers.integer(counts.rejected),
                    "blank": words.numbers.integer(counts.blank),
                    "totals": words.numbers.integer(counts.totalsRows),
                ]))
    }

    /// What a person does next, in three lines.
    private var summary: HTML {
        let again = report.revisits.count
        let behind = report.progress.count(where: \.isBehind)
        let flagged = report.interviewers.count { !$0.reasons.isEmpty }
        let lines = [
            words.pick(
                "\(integer(report.survey.counts.rejected)) phiếu bị loại: xem rejected.csv, sửa rồi chạy lại.",
                "\(integer(report.survey.counts.rejected)) rows were rejected: see rejected.csv, correct them and run again."
            ),
            words.pick(
                "\(integer(again)) hộ nên hỏi lại: xem revisits.csv.",
                "\(integer(again)) households should be asked again: see revisits.csv."),
            words.pick(
                "\(integer(behind)) tổ dân phố có quá ít phiếu; \(integer(flagged)) người khảo sát cần xem lại phiếu.",
                "\(integer(behind)) residential groups have too few interviews; \(integer(flagged)) interviewers' forms need a look."
            ),
        ]
        return .element("ol", [("class", "findings")], lines.map { .element("li", text: $0) })
    }

    private var issues: HTML {
        var table = HTMLTable(
            words.pick("Lỗi theo loại", "Problems by kind"),
            [
                (words.pick("Loại", "Kind"), false), (words.pick("Số lần", "Times"), true),
                (words.pick("Bị loại", "Rejected"), false), (words.pick("Việc cần làm", "What to do"), false),
            ])
        for code in DataIssue.Code.allCases {
            let own = report.survey.issues.filter { $0.code == code }
            guard !own.isEmpty else { continue }
            let (name, action) = words.problem(code)
            table.append([
                name, integer(own.count),
                code.rejectsRecord ? words.pick("có", "yes") : words.pick("không", "no"), action,
            ])
        }
        return section(words.pick("Khi đọc tệp", "While reading"), [table.html])
    }

    private var revisits: HTML {
        var table = HTMLTable(
            words.pick("Hộ nên hỏi lại (20 hộ đầu)", "Households to ask again (the first 20)"),
            [
                (words.pick("Dòng", "Line"), false), (words.pick("Tổ dân phố", "Residential group"), false),
                (words.pick("Lý do", "Reason"), false),
            ])
        for revisit in report.revisits.prefix(20) {
            let household = report.survey.households[revisit.row]
            table.append([
                String(household.source.line), group(household),
                revisit.reasons.map(name(reason:)).joined(separator: "; "),
            ])
        }
        return section(words.pick("Hỏi lại", "To ask again"), [table.html])
    }

    private var interviewers: HTML {
        var table = HTMLTable(
            words.pick("Người khảo sát, cần xem trước đứng trên", "Interviewers, first to look at on top"),
            [
                (words.pick("Người khảo sát", "Interviewer"), false),
                (words.pick("Phiếu", "Interviews"), true),
                (words.pick("Thiếu trả lời", "Answers missing"), true),
                (words.pick("Phút (giữa)", "Minutes (middle)"), true),
                (words.pick("Nhiều nhất một ngày", "Most in a day"), true),
                (words.pick("Giống nhau", "The same answers"), true),
                (words.pick("Cần xem lại vì", "Look again because of"), false),
            ])
        for check in report.interviewers {
            table.append([
                check.interviewer, integer(check.interviews), words.numbers.percent(check.missingShare),
                check.medianMinutes.map { words.numbers.decimal($0, digits: 0) } ?? "–",
                integer(check.busiestDay), words.numbers.percent(check.sameAnswersShare),
                check.reasons.map(name).joined(separator: "; "),
            ])
        }
        return section(words.pick("Người khảo sát", "Interviewers"), [table.html])
    }

    private var progress: HTML {
        var table = HTMLTable(
            words.pick("Số phiếu theo tổ dân phố", "Interviews by residential group"),
            [
                (words.pick("Tổ dân phố", "Residential group"), false),
                (words.pick("Phiếu", "Interviews"), true), (words.pick("Dự kiến", "Expected"), true),
                (words.pick("Ngày cuối", "Last day"), false), (words.pick("Ghi chú", "Note"), false),
            ])
        for row in report.progress.sorted(by: Self.isFirst) {
            table.append([
                row.group.label, integer(row.interviews),
                row.expected.map { words.numbers.decimal($0, digits: 0) } ?? "–",
                row.lastDay.map { "\($0.day)/\($0.month)" } ?? "–",
                row.interviews == 0
                    ? words.text(.noData) : row.isBehind ? words.pick("quá ít", "too few") : "",
            ])
        }
        return section(words.pick("Tiến độ", "Progress"), [table.html])
    }

    private static func isFirst(_ left: GroupProgress, _ right: GroupProgress) -> Bool {
        left.isBehind == right.isBehind ? left.group.id < right.group.id : left.isBehind
    }

    private var nonresponse: HTML {
        var table = HTMLTable(
            words.pick(
                "Câu hỏi bị bỏ trống, nhiều nhất đứng trên", "Questions without an answer, most on top"),
            [
                (words.pick("Câu hỏi", "Question"), false), (words.pick("Được hỏi", "Asked"), true),
                (words.pick("Thiếu", "Missing"), true), (words.pick("Trống", "Blank"), true),
                (words.pick("Không biết", "Don't know"), true), (words.pick("Từ chối", "Refused"), true),
                (words.pick("Không hợp lệ", "Not valid"), true),
            ])
        for question in report.nonresponse {
            table.append(
                [
                    report.survey.codebook.variables[question.variable]?.headers.first
                        ?? question.variable.name,
                    integer(question.asked), question.share.map(words.numbers.percent) ?? "–",
                ]
                    + [MissingReason.blank, .dontKnow, .refused, .invalid].map {
                        integer(question.reasons[$0] ?? 0)
                    })
        }
        return section(words.pick("Câu hỏi", "Questions"), [table.html])
    }

    private var contradictions: HTML {
        var table = HTMLTable(
            words.pick("Câu trả lời mâu thuẫn nhau", "Answers that contradict each other"),
            [(words.pick("Mâu thuẫn", "Contradiction"), false), (words.pick("Số hộ", "Households"), true)])
        for (rule, rows) in report.contradictions where !rows.isEmpty {
            table.append([name(reason: rule.rawValue), integer(rows.count)])
        }
        return section(words.pick("Mâu thuẫn", "Contradictions"), [table.html])
    }

    private var method: HTML {
        section(
            words.pick("Cách làm", "Method"),
            [
                .element(
                    "p", [("class", "soft")],
                    text: words.pick(
                        "Hai phiếu gần trùng: trong 99 lần trộn câu trả lời của chính tổ dân phố đó (số mầm "
                            + "\(report.seed)), cặp giống nhau nhất không lần nào giống bằng. Khoảng một trong 100 tổ "
                            + "có cặp như vậy do tình cờ. \u{201C}Xem lại\u{201D} không có nghĩa là gian dối.",
                        "Two interviews are near-duplicates where in 99 shuffles of their own residential group's answers (seed "
                            + "\(report.seed)) the closest pair was never as close. About one group in 100 has such a pair by "
                            + "chance. \u{201C}Look again\u{201D} does not mean that anyone cheated."))
            ])
    }

    private func section(_ title: String, _ parts: [HTML]) -> HTML {
        parts.allSatisfy { $0 == .empty }
            ? .empty : .element("section", [], [.element("h2", text: title)] + parts)
    }

    private func integer(_ number: Int) -> String { words.numbers.integer(number) }

    private func group(_ household: Household) -> String {
        household.group.map { report.survey.registry[$0]?.label ?? $0.text } ?? ""
    }
}
