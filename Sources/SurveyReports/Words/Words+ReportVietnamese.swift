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
            "Hộ chỉ ghi mã: tên, địa chỉ và số điện thoại của hộ nằm trong danh sách riêng của người đi. “Gõ cửa thêm”: hộ chưa được hỏi, không có tên.",
        .groupOpen: "Việc còn bỏ ngỏ",
        .groupTasks: "Tổ trưởng có thể giúp gì",
        .groupTaskAnnounce:
            "Gửi thông báo dưới đây cho bà con trước khi có người đến.",
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
        .publicChangeOverlap:
            "Phiếu hỏi về {months} tháng gần nhất nên chưa so với tháng liền trước được. {from}",
        .publicBarrier: "Điều khiến nhiều hộ vướng trước tiên: {step}.",
        .publicHidden: "không nêu",
        .publicRounded:
            "Số hộ được hỏi làm tròn đến 5. Tỷ lệ là tỷ lệ trong báo cáo của phường, làm tròn đến phần trăm nguyên. “Không nêu”: quá ít hộ nên có thể nhận ra người, hoặc từ đó tính ra được số như vậy.",
        .publicTarget:
            "Khảo sát hộ không phải là tỷ lệ chính thức, vốn đếm mọi hồ sơ tại các điểm tiếp nhận của phường.",
        .listNoteAgain: "Lần 2 – ngày, giờ, số phút; ghi chú:",
        .listAsk: "Hỏi ai",
        .listAskLine:
            "Người phụ trách và điện thoại (lực lượng điền): ",
        .listDoorSteps: "Ở mỗi hộ",
        .listDoorStepsText:
            "Gọi trước nếu có số điện thoại. Tự giới thiệu, đưa thẻ, xin phép. Làm trên điện thoại của chính người dân. Vắng nhà: quay lại một lần vào giờ khác. Ghi kết quả ngay.",
        .listOuting: "Buổi {number}: {when} – {group}",
        .listOutingText: "Khoảng {minutes}, trong đó đi lại {way}.",
        .listWeek: "tuần {week}",
        .weightedShare: " (tỷ lệ đã nhân trọng số)",
        .visitsOfGroup: "{group} {count} lượt ({forces})",
        .doNotConclude:
            "Những điều chưa kết luận được",
        .notEmptyGroups:
            "Chưa biết gì từ khảo sát về các tổ không có phiếu: {groups}. Số theo mô hình ở đó, nếu có, là suy từ các tổ khác.",
        .notChange:
            "Chưa đủ cơ sở kết luận tỷ lệ đã tăng hay giảm, dù vài con số trông như vậy.",
        .notPlan:
            "Chưa chắc đạt được số hồ sơ của kế hoạch: đó là giả định cho đến khi có kết quả thật.",
        .notGroups:
            "Chênh lệch nhỏ giữa các tổ có thể chỉ do ngẫu nhiên hoặc do mô hình: hãy xem khoảng tin cậy của từng tổ.",
        .notOfficial:
            "Khảo sát và số chính thức không đếm cùng một thứ: một bên là lời kể của hộ, một bên là mọi hồ sơ tại các điểm tiếp nhận.",
        .legendNone: "không có dữ liệu",
        .listDoorCodes: "Ghi kết quả bằng một trong các từ: {codes}.",
    ]
}
