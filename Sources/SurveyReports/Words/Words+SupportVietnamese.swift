extension Words {
    /// What would help: barriers that fall, savings, equipment, official counts.
    static let supportVietnamese: [Word: String] = [
        .findingOnlyBarrierFirst:
            "Gỡ một rào cản thì mở đường cho nhiều hộ nhất: {step}. {value} số hộ chỉ vướng điều này (khoảng {interval}); giả định mọi điều khác giữ nguyên và các hộ ấy qua được bước đó.",
        .findingOnlyBarrier:
            "{value} số hộ chỉ vướng một điều: {step} (khoảng {interval}). Gỡ điều đó thì các hộ này đi tiếp được, giả định mọi điều khác giữ nguyên; chưa đủ dữ liệu để nói đó là rào cản đáng gỡ nhất.",
        .savingsTitle: "Nộp trực tuyến thì đỡ được bao nhiêu",
        .savingsSentence:
            "Nếu {target} hồ sơ được nộp trực tuyến, mỗi tháng bớt khoảng {visits} lượt đến quầy (khoảng {visitsInterval}): {counterHours} giờ làm việc ở quầy ({counterHoursInterval}), {householdHours} giờ của người dân ({householdHoursInterval}) và {cost} triệu đồng của người dân ({costInterval}).",
        .savingsSentencePer100:
            "Nếu {target} hồ sơ được nộp trực tuyến, cứ 100 hộ được hỏi thì mỗi tháng bớt khoảng {visits} lượt đến quầy (khoảng {visitsInterval}): {counterHours} giờ làm việc ở quầy ({counterHoursInterval}), {householdHours} giờ của người dân ({householdHoursInterval}) và {cost} triệu đồng của người dân ({costInterval}). Con số này không nói về cả phường.",
        .savingsHidden: "Chưa đủ dữ liệu để nói nộp trực tuyến sẽ đỡ được bao nhiêu.",
        .savingsPlan:
            "Riêng kế hoạch thăm hộ dưới đây: mỗi tháng bớt khoảng {visits} lượt đến quầy, {counterHours} giờ làm việc ở quầy, {householdHours} giờ và {cost} triệu đồng của người dân ({dossiers} hồ sơ tự nộp thêm). Đây là kỳ vọng theo giả định của sổ tay, coi các hồ sơ ấy lẽ ra đều nộp ở quầy; không phải ước lượng từ khảo sát.",
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
    ]
}
