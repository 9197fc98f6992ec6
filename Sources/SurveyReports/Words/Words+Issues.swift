internal import SurveyData

/// What goes wrong while reading, and what is put right, in words.
extension Words {
    /// A kind of problem, and what to do about it.
    func problem(_ code: DataIssue.Code) -> (name: String, action: String) {
        func pick(_ vietnamese: (String, String), _ english: (String, String)) -> (String, String) {
            (self.pick(vietnamese.0, english.0), self.pick(vietnamese.1, english.1))
        }
        let cell = (
            "sửa ô, hoặc thêm câu trả lời vào bảng mã", "correct the cell, or add the answer to a codebook"
        )
        switch code {
        case .unclosedQuote:
            return pick(
                ("dấu nháy không đóng", "đóng hoặc bỏ dấu nháy ở dòng đó"),
                ("a quote that never closes", "close or remove the quote on that line"))
        case .fieldCount:
            return pick(
                ("số cột khác dòng tiêu đề", "tìm dấu phân cách thừa hoặc thiếu"),
                ("another number of fields than the header", "look for a stray or missing separator"))
        case .missingRequired:
            return pick(
                ("thiếu mã hộ hoặc tổ dân phố", "điền rồi chạy lại"),
                ("no household id or residential group", "fill it in and run again"))
        case .duplicateHousehold:
            return pick(
                ("một hộ có nhiều phiếu", "phiếu mới hơn, đầy đủ hơn được giữ"),
                ("a household twice in the month", "the later, more complete interview is kept"))
        case .unknownGroup:
            return pick(
                ("tổ dân phố không có trong danh sách", "sửa tên tổ hoặc thêm vào tệp tổ"),
                ("a group that the groups file lacks", "correct the group or add it to the groups file"))
        case .onlineOverTotal:
            return pick(
                ("hồ sơ trực tuyến nhiều hơn tổng số", "hỏi lại người khảo sát số nào đúng"),
                ("more dossiers online than in all", "ask the interviewer which is right"))
        case .invalidWeight:
            return pick(("trọng số không hợp lệ", "sửa trọng số"), ("no valid weight", "correct the weight"))
        case .otherMonth:
            return pick(
                ("thuộc tháng khác", "không tính lần này"), ("of another month", "set aside in this run"))
        case .invalidAnswer:
            return pick(
                ("câu trả lời không có trong bảng mã", cell.0), ("an answer that the codebook lacks", cell.1))
        case .invalidNumber: return pick(("không phải số", cell.0), ("no number", cell.1))
        case .outOfRange: return pick(("số ngoài khoảng", cell.0), ("a number out of range", cell.1))
        case .invalidDate: return pick(("ngày không hợp lệ", cell.0), ("no valid date", cell.1))
        case .spreadsheetDamage:
            return pick(
                ("bảng tính đã đổi nội dung ô", "nhập lại giá trị gốc dưới dạng văn bản"),
                ("a cell that a spreadsheet changed", "enter the first value again, as text"))
        case .forbiddenColumn:
            return pick(
                ("cột không được phép giữ", "đã bỏ; xoá khỏi biểu mẫu và tệp"),
                ("a column that must not be held", "dropped; remove it from form and file"))
        case .unknownColumn:
            return pick(
                ("cột không có trong bảng mã", "được bỏ qua"), ("a column that the codebook lacks", "ignored")
            )
        case .sampleOverRegistry:
            return pick(
                ("số phiếu nhiều hơn số hộ của tổ", "sửa tệp tổ dân phố"),
                ("more interviews than the group has households", "correct the groups file"))
        case .versionBreak:
            return pick(
                ("câu hỏi không có trong mọi tệp", "nếu đã đổi tên, thêm tên vào bảng mã"),
                ("a question that a file lacks", "if it was renamed, add the name to a codebook"))
        }
    }

    /// A repair by its code.
    func repair(_ code: String) -> String {
        switch code {
        case "trimmed": pick("khoảng trắng thừa", "blanks around an answer")
        case "oldFont": pick("chữ kiểu cũ", "text of an old font")
        case "spreadsheetDate": pick("ngày do bảng tính đổi", "a date that a spreadsheet changed")
        case "phoneZero": pick("số điện thoại mất số 0", "a telephone number without its 0")
        case "hxlTagRow": pick("dòng thẻ HXL", "a row of HXL tags")
        default: code
        }
    }
}
