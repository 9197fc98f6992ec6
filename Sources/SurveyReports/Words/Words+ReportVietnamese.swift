extension Words {
    /// Tables, pages of groups and residents, booklets and the month's message.
    static let reportVietnamese: [Word: String] = [
        .columnShareInterval: "Ước lượng (khoảng tin cậy 95 %)",
        .columnType: "Loại hộ",
        .columnProcedure: "Thủ tục",
        .columnBaseDossiers: "Hồ sơ trong mẫu",
        .columnHourGroup: "Nơi được nhiều nhất",
        .columnHourFirst: "Giờ đầu: thêm hồ sơ",
        .columnHourOfADay: "Mỗi giờ trong một ngày thêm",
        .planByGroup: "Lượt đến theo tổ dân phố và lực lượng",
        .planHours: "Thêm một giờ thì được gì",
        .groupsTitle: "Các tổ dân phố – {month}",
        .groupsIndex: "Mỗi tổ một trang: số phiếu, và số lượt đến của từng lực lượng",
        .columnInterviews: "Số phiếu",
        .groupTitle: "{group} – {month}",
        .groupAsked: "Dành cho tổ trưởng · đã hỏi {asked} trên {households} hộ",
        .groupInShort: "Tóm tắt về tổ",
        .groupUptake:
            "{value} hồ sơ được nộp trực tuyến ({interval}; {base} hồ sơ của các hộ được hỏi); toàn phường {ward}.",
        .groupUptakeModelled:
            "Tổ có quá ít câu trả lời riêng; theo mô hình, khoảng {value} hồ sơ được nộp trực tuyến ({interval}); toàn phường {ward}.",
        .groupUptakeHidden:
            "Chưa đủ câu trả lời để nói tổ nộp trực tuyến bao nhiêu hồ sơ; toàn phường {ward}.",
        .groupChance: "Khả năng còn dưới mục tiêu {target}: {chance}.",
        .groupBarrier: "Hộ vướng trước tiên nhiều nhất ở: {step} – {value} ({interval}).",
        .groupNoVisits: "Tháng này chưa có ai được cử đến tổ.",
        .groupVisits: "Dự kiến {visits} lượt đến, tổng cộng {minutes}: {forces}.",
        .groupTable: "Tổ so với toàn phường (trong ngoặc: khoảng tin cậy 95 %)",
        .groupModelNote:
            "“Theo mô hình”: câu trả lời của tổ được bổ sung bằng các tổ tương tự. “Chưa đủ dữ liệu” không phải là điểm kém: mới hỏi quá ít hộ.",
        .groupComers: "Lượt đến trong tổ, theo người đi",
        .groupWhoComes: "Ai sẽ đến",
        .groupCodesOnly:
            "Chỉ ghi mã: tên, địa chỉ và số điện thoại nằm trong danh sách riêng của người đi. “Gõ cửa thêm”: hộ chưa được hỏi, không có tên.",
        .groupOpen: "Việc còn bỏ ngỏ",
        .groupTasks: "Tổ trưởng có thể giúp gì",
        .groupTaskAnnounce:
            "Báo cho bà con biết sẽ có người đến, thuộc lực lượng nào, và họ không bao giờ hỏi mật khẩu, mã OTP hay tiền.",
        .groupTaskDoors: "Chỉ cho người đi những nhà muốn được giúp mà chưa được hỏi.",
        .groupTaskSession:
            "Thống nhất với người đi ngày tổ chức buổi hướng dẫn chung và thông báo cho bà con.",
        .columnOwnAnswers: "Câu trả lời của tổ",
        .columnWholeWard: "Toàn phường",
        .columnVolunteer: "Người đi",
        .columnNamed: "Có tên",
        .columnQuota: "Gõ cửa thêm",
        .columnSessions: "Buổi chung",
        .columnHouseholdCodes: "Mã hộ",
        .columnName: "Họ tên",
        .bookletTitle: "Các danh sách thăm hộ – {force} – {month}",
        .allForces: "cả ba lực lượng",
        .bookletSum: "{people} người, {visits} lượt đến, {minutes} kể cả đi lại.",
        .bookletIndex: "Ai đi đâu",
        .bookletPrivacy:
            "Chỉ dành cho người điều phối. Mỗi người chỉ nhận danh sách của mình; hủy tất cả sau 3 tháng kể từ tháng trên.",
        .intervalOf: " (khoảng tin cậy 95 %: {interval})",
        .messageUptake: "{value} hồ sơ được nộp trực tuyến{interval}.",
        .messagePlan: "Dự kiến: {visits} lượt đến của {people} người, thêm khoảng {gain} hồ sơ tự nộp.",
        .messageEnd: "Chi tiết: leader.html trong báo cáo.",
        .columnLower: "cận dưới",
        .columnUpper: "cận trên",
        .columnCount: "có",
        .columnOf: "tổng",
        .unitMinutes: "phút",
        .columnSentence: "Điều tháng này cho thấy",
        .monthMore: "Một số kết quả khác",
        .planHourOf: "{force} tại {group} {gain}",
        .planHourRangeOf: "{force} tại {group} {gain}, nếu thêm cả ngày thì mỗi giờ {least}",
        .planHoursSentence:
            "Nếu thêm một giờ, dự kiến tăng được (hồ sơ tự nộp trong 3 tháng, theo giả định của sổ tay): {hours}.",
        .chartMonths: "Hồ sơ nộp trực tuyến, theo tháng",
        .chartMonthsCaption: "Chấm: ước lượng; vạch: khoảng tin cậy 95 % của riêng từng tháng.",
        .chartWards: "Hộ vướng ở bước nào, theo phường cũ",
        .chartWardsCaption:
            "Tỷ lệ trong tất cả các hộ đã qua bước này và mọi bước trước: 1 thiết bị, 2 kết nối, 3 định danh mức 2, 4 thao tác, 5 biết cách nộp. Vạch đen: khoảng tin cậy 95 %.",
        .mapSynthetic: "Bản đồ này là giả định.",
        .mapWithoutShape: "{count} tổ không có trên bản đồ.",
        .columnPage: "Trang",
        .contents: "Trong trang này",
        .moreCharts: "Biểu đồ khác",
        .publicTitle: "Phường ta sẵn sàng nộp hồ sơ trực tuyến đến đâu – {month}",
        .publicUptake:
            "Khoảng {value} hồ sơ của các hộ được hỏi được nộp trực tuyến (khoảng tin cậy 95 %, chỉ gồm sai số chọn mẫu: {lower} đến {upper}); phường đặt mục tiêu {target}.",
        .publicRose: "So với tháng {month} là cao hơn rõ rệt, vượt mức sai số chọn mẫu.",
        .publicFell: "So với tháng {month} là thấp hơn rõ rệt, vượt mức sai số chọn mẫu.",
        .publicChangeOpen: "Chưa đủ cơ sở kết luận có thay đổi so với tháng {month} hay không.",
        .publicBarrier: "Điều khiến nhiều hộ vướng trước tiên: {step}.",
        .publicVisits:
            "Đoàn Thanh niên, Công an phường và Hội Liên hiệp Phụ nữ sẽ đến những hộ muốn được giúp và đã đồng ý.",
        .publicBase: "khoảng {count} trên {of}",
        .publicHidden: "không nêu",
        .publicRounded:
            "Số đếm được làm tròn đến 5, tỷ lệ đến phần trăm nguyên. “Không nêu”: quá ít hộ nên có thể nhận ra người, hoặc từ đó tính ra được số như vậy. Các bảng tính trên số hộ được hỏi.",
        .publicTarget:
            "Khảo sát hộ không phải là tỷ lệ chính thức, vốn đếm mọi hồ sơ tại các điểm tiếp nhận của phường.",
        .publicNever:
            "Người do phường cử đến không bao giờ hỏi mật khẩu, mã OTP, ảnh giấy tờ tùy thân hay tiền.",
        .listNoteAgain: "Lần 2 – ngày, giờ, số phút; ghi chú:",
        .listAsk: "Hỏi ai",
        .listAskLine: "Người phụ trách và điện thoại (lực lượng điền): ",
        .listDoorSteps: "Ở mỗi hộ",
        .listDoorStepsText:
            "Gọi trước nếu có số điện thoại. Tự giới thiệu, đưa thẻ, xin phép. Làm trên điện thoại của chính người dân. Vắng nhà: quay lại một lần vào giờ khác. Ghi kết quả ngay.",
        .listTimes: "Theo giờ thuận tiện: {times}.",
        .weightedShare: " (tỷ lệ đã nhân trọng số)",
        .visitsOfGroup: "{group} {count} lượt ({forces})",
        .doNotConclude: "Không nên kết luận từ báo cáo này",
        .notEmptyGroups: "Bất cứ điều gì về các tổ không có phiếu: {groups}.",
        .notChange: "Tỷ lệ đã tăng hay giảm: khảo sát chưa đủ căn cứ, dù vài con số trông như vậy.",
        .notPlan:
            "Số hồ sơ của kế hoạch chắc chắn đạt được: đó là giả định của sổ tay cho đến khi có kết quả thật.",
        .notGroups: "Chênh lệch nhỏ giữa các tổ là thật: số của phần lớn các tổ là từ mô hình.",
        .notOfficial:
            "Khảo sát và số chính thức đếm cùng một thứ: một bên là lời kể của hộ, một bên là mọi hồ sơ tại các điểm tiếp nhận.",
        .legendNone: "không có dữ liệu",
        .listDoorCodes: "Ghi kết quả bằng một trong các từ: {codes}.",
    ]
}
