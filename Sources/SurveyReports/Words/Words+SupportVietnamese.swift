extension Words {
    /// What would help: barriers that fall, savings, equipment, official counts.
    static let supportVietnamese: [Word: String] = [
        .findingOnlyBarrierFirst:
            "Theo câu trả lời, nhiều hộ nhất chỉ vướng một điều: {step} – {value} số hộ đã qua mọi bước khác (khoảng {interval}). Câu trả lời không cho biết các hộ ấy có nộp trực tuyến hay không nếu hết vướng.",
        .findingOnlyBarrier:
            "Theo câu trả lời, {value} số hộ chỉ vướng một điều và đã qua mọi bước khác: {step} (khoảng {interval}). Câu trả lời không cho biết các hộ ấy có nộp trực tuyến hay không nếu hết vướng; cũng chưa đủ cơ sở kết luận đó là điều nhiều hộ vướng nhất.",
        .savingsTitle: "Nộp trực tuyến tiết kiệm được bao nhiêu",
        .savingsSentence:
            "Nếu {target} hồ sơ được nộp trực tuyến, mỗi tháng bớt khoảng {visits} lượt đến quầy (khoảng {visitsInterval}): {counterHours} giờ làm việc ở quầy ({counterHoursInterval}), {householdHours} giờ của người dân ({householdHoursInterval}) và {cost} triệu đồng của người dân ({costInterval}).",
        .savingsSentencePer100:
            "Nếu {target} hồ sơ được nộp trực tuyến, cứ 100 hộ được hỏi thì mỗi tháng bớt khoảng {visits} lượt đến quầy (khoảng {visitsInterval}): {counterHours} giờ làm việc ở quầy ({counterHoursInterval}), {householdHours} giờ của người dân ({householdHoursInterval}) và {cost} triệu đồng của người dân ({costInterval}). Con số này không nói về cả phường.",
        .savingsHidden: "Chưa đủ dữ liệu để nói nộp trực tuyến sẽ đỡ được bao nhiêu.",
        .savingsPlan:
            "Riêng kế hoạch thăm hộ ở trên: mỗi tháng bớt khoảng {visits} lượt đến quầy, {counterHours} giờ làm việc ở quầy, {householdHours} giờ và {cost} triệu đồng của người dân ({dossiers} hồ sơ tự nộp thêm). Đây là kỳ vọng theo giả định của sổ tay, coi các hồ sơ ấy lẽ ra đều nộp ở quầy; không phải ước lượng từ khảo sát.",
        .savingsTable: "Bớt được mỗi tháng nếu đạt mục tiêu {target} (trong ngoặc: khoảng 95 %)",
        .savingsTablePer100:
            "Bớt được mỗi tháng trên 100 hộ được hỏi nếu đạt mục tiêu {target} (trong ngoặc: khoảng 95 %)",
        .savingsAssumptions:
            "Giả định (sửa ở mục savings của playbook.yaml): câu hỏi về hồ sơ tính trong {months} tháng; mỗi hồ sơ nộp ở quầy tốn {visitsPerDossier} lượt đi và {counterMinutes} phút của quầy; mỗi lượt tốn {householdMinutes} phút và {cost} đồng của hộ (chưa tính lệ phí và công lao động). Khoảng 95 % chỉ gồm sai số chọn mẫu, không gồm sai số của các giả định này. Hộ không trả lời được coi như hộ đã trả lời; tổ không có phiếu không được tính.",
        .savingsTruncated: "Khoảng bắt đầu từ 0: mục tiêu có thể đã đạt ở đó (phần dưới 0 đã cắt).",
        .savingsWhole: "Cả khảo sát",
        .columnPart: "Nơi",
        .columnVisitsAvoided: "Lượt đến quầy",
        .columnCounterHours: "Giờ làm việc ở quầy",
        .columnHouseholdHours: "Giờ của người dân",
        .columnCost: "Triệu đồng của người dân",
        .columnAnswered: "Hộ trả lời",
        .equipmentTitle: "Thiết bị",
        .equipmentTotal:
            "Khoảng {lacking} trong {households} hộ thiếu thiết bị hoặc kết nối ở nhà (khoảng {interval}).",
        .equipmentTotalAsked:
            "Số hộ được hỏi thiếu thiết bị hoặc kết nối ở nhà: {lacking} trên {households}.",
        .equipmentNearSites:
            "Trong đó {lacking} hộ ở tổ cách điểm phục vụ hành chính công không quá {km} km{interval}.",
        .equipmentPoints:
            "Mở thêm {count} điểm dùng chung ở các nhà văn hóa dưới đây thì {lacking} hộ khác{interval} có điểm trong vòng {km} km.",
        .equipmentNoPlace:
            "Danh sách tổ không có tọa độ (lat, lon) nên chưa thể nói nên đặt điểm dùng chung ở đâu.",
        .equipmentNoPoints: "Không tìm được nhà văn hóa nào giúp thêm hộ.",
        .equipmentSomeWithoutPlace: "{count} tổ không có tọa độ: chưa thể nói điểm nào phục vụ được.",
        .equipmentEvening:
            "{value} số hộ thiếu thiết bị hoặc kết nối muốn buổi tối ({interval}; {base} hộ trả lời)",
        .equipmentEveningMost: "{sentence}: nhiều hơn mọi khung giờ khác, nên mở buổi tối.",
        .equipmentEveningNotMost: "{sentence}; khung giờ khác được chọn nhiều hơn.",
        .equipmentEveningOpen: "{sentence}; chưa đủ dữ liệu để nói khung giờ nào được chọn nhiều nhất.",
        .equipmentTable: "Nên đặt điểm dùng chung ở đâu, theo thứ tự giúp được nhiều hộ nhất",
        .equipmentWards: "Thiếu thiết bị hoặc kết nối, theo phường cũ",
        .equipmentAssumptions:
            "Giả định (sửa ở mục equipment của playbook.yaml): đi bộ tối đa {km} km đường chim bay; nhà văn hóa và mọi hộ của một tổ đều ở tọa độ của tổ.",
        .equipmentStandIn:
            "{count} trên {of} tổ chưa đủ dữ liệu riêng nên lấy tỷ lệ của phường cũ (hoặc cả khảo sát) nhân với số hộ của tổ; khoảng 95 % chưa gồm khác biệt giữa các tổ trong cùng phường cũ.",
        .equipmentAskedOnly: "Chỉ đếm các hộ được hỏi, không nói về cả phường; số dưới 5 hộ được giấu.",
        .columnPlace: "Nhà văn hóa của",
        .columnGroupsReached: "Số tổ",
        .columnLacking: "Hộ thiếu (khoảng)",
        .columnSoFar: "Cộng dồn (khoảng)",
        .columnEvening: "Muốn buổi tối (khoảng)",
        .smallCount: "dưới 5",
        .officialTitle: "Đối chiếu với số liệu chính thức",
        .officialInside:
            "Tỷ lệ chính thức {rate} nằm trong khoảng của khảo sát ({interval}): hai số không mâu thuẫn.",
        .officialAbove:
            "Tỷ lệ chính thức {rate} cao hơn khoảng của khảo sát ({interval}): sai số chọn mẫu không giải thích hết phần chênh.",
        .officialBelow:
            "Tỷ lệ chính thức {rate} thấp hơn khoảng của khảo sát ({interval}): sai số chọn mẫu không giải thích hết phần chênh.",
        .officialNotTellable: "Chưa so được: một trong hai tỷ lệ chưa có hoặc chưa đủ dữ liệu.",
        .officialWhy:
            "Vì sao hai số khác nhau: số chính thức đếm mọi hồ sơ tại các điểm tiếp nhận của phường, của bất kỳ ai, kể cả do cán bộ nộp hộ; khảo sát chỉ hỏi các hộ, theo lời kể, về {months} tháng trước phỏng vấn. Số chính thức không được đưa vào bất cứ ước lượng nào.",
        .officialNoSamplingError: "Số chính thức không có sai số chọn mẫu.",
        .officialMissing: "Không có số chính thức cho {months}.",
        .officialNoMonth: "Khảo sát không có ngày nên không biết so với số chính thức của tháng nào.",
        .officialSumOfProcedures:
            "{months}: cộng từ các thủ tục trong tệp, vì không có dòng cho mọi thủ tục.",
        .officialTable: "Hồ sơ nộp trực tuyến",
        .officialSource: "Số chính thức",
        .officialSurvey: "Khảo sát: hồ sơ của các hộ được hỏi, tự khai",
        .officialSurveyPeriod: "{months} tháng đến khi phỏng vấn",
        .columnSource: "Nguồn",
        .columnDossiers: "Hồ sơ trực tuyến",
        .columnPeriod: "Kỳ",
        .columnRate: "Tỷ lệ",
    ]
}
