extension Words {
    /// The public page over time: what was published, what would be now.
    static let publicationVietnamese: [Word: String] = [
        .publicAsPublished: "Số liệu như đã công bố ngày {day}.",
        .publicStopped:
            "Tháng này không công bố bảng số liệu: có chỗ quá ít hộ, từ bảng có thể tính ra câu trả lời của vài hộ.",
        .publishedTitle: "Trang công khai: số đã công bố và số hiện nay",
        .publishedNote:
            "Trang công khai giữ số liệu đã công bố ngày {day}. Phiếu đến muộn hoặc sửa sau ngày đó được tính từ tháng sau. Chỉ những số khác nhau có trong bảng.",
        .publishedTables: "Các bảng",
        .publishedNone: "không công bố",
        .publishedChange: "So với tháng trước",
        .publishedBarrier: "Rào cản chính",
        .columnFigure: "Số liệu",
        .columnPublished: "Đã công bố",
        .columnAtPresent: "Hiện nay",
    ]
}
