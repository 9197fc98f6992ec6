extension DialectWords {
    static let vietnamese = DialectWords(
        delimiter: ";", newline: "\r\n", hasByteOrderMark: true, setSeparator: ", ",
        columns: SurveyColumn.allCases.map { (.question($0), vietnameseHeaders[$0.rawValue]) },
        answers: vietnameseAnswers, yes: ["Có", "  Có ", "CO"], no: ["Không", " Không  ", "khong"],
        missing: ["", "không rõ", "từ chối"], unknownAnswer: "chắc là có", dateStyle: .dayMonthYear,
        writesGroupCodes: false, blankLineHasDelimiters: true)

    private static let vietnameseHeaders = [
        "Mã hộ", "Ngày khảo sát", "Phường cũ", "Tổ dân phố", "Số nhân khẩu", "Số người ≥60 tuổi", "Số trẻ em",
        "Chủ hộ là nữ", "Tuổi người trả lời", "Giới tính", "Có điện thoại thông minh không?", "Có máy tính?",
        "Kết nối Internet tại nhà", "Tài khoản VNeID", "Tự làm được việc nào?",
        "Có biết cách nộp hồ sơ trực tuyến?",
        "Số hồ sơ đã nộp", "Số hồ sơ nộp trực tuyến", "Thủ tục đã làm", "Hình thức nộp", "Ai thực hiện?",
        "Lần sau có tự làm được không?", "Lý do chưa nộp trực tuyến", "Có cần hỗ trợ?",
        "Thời gian thuận tiện",
        "Đồng ý được liên hệ", "Số nhà, đường", "SĐT", "Người khảo sát", "Thời lượng phỏng vấn (phút)",
        "Cách khảo sát", "Dữ liệu mẫu",
    ]

    private static let vietnameseAnswers: [SurveyColumn: [String]] = [
        .respondentSex: ["Nữ", "Nam"],
        .internet: ["Cáp quang/Wifi", "4G/5G", "Không có"],
        .eID: ["Chưa có", "Mức 1", "Đã cài chưa kích hoạt", "Mức 2 đã kích hoạt"],
        .skills: [
            "Tìm thông tin", "Kiểm tra tin thật giả", "Gọi Zalo", "Gửi ảnh/tệp", "Sao chép/dán",
            "Soạn văn bản",
            "Đổi mật khẩu", "Cài đặt quyền riêng tư", "Cài ứng dụng", "Chuyển khoản", "Không việc nào",
        ],
        .knowsProcess: ["Biết rõ", "Có nghe nói", "Không biết"],
        .procedures: [
            "Chứng thực", "Khai sinh", "Tạm trú", "Kết hôn", "Trợ cấp xã hội", "Đất đai", "Hộ kinh doanh",
            "Khác",
            "Không có nhu cầu",
        ],
        .channel: [
            "Trực tuyến tại nhà", "Trực tuyến tại trung tâm", "Trực tiếp", "Cả hai", "Không có nhu cầu",
        ],
        .whoFiled: ["Tự làm", "Con cháu làm giúp", "Được hướng dẫn", "Cán bộ làm hộ", "Dịch vụ"],
        .barriers: [
            "Không có thiết bị", "Không có mạng", "Không rành công nghệ", "Không biết cách làm", "Sợ lừa đảo",
            "Chưa có VNeID", "Thích làm trực tiếp", "Khác", "Không có khó khăn",
        ],
        .preferredTime: [
            "Sáng ngày thường", "Chiều ngày thường", "Tối ngày thường", "Sáng thứ bảy", "Sáng chủ nhật",
        ],
        .consent: ["Đồng ý", "Đồng ý, kể cả công an", "Không"],
        .mode: ["Đến nhà", "Tại quầy", "Biểu mẫu trực tuyến"],
        .synthetic: ["có", "không"],
    ]
}
