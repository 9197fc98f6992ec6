extension Words {
    /// What would help: barriers that fall, savings, equipment, official counts.
    static let supportVietnamese: [Word: String] = [
        .findingOnlyBarrierFirst:
            "Gỡ một rào cản thì mở đường cho nhiều hộ nhất: {step}. {value} số hộ chỉ vướng điều này (khoảng {interval}); giả định mọi điều khác giữ nguyên và các hộ ấy qua được bước đó.",
        .findingOnlyBarrier:
            "{value} số hộ chỉ vướng một điều: {step} (khoảng {interval}). Gỡ điều đó thì các hộ này đi tiếp được, giả định mọi điều khác giữ nguyên; chưa đủ dữ liệu để nói đó là rào cản đáng gỡ nhất.",
    ]
}
