extension Words {
    /// Who comes, how residents know them, whom they may ask: lists, notices of group heads, the page for residents.
    static let sendersVietnamese: [Word: String] = [
        .neverAsked:
            "Người do phường cử đến không bao giờ hỏi mật khẩu, mã OTP, không chụp hay xin ảnh thẻ, giấy tờ tùy thân, không nhận tiền và không gửi đường dẫn (link). Ai làm như vậy không phải là người của phường.",
        .askContact: "Muốn hỏi hoặc báo người lạ: {contact}.",
        .listResidents: "Nói với người dân",
        .listWord: "Từ của tháng",
        .listWordText: "{word}. Nói từ này ngay ở cửa; tổ trưởng đã báo cho người dân.",
        .listPolice: "Quy định với công an",
        .listPoliceText:
            "Chỉ đến hộ đã đồng ý cho công an đến, hoặc hộ đã mời, cùng tổ trưởng. Chỉ làm định danh điện tử mức độ 2; không kiểm tra cư trú, không hỏi, không xem, không ghi việc hay giấy tờ nào khác của hộ.",
        .listQuotaPolice: "Đến thêm hộ khác trong tổ, cùng tổ trưởng và chỉ khi được mời",
        .listQuotaPoliceText:
            "Nhiều nhất {count} hộ chưa được khảo sát, dự kiến làm được khoảng {open} hộ · {task} · khoảng {minutes} mỗi hộ. Không tự gõ cửa: chỉ đi cùng tổ trưởng, đến hộ đã mời.",
        .noticeTitle: "Thông báo để tổ trưởng gửi bà con",
        .noticeComers:
            "Trong tháng {month}, phường cử những người sau đến giúp bà con {group} nộp hồ sơ trực tuyến:",
        .noticeComer: "{name} – {force}: {times}",
        .noticeTimes: "đã đăng ký {times}",
        .noticeNoTimes: "giờ do người đi báo trước",
        .noticeInvited: "chỉ đến cùng tổ trưởng, ở hộ đã đồng ý hoặc đã mời",
        .noticeSession:
            "Có buổi hướng dẫn chung tại nhà văn hóa; tổ trưởng sẽ báo ngày giờ.",
        .noticeNobody:
            "Theo kế hoạch tháng {month}, phường không cử ai đến {group}. Ai xưng là người của phường đến làm hồ sơ trực tuyến thì hãy hỏi lại.",
        .noticeWord: "Từ của tháng: {word}. Người được cử đến biết từ này.",
        .groupTaskPolice: "Đi cùng công an; công an chỉ đến hộ đã đồng ý hoặc đã mời.",
        .groupRefusals:
            "Khoảng {count} hộ không muốn được giúp hoặc chưa đồng ý cho lực lượng phù hợp đến.",
        .columnPhone: "Điện thoại",
        .columnTimes: "Thời gian đã đăng ký",
        .publicVisitsNamed:
            "Trong tháng {month}, {forces} đến giúp một số hộ đã đồng ý và không từ chối được giúp.",
        .publicVisitsDoors:
            "{forces} có thể gõ cửa một số hộ chưa được khảo sát; họ xin phép trước, bà con có thể từ chối.",
        .publicVisitsPolice: "Với hộ chưa được khảo sát, công an chỉ đến cùng tổ trưởng và khi được mời.",
        .publicVisitsSessions: "Có {count} buổi hướng dẫn chung tại nhà văn hóa; tổ trưởng báo ngày giờ.",
        .publicAsked: "hỏi khoảng {of} hộ",
        .legendNoInterviews: "không có phiếu khảo sát",
        .legendNoVisits: "không có lượt nào",
        .mapNoInterviews: "không có phiếu khảo sát",
        .forcesAnd: " và ",
    ]
}
