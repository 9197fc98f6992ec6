internal import Basics
/// A code written over several columns, joined with "-"; blank where a part is.
struct KeyText {
    let answers: AnswerColumn<String>

    init(_ places: [Int], _ file: EncodedFile) {
        let columns = places.map(file.column)
        let cells = columns.map { column in column.mapped(column.cells.indices.map { UInt32($0) }) }
        var known: [[UInt32]: UInt32] = [:]
        var answers: [Answer<String>] = []
        var codes: [UInt32] = []
        codes.reserveCapacity(file.rows)
        for row in 0..<file.rows {
            let parts = cells.map { $0[row] }
            if let code = known[parts] {
                codes.append(code)
                continue
            }
            known[parts] = UInt32(answers.count)
            codes.append(UInt32(answers.count))
            let texts = zip(columns, parts).map { composed(trimmed($0.cells[Int($1)])) }
            answers.append(texts.contains("") ? .missing(.blank) : .given(texts.joined(separator: "-")))
        }
        self.answers = AnswerColumn(codes: CodeList(codes, below: answers.count), answers: answers)
    }
}
