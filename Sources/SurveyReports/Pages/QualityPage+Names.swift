internal import SurveyData

extension QualityPage {
    func name(_ reason: InterviewerCheck.Reason) -> String {
        switch reason {
        case .manyMissing: words.pick("nhiều câu thiếu trả lời", "many answers missing")
        case .shortInterviews: words.pick("phiếu quá nhanh", "short interviews")
        case .crowdedDay: words.pick("quá nhiều phiếu một ngày", "too many in a day")
        case .sameAnswers: words.pick("phiếu giống hệt nhau", "the same answers over and over")
        case .nearDuplicates: words.pick("phiếu gần trùng", "near-duplicates")
        }
    }

    /// A reason of a revisit by its code.
    func name(reason code: String) -> String { words.reason(code) }
}

extension Words {
    /// A reason of a revisit by its code.
    func reason(_ code: String) -> String {
        switch ContradictionRule(rawValue: code) {
        case .onlineOverTotal:
            pick("hồ sơ trực tuyến nhiều hơn tổng số", "more dossiers online than in all")
        case .noneWithOthers:
            pick(
                "chọn \u{201C}không có\u{201D} cùng với mục khác",
                "\u{201C}none of these\u{201D} beside other answers")
        case .columnsDiffer:
            pick("hai cột của một câu hỏi khác nhau", "two columns of one question differ")
        case .olderOverSize:
            pick("người ≥60 tuổi nhiều hơn số nhân khẩu", "more people of 60 and over than people")
        case .childrenOverSize: pick("trẻ em nhiều hơn số nhân khẩu", "more children than people")
        case .dossiersWithoutNeed:
            pick("có hồ sơ nhưng ghi không có nhu cầu", "dossiers, but \u{201C}no need\u{201D}")
        case .filerWithoutOnline:
            pick("ghi người nộp nhưng không có hồ sơ", "names who filed, but no dossier")
        case .repeatWithoutOnline:
            pick("ghi làm lại được nhưng chưa nộp trực tuyến", "could repeat, but filed nothing online")
        case .onlineAtHomeWithoutInternet:
            pick(
                "nộp trực tuyến tại nhà nhưng nhà không có mạng",
                "filed online at home without internet there")
        case .eIDWithoutDevice:
            pick("VNeID mức 2 nhưng không có thiết bị", "e-ID of level 2 without any device")
        case .reasonNoDevice:
            pick(
                "nêu không có thiết bị nhưng có điện thoại thông minh",
                "says \u{201C}no device\u{201D}, has a smartphone")
        case .reasonNoInternet:
            pick(
                "nêu không có mạng nhưng có kết nối", "says \u{201C}no internet\u{201D}, has a connection")
        case nil:
            code == "nearDuplicate"
                ? pick("gần trùng một phiếu khác", "close to another interview")
                : code == "outlier"
                    ? pick("con số cao bất thường", "a count higher than chance gives")
                    : pick("thiếu hơn nửa câu trả lời", "over half the answers missing")
        }
    }
}
