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
                (
                    "hồ sơ trực tuyến nhiều hơn tổng số",
                    "số trực tuyến tính là chưa trả lời; hỏi lại người khảo sát"
                ),
                (
                    "more dossiers online than in all",
                    "the number online counts as not answered; ask the interviewer"
                ))
        case .invalidWeight:
            return pick(("trọng số không hợp lệ", "sửa trọng số"), ("no valid weight", "correct the weight"))
        case .otherMonth:
            return pick(
                ("thuộc tháng khác", "không tính lần này"), ("of another month", "set aside in this run"))
        case .invalidAnswer:
            return pick(
                ("câu trả lời không có trong bảng mã", cell.0), ("an answer that the codebook lacks", cell.1))
        case .unknownItem:
            return pick(
                ("một mục trong câu trả lời không có trong bảng mã", "các mục khác vẫn được tính; " + cell.0),
                ("an item of a list that the codebook lacks", "the other items count; " + cell.1))
        case .noneWithOthers:
            return pick(
                (
                    "chọn \u{201C}không có\u{201D} cùng với mục khác",
                    "hỏi lại hộ; câu này tính là chưa trả lời"
                ),
                (
                    "\u{201C}none of these\u{201D} beside other answers",
                    "ask the household again; the answer counts as missing"
                ))
        case .columnsDiffer:
            return pick(
                ("hai cột của một câu hỏi khác nhau", "hỏi xem cột nào đúng"),
                ("two columns of one question differ", "ask which column is right"))
        case .guessedMarks:
            return pick(
                ("số viết như 1.250 có thể đọc hai cách", "nếu là hàng nghìn, viết số không có dấu"),
                ("numbers such as 1.250 can be read in two ways", "write thousands without a mark"))
        case .similarIDs:
            return pick(
                ("mã hộ chỉ khác nhau ở số 0 đứng đầu", "xem có phải cùng một hộ không; đang tính là hai hộ"),
                ("ids that differ in leading zeros only", "see whether they are one; they count as two"))
        case .noKey:
            return pick(
                ("tệp không có mã hộ", "mỗi dòng tính là một hộ; không phát hiện được hộ trùng"),
                ("a file without ids", "each row is a household; repeats cannot be seen"))
        case .passedOverColumn:
            return pick(
                ("thêm một cột cho cùng câu hỏi", "không dùng để tính"),
                ("a further column for one question", "not read"))
        case .absentColumn:
            return pick(
                ("cột của bảng mã không có trong tệp", "sửa tên cột trong bảng mã hoặc tệp"),
                ("a column of the codebook that the file lacks", "correct the header in codebook or file"))
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
        case "trailingEmptyFields": pick("ô trống thừa ở cuối dòng", "empty fields too many at a row's end")
        case "shortRow": pick("dòng bị lược các ô trống ở cuối", "rows without their empty last fields")
        case "repeatedHeader": pick("dòng tiêu đề lặp lại", "the header again")
        case "blankInSum": pick("ô trống trong phép cộng, đọc là 0", "blanks in a sum, read as 0")
        case "untickedBlank": pick("ô không đánh dấu, đọc là không", "boxes without a tick, read as no")
        case "formulaWithoutResult":
            pick("công thức chưa có kết quả, đọc là ô trống", "formulas without a result, read as empty")
        case "hiddenRow": pick("dòng ẩn của bảng tính, vẫn được đọc", "hidden rows of a sheet, read too")
        case "headerRow": pick("dòng tiêu đề phụ", "a further header row")
        case "readFromSplitColumns":
            pick(
                "đọc từ các cột tách vì cột gộp không đọc được",
                "read from the split columns, the list being unreadable")
        case "blankAfterQuote": pick("khoảng trắng quanh dấu nháy", "blanks beside quotes")
        case "spreadsheetText":
            pick("dấu \u{2019} hoặc =\"…\" của bảng tính", "a spreadsheet's \u{2019} or =\"…\"")
        case "spreadsheetNumber": pick("mã bị bảng tính thêm .0", "a code that a spreadsheet gave .0")
        case "idDash": pick("dấu gạch khác loại trong mã hộ", "another kind of dash in an id")
        case "idBlank": pick("khoảng trắng trong mã hộ", "blanks inside an id")
        case "idSpelling": pick("một mã hộ viết nhiều cách", "one id written in several ways")
        default: code
        }
    }
}
