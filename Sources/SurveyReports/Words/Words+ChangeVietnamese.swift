extension Words {
    /// What changed since the month before, what a model says of groups, and what would settle what is open.
    static let changeVietnamese: [Word: String] = [
        .outlookInterviews:
            "Nếu chênh lệch lớn đúng như số liệu hiện có, cần thêm khoảng {more} phiếu để kết luận.",
        .outlookToShow: "Cần thêm khoảng {more} phiếu để nêu được tỷ lệ này.",
        .outlookTooMany:
            "Nếu chênh lệch lớn đúng như số liệu hiện có, muốn kết luận phải hỏi nhiều hộ hơn số hộ của phường.",
        .outlookChange:
            "Mẫu cỡ này kết luận được mức thay đổi {sample} trong 4/5 trường hợp; nếu tháng sau hỏi lại tất cả các hộ này thì kết luận được mức {again}.",
        .outlookChangeOnce: "Mẫu cỡ này kết luận được mức thay đổi {sample} trong 4/5 trường hợp.",
        .findingChangeFew:
            "Chưa đủ cơ sở kết luận tỷ lệ hồ sơ trực tuyến có thay đổi so với tháng {month} hay không: chưa đến {least} hộ (hoặc khu vực mẫu) trả lời khác đi, mới vào hoặc ra khỏi mẫu.",
        .findingChangeOverlap:
            "Chưa nêu thay đổi của tỷ lệ hồ sơ trực tuyến: phiếu hỏi về {months} tháng gần nhất nên không so với tháng liền trước được (tính trùng một phần hồ sơ). {from}",
        .changeOverlapFrom: "Từ tháng {month} có thể so sánh.",
        .changeOverlap: "Chưa so sánh, vì phiếu hỏi về {months} tháng: {indicators}. {from}",
        .findingRose:
            "Tỷ lệ hồ sơ trực tuyến cao hơn rõ rệt so với tháng {month}: tăng {size}, từ {before} lên {after} (khoảng tin cậy 97,5%: từ {interval}; chỉ gồm sai số chọn mẫu).",
        .findingFell:
            "Tỷ lệ hồ sơ trực tuyến thấp hơn rõ rệt so với tháng {month}: giảm {size}, từ {before} xuống {after} (khoảng tin cậy 97,5%: từ {interval}; chỉ gồm sai số chọn mẫu).",
        .findingChangeOpen:
            "Chưa đủ cơ sở kết luận tỷ lệ hồ sơ trực tuyến có thay đổi so với tháng {month} hay không: {difference} (khoảng tin cậy 97,5%: từ {interval}).",
        .findingFigureRose: "{who}{indicator} tăng {size} so với tháng {month} (từ {interval}).",
        .findingFigureFell: "{who}{indicator} giảm {size} so với tháng {month} (từ {interval}).",
        .findingGroupsBelow:
            "{number} tổ dân phố thấp hơn rõ rệt so với mục tiêu: khả năng từ 98% trở lên ở mỗi tổ, theo mô hình cho tổ nhỏ.",
        .findingModelWards:
            "Mỗi tổ có quá ít câu trả lời “có” hoặc “không” để ước lượng riêng: mô hình dùng số của phường cũ.",
        .findingModelShifted:
            "Ở {number} chỉ số, ước lượng theo mô hình của các tổ phải dịch hơn một sai số chuẩn để khớp với toàn phường: hãy dùng chúng thận trọng.",
        .findingSeriesCut:
            "{number} chỉ số không so với tháng trước được, vì câu hỏi đã đổi hoặc không có ở cả hai tháng.",
        .changeTitle: "Thay đổi so với tháng {month}",
        .changeTitleSeveral: "Thay đổi so với các tháng trước",
        .changeIntro:
            "{common} hộ được hỏi ở cả hai tháng. Chỉ nói “tăng” hoặc “giảm” khi mức thay đổi trên {relevance} và phép thử cho phép: tỷ lệ chung ở mức 0,025; mọi số khác, cùng các kết luận về mức của tháng này, là một nhóm, trung bình không quá 2% kết luận sai. Thay đổi chỉ dựa trên chưa đến {least} hộ (hoặc khu vực mẫu) thì không nêu.",
        .changeTable: "Những số đã so sánh được",
        .changeTested:
            "{tested} số đã được so sánh (cả theo tổ, loại hộ, thủ tục); {claimed} số có thay đổi nói được. So sánh nhiều số thì vài khoảng nằm ngoài 0 chỉ do ngẫu nhiên: kết luận đã tính đến điều đó.",
        .changeNone: "Không có số nào đủ dữ liệu để so sánh.",
        .columnChange: "Thay đổi",
        .columnSince: "So với tháng",
        .columnVerdict: "Kết luận",
        .verdictRose: "tăng",
        .verdictFell: "giảm",
        .verdictOpen: "chưa đủ cơ sở kết luận",
        .columnModelled: "Theo mô hình",
        .columnBelowTarget: "Khả năng dưới mục tiêu",
        .columnRank: "Thứ hạng (thấp nhất = 1)",
        .tableModelled: "Tỷ lệ hồ sơ trực tuyến theo tổ, ước lượng bằng mô hình",
        .modelledNote:
            "Ước lượng theo mô hình Fay-Herriot: số của tổ được bổ sung bằng số người 60+, khoảng cách đến điểm phục vụ, phường cũ và toàn phường. Tổ không có phiếu chỉ được dự đoán (đánh dấu ∗). Thứ hạng là khoảng, không phải một con số.",
    ]
}
