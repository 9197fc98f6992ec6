/// The names of a file's columns.
struct HeaderNames: Sendable {
    /// By column. A column of SurveyMonkey's options, which has no name of its own, is "Question [option]".
    let names: [String]
    /// Other names of columns: the first option of a question too is "Question [option]".
    let others: [String: Int]

    /// `rows`: the header, then the rows directly under it that are header too, blanks around cells removed.
    init(_ rows: [[String]]) {
        var names = rows.first ?? []
        var others: [String: Int] = [:]
        if rows.count > 1 {
            let options = rows[1]
            var question: (name: String, place: Int)?
            for (place, name) in names.enumerated() {
                guard name.isEmpty else {
                    question = (name, place)
                    continue
                }
                guard let question, options.indices.contains(place), !options[place].isEmpty else { continue }
                names[place] = Self.option(options[place], of: question.name)
                if !options[question.place].isEmpty {
                    others[Self.option(options[question.place], of: question.name)] = question.place
                }
            }
        }
        self.names = names
        self.others = others.filter { !names.contains($0.key) }
    }

    private static func option(_ option: String, of question: String) -> String { "\(question) [\(option)]" }
}
