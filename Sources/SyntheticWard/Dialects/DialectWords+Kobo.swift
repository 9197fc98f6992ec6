extension DialectWords {
    /// As KoboToolbox exports with XML values and headers, both kinds of columns for select-many questions.
    static let kobo = DialectWords(
        delimiter: ",", newline: "\n", hasByteOrderMark: false, setSeparator: " ", columns: koboColumns,
        answers: codes, yes: ["yes", " yes ", "YES"], no: ["no", " no", "No"],
        missing: ["", "dont_know", "refused"], unknownAnswer: "option_9", dateStyle: .isoWithTime,
        writesGroupCodes: true, blankLineHasDelimiters: false)

    private static let koboColumns: [(column: Column, header: String)] = {
        var columns: [(column: Column, header: String)] = [(.start, "start"), (.end, "end")]
        for column in SurveyColumn.allCases where column != .surveyDate && column != .synthetic {
            let header = "\(koboGroup(column))/\(canonicalNames[column.rawValue])"
            columns.append((.question(column), header))
            guard column.kind == .set else { continue }
            for (place, code) in (codes[column] ?? []).enumerated() {
                columns.append((.choice(column, place), "\(header)/\(code)"))
            }
        }
        return columns + [
            (.recordNumber, "_id"), (.question(.surveyDate), "_submission_time"),
            (.question(.synthetic), canonicalNames[SurveyColumn.synthetic.rawValue]),
        ]
    }()

    private static func koboGroup(_ column: SurveyColumn) -> String {
        switch column {
        case .householdID, .surveyDate, .formerWard, .residentialGroup: "place"
        case .householdSize, .people60Plus, .children, .womenHeaded, .respondentAge, .respondentSex: "people"
        case .smartphone, .computer, .internet, .eID: "equipment"
        case .skills, .knowsProcess: "ability"
        case .proceduresTotal, .proceduresOnline, .procedures, .channel, .whoFiled, .couldRepeat, .barriers:
            "filing"
        case .wantsHelp, .preferredTime, .consent, .address, .phone: "contact"
        case .interviewer, .duration, .mode, .synthetic: "fieldwork"
        }
    }
}
