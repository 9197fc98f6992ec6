extension Words {
    /// What the reading says of problems, and the same in Vietnamese: "{}" is taken over as "{1}", "{2}".
    static let issueTexts: [(english: String, vietnamese: String)] = [
        // What is expected.
        ("one of: {}", "một trong: {1}"), ("any of: {}", "các mục trong: {1}"),
        ("a number from {} to {}", "số từ {1} đến {2}"), ("a number", "số"),
        ("a date such as {} or {}", "ngày như {1} hoặc {2}"),
        ("a day that exists, in the order of the column", "ngày có thật, theo thứ tự ngày tháng của cột"),
        ("a tick: 1 or 0, x, yes or no", "dấu chọn: 1 hoặc 0, x, có hoặc không"),
        ("a weight above 0", "trọng số lớn hơn 0"), ("a household id", "mã hộ"),
        ("a residential group", "tổ dân phố"), ("a closing quote", "dấu nháy đóng"),
        ("{} fields, as in the header", "{1} ô, như dòng tiêu đề"),
        ("a group of the groups file, in its former ward", "tổ có trong tệp tổ, đúng phường cũ"),
        ("each household once a month", "mỗi hộ một phiếu trong tháng"),
        ("an id that differs from others in more than leading zeros", "mã hộ không chỉ khác ở số 0 đứng đầu"),
        ("online at most the total", "số trực tuyến không quá tổng số"),
        ("\"none of these\", or other answers", "hoặc \u{201C}không có\u{201D}, hoặc các mục khác"),
        ("columns that agree", "hai cột giống nhau"), ("no such column", "không có cột này"),
        ("a column of the codebook", "cột có trong bảng mã"),
        ("a column with a header of the codebook", "cột có tên trong bảng mã"),
        ("one column for each variable", "mỗi câu hỏi một cột"),
        ("an id for each household", "mã riêng cho mỗi hộ"),
        ("the same questions in all files", "các tệp có cùng câu hỏi"),
        ("at most its {} households of the groups file", "nhiều nhất {1} hộ như tệp tổ"),
        (
            "numbers that tell a decimal mark from a thousands mark",
            "số phân biệt được dấu thập phân và hàng nghìn"
        ),
        ("the cell before the spreadsheet took it for a date", "nội dung trước khi bảng tính đổi thành ngày"),
        ("all digits; the spreadsheet has cut the number", "đủ các chữ số; bảng tính đã cắt số"),
        // What was found, where that is no cell.
        ("a column that must not be held", "cột không được phép giữ"),
        ("another column for {}", "thêm một cột cho {1}"), ("rows without a key", "dòng không có mã hộ"),
        ("no such column, which {} is read from", "không có cột này để đọc {1}"), ("{} fields", "{1} ô"),
        ("no column for {}, which {} has", "không có cột cho {1} mà {2} có"),
        ("{} households asked in group {}", "{1} hộ được hỏi ở tổ {2}"),
        // What to do.
        (
            "Counted as not answered; correct the cell, or add the answer to a codebook.",
            "tính là chưa trả lời; sửa ô, hoặc thêm câu trả lời vào bảng mã"
        ),
        (
            "Counted as not answered; ask the interviewer which of the two is right.",
            "tính là chưa trả lời; hỏi người khảo sát số nào đúng"
        ), ("Counted as not answered; ask the household again.", "tính là chưa trả lời; hỏi lại hộ"),
        ("Ask which column is right.", "hỏi xem cột nào đúng"), ("Correct the date.", "sửa ngày"),
        (
            "The known items count; correct the cell, or add the item to a codebook.",
            "các mục khác vẫn được tính; sửa ô, hoặc thêm mục vào bảng mã"
        ), ("Set aside: this run is of {}.", "để riêng: lần này chỉ tính {1}"),
        (
            "The interview in line {} of {} is kept: the later, then the more complete one.",
            "giữ phiếu ở dòng {1} của {2}: phiếu mới hơn, rồi đầy đủ hơn"
        ),
        (
            "Compare it with line {} of {}: both are counted, as two households.",
            "so với dòng {1} của {2}; đang tính là hai hộ"
        ), ("Close or remove the quote that opens on this line.", "đóng hoặc bỏ dấu nháy mở ở dòng này"),
        (
            "Look for a missing or stray separator, or a line break inside the row.",
            "tìm dấu phân cách thừa hoặc thiếu, hoặc chỗ xuống dòng giữa dòng"
        ), ("Write the household's code and run again.", "điền mã hộ rồi chạy lại"),
        ("Write the group and run again.", "điền tổ rồi chạy lại"),
        (
            "Correct the weight; a household without one cannot count.",
            "sửa trọng số; hộ không có thì không tính được"
        ),
        (
            "Correct the group or the former ward, or add the group to the groups file.",
            "sửa tổ hoặc phường cũ, hoặc thêm tổ vào tệp tổ"
        ),
        (
            "Dropped unread. Remove it from the form and delete it from the file.",
            "đã bỏ, không đọc; xoá khỏi biểu mẫu và tệp"
        ), ("Ignored.", "được bỏ qua"),
        ("{} is read from \"{}\"; this one is compared with it.", "{1} đọc từ \"{2}\"; cột này để đối chiếu"),
        ("{} is read from \"{}\"; this one is ignored.", "{1} đọc từ \"{2}\"; cột này được bỏ qua"),
        (
            "Each row counts as a household: the same one asked twice cannot be seen.",
            "mỗi dòng tính là một hộ; không phát hiện được hộ trùng"
        ),
        (
            "The column \"{}\" looks close: correct the codebook or the file.",
            "cột \"{1}\" gần giống: sửa bảng mã hoặc tệp"
        ),
        (
            "Its question counts as not asked; correct the header in the codebook.",
            "câu này tính là không hỏi; sửa tên cột trong bảng mã"
        ), ("Its households count as not asked.", "hộ của tệp này tính là không được hỏi"),
        (
            "Its households count as not asked. If {} is the question, add the header to a codebook.",
            "hộ của tệp này tính là không được hỏi. Nếu {1} là câu đó, thêm tên cột vào bảng mã"
        ),
        (
            "Correct the groups file; until then the group counts as fully asked.",
            "sửa tệp tổ; đến lúc đó tổ tính là đã hỏi hết"
        ),
        (
            "Read as a decimal point in the whole column. If it parts thousands, write the numbers without it.",
            "cả cột được đọc là dấu thập phân; nếu là hàng nghìn, viết số không có dấu"
        ),
    ]
}
