extension Words {
    /// What changed since the month before, what a model says of groups, and what would settle what is open.
    static let changeVietnamese: [Word: String] = [
        .findingMoreInterviews:
            "Nếu đúng như số liệu hiện có, thêm khoảng {more} phiếu mỗi tháng sẽ kết luận được.",
        .findingRose:
            "Tỷ lệ hồ sơ trực tuyến tăng {difference} so với tháng {month} (từ {before} lên {after}; khoảng 97,5 %: {interval}): tăng thật, không phải do chọn mẫu.",
        .findingFell:
            "Tỷ lệ hồ sơ trực tuyến giảm so với tháng {month}: {difference} (từ {before} xuống {after}; khoảng 97,5 %: {interval}); giảm thật, không phải do chọn mẫu.",
        .findingChangeOpen:
            "So với tháng {month}: {difference} (khoảng 97,5 %: {interval}); chưa thể nói tỷ lệ hồ sơ trực tuyến có thay đổi.",
        .findingFigureRose: "{who}{indicator} tăng {difference} so với tháng {month} (khoảng {interval}).",
        .findingFigureFell: "{who}{indicator} giảm: {difference} so với tháng {month} (khoảng {interval}).",
        .findingGroupsBelow:
            "{number} tổ dân phố gần như chắc chắn (từ 95 %) còn dưới mục tiêu, theo mô hình cho tổ nhỏ.",
        .findingModelWards:
            "Mỗi tổ có quá ít câu trả lời “có” hoặc “không” để ước lượng riêng: mô hình dùng số của phường cũ.",
        .findingModelShifted:
            "Ở {number} chỉ số, ước lượng theo mô hình của các tổ phải dịch hơn một sai số chuẩn để khớp với toàn phường: hãy dùng chúng thận trọng.",
        .findingSeriesCut:
            "{number} chỉ số không so với tháng trước được, vì câu hỏi đã đổi hoặc không có ở cả hai tháng.",
        .changeTitle: "Thay đổi so với tháng {month}",
        .changeIntro:
            "{common} hộ được hỏi ở cả hai tháng. Chỉ nói “tăng” hoặc “giảm” khi phép thử cho phép: tỷ lệ chung ở mức 0,025; mọi số khác cùng một nhóm, trung bình không quá 2 % câu nói sai.",
        .changeTable: "Những số đã so sánh được",
        .changeTested:
            "{tested} số đã được so sánh (cả theo tổ, loại hộ, thủ tục); {claimed} số có thay đổi nói được. So sánh nhiều số thì vài khoảng nằm ngoài 0 chỉ do ngẫu nhiên: kết luận đã tính đến điều đó.",
        .changeNone: "Không có số nào đủ dữ liệu để so sánh.",
        .columnChange: "Thay đổi",
        .columnVerdict: "Kết luận",
        .verdictRose: "tăng",
        .verdictFell: "giảm",
        .verdictOpen: "chưa thể nói",
        .columnModelled: "Theo mô hình",
        .columnBelowTarget: "Khả năng dưới mục tiêu",
        .columnRank: "Thứ hạng (thấp nhất = 1)",
        .tableModelled: "Tỷ lệ hồ sơ trực tuyến theo tổ, ước lượng bằng mô hình",
        .modelledNote:
            "Ước lượng theo mô hình Fay-Herriot: số của tổ được bổ sung bằng số người 60+, khoảng cách đến điểm phục vụ, phường cũ và toàn phường. Tổ không có phiếu chỉ được dự đoán (đánh dấu ∗). Thứ hạng là khoảng, không phải một con số.",
    ]
}
