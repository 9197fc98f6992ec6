package import Readiness
package import SurveyData
package import VolunteerDeployment

/// Names of things that are coded in the data.
extension Words {
    package func name(_ force: Force) -> String {
        switch force {
        case .youth: pick("Đoàn Thanh niên", "Youth Union")
        case .police: pick("Công an phường", "Ward police")
        case .women: pick("Hội Liên hiệp Phụ nữ", "Women's Union")
        }
    }

    package func name(_ step: CascadeStep) -> String {
        switch step {
        case .device: pick("có thiết bị", "has a device")
        case .connection: pick("có kết nối", "has a connection")
        case .eID: pick("có định danh mức 2", "has e-ID level 2")
        case .skill: pick("làm được các thao tác", "has the skills")
        case .knowledge: pick("biết cách nộp", "knows the process")
        case .filesOnline: pick("nộp trực tuyến", "files online")
        case .filesAlone: pick("tự nộp", "files alone")
        }
    }

    /// The step as what is lacking.
    package func lack(_ step: CascadeStep) -> String {
        switch step {
        case .device: pick("thiếu thiết bị", "no device")
        case .connection: pick("không có kết nối", "no connection")
        case .eID: pick("chưa có định danh mức 2", "no e-ID level 2")
        case .skill: pick("chưa làm được các thao tác", "lacks the skills")
        case .knowledge: pick("chưa biết cách nộp", "does not know the process")
        case .filesOnline: pick("chưa nộp trực tuyến", "does not file online")
        case .filesAlone: pick("chưa tự nộp", "does not file alone")
        }
    }

    package func name(_ reason: UnassignedNeed.Reason) -> String {
        switch reason {
        case .noConsent:
            pick(
                "không muốn được giúp hoặc chưa đồng ý cho lực lượng phù hợp đến",
                "wants no help, or no consent to a fitting force")
        case .noFittingForce: pick("không lực lượng nào giúp được", "no force can help")
        case .byInvitation:
            pick("công an chỉ đến khi hộ mời", "police come only where they are asked in")
        case .noGain: pick("gần như không thêm được hồ sơ nào", "next to nothing would be gained")
        case .noVolunteer:
            pick("không ai của lực lượng phù hợp có thời gian", "nobody of a fitting force has time")
        case .excludedForEveryVolunteer: pick("không được cử ai đến", "nobody may be sent")
        case .groupLimit:
            pick("người còn thời gian đã đủ số tổ", "those with time may go to no further group")
        case .noMinutesLeft: pick("hết thời gian của lực lượng", "no minutes left")
        }
    }

    package func name(_ type: HouseholdType) -> String {
        switch type {
        case .only60Plus: pick("chỉ có người từ 60 tuổi", "only people aged 60+")
        case .womenHeaded: pick("chủ hộ là nữ", "headed by a woman")
        case .withChildren: pick("có trẻ em", "with children")
        }
    }

    package func name(_ type: FloorType) -> String {
        switch type {
        case .only60Plus: name(HouseholdType.only60Plus)
        case .womenHeaded: name(HouseholdType.womenHeaded)
        case .withChildren: name(HouseholdType.withChildren)
        case .noDevice: pick("không có thiết bị", "without a device")
        }
    }

    package func name(_ mode: CollectionMode) -> String {
        switch mode {
        case .door: pick("tại nhà", "at the door")
        case .counter: pick("tại quầy", "at the counter")
        case .online: pick("qua biểu mẫu trực tuyến", "by an online form")
        case .phone: pick("qua điện thoại", "by phone")
        }
    }

    package func name(_ procedure: Procedure) -> String {
        switch procedure {
        case .certification: pick("chứng thực", "certification")
        case .birth: pick("khai sinh", "birth registration")
        case .residence: pick("cư trú", "residence")
        case .marriage: pick("kết hôn", "marriage")
        case .socialBenefit: pick("bảo trợ xã hội", "social benefit")
        case .land: pick("đất đai", "land")
        case .business: pick("hộ kinh doanh", "business")
        case .other: pick("khác", "other")
        case .none: pick("không có", "none")
        }
    }

    package func name(_ domain: DomainKey) -> String {
        switch domain.kind {
        case .householdType: HouseholdType(rawValue: domain.code).map(name) ?? domain.label
        case .procedure: Procedure(rawValue: domain.code).map(name) ?? domain.label
        default: domain.label
        }
    }

    package func name(_ indicator: Indicator) -> String {
        switch indicator {
        case .onlineUptakeDossiers: pick("Hồ sơ nộp trực tuyến", "Dossiers filed online")
        case .onlineUptakeHouseholds: pick("Hộ có nộp trực tuyến", "Households that filed online")
        case .selfFiledHouseholds: pick("Hộ tự nộp trực tuyến", "Households that filed unaided")
        case .assistedHouseholds: pick("Hộ nộp có người giúp", "Households that filed with help")
        case .filedOnBehalfHouseholds: pick("Hộ được nộp hộ", "Filed by someone else")
        case .couldRepeatUnaided: pick("Lần sau tự làm được", "Could do it again unaided")
        case .smartphone: pick("Có điện thoại thông minh", "Smartphone")
        case .computer: pick("Có máy tính", "Computer")
        case .internet: pick("Có Internet", "Internet at home")
        case .internetFixed: pick("Internet cố định", "Fixed internet")
        case .internetMobile: pick("Internet di động", "Mobile internet")
        case .eIDLevel2: pick("Định danh mức 2", "E-ID level 2")
        case .skillsNonUser: pick("Không dùng phương tiện số", "No use of digital means")
        case .skillsNone: pick("Có dùng, kỹ năng dưới cơ bản", "Users with skills below basic")
        case .skillsBasic: pick("Kỹ năng cơ bản trở lên", "Skills: basic or above")
        case .skillsAboveBasic: pick("Kỹ năng trên cơ bản", "Skills: above basic")
        case .skillsInformation: pick("Kỹ năng: thông tin", "Skills: information")
        case .skillsCommunication: pick("Kỹ năng: giao tiếp", "Skills: communication")
        case .skillsContentCreation: pick("Kỹ năng: tạo nội dung", "Skills: content creation")
        case .skillsSafety: pick("Kỹ năng: an toàn", "Skills: safety")
        case .skillsProblemSolving: pick("Kỹ năng: giải quyết vấn đề", "Skills: problem solving")
        case .knowsProcess: pick("Biết rõ cách nộp", "Knows the process")
        case .wantsHelp: pick("Muốn được giúp", "Wants help")
        case .noBarrier: pick("Không vướng bước nào", "Stopped at no step")
        case .lacksEquipment: pick("Thiếu thiết bị ở nhà", "Lacks equipment at home")
        case .lacksITAccess: pick("Thiếu kết nối hoặc kỹ năng", "Lacks connection or IT skills")
        case .lacksProcessKnowledge: pick("Chưa biết quy trình", "Does not know the process")
        case .lacksDeviceOrConnection: pick("Thiếu thiết bị hoặc kết nối", "Lacks a device or a connection")
        case .readyNotFiling: pick("Sẵn sàng mà chưa nộp trực tuyến", "Ready, but files on paper")
        case .statedNoDevice: pick("Nêu lý do: không có thiết bị", "Says: no device")
        case .statedNoInternet: pick("Nêu lý do: không có mạng", "Says: no internet")
        case .statedLowSkills: pick("Nêu lý do: không rành công nghệ", "Says: low skills")
        case .statedUnknownProcess: pick("Nêu lý do: không biết cách làm", "Says: does not know how")
        case .statedFearFraud: pick("Nêu lý do: sợ lừa đảo", "Says: fear of fraud")
        case .statedNoEID: pick("Nêu lý do: chưa có VNeID", "Says: no e-ID")
        case .statedPrefersInPerson: pick("Nêu lý do: thích làm trực tiếp", "Says: prefers in person")
        default: steppedName(indicator)
        }
    }

    private func steppedName(_ indicator: Indicator) -> String {
        for step in CascadeStep.allCases {
            if indicator == .cascade(step) { return pick("Đến bước: ", "Reached: ") + name(step) }
            if indicator == .conditional(step) {
                return pick("Qua bước, trong số đã đến: ", "Passed, of those who came: ") + name(step)
            }
            if indicator == Indicator.barrier(step) {
                return pick("Vướng trước tiên: ", "Stops first: ") + lack(step)
            }
            if indicator == Indicator.onlyBarrier(step) {
                return pick("Chỉ vướng: ", "Stops only: ") + lack(step)
            }
        }
        return indicator.rawValue
    }

    package func pick(_ vietnamese: String, _ english: String) -> String {
        language == .vi ? vietnamese : english
    }
}

/// Answers that are kept as written.
extension Words {
    /// A preferred time; an answer that is no code of the ward's questionnaire stays as written.
    package func preferredTime(_ written: String) -> String {
        switch written {
        case "weekday-morning": pick("sáng ngày thường", "weekday mornings")
        case "weekday-afternoon": pick("chiều ngày thường", "weekday afternoons")
        case "weekday-evening": pick("tối ngày thường", "weekday evenings")
        case "sat-morning": pick("sáng thứ bảy", "Saturday mornings")
        case "sun-morning": pick("sáng chủ nhật", "Sunday mornings")
        default: WardTime(written: written).flatMap { $0.code == written ? time($0) : nil } ?? written
        }
    }

    /// "tối thứ bảy", "Saturday evenings".
    private func time(_ time: WardTime) -> String {
        let part: String? = time.part.map {
            switch $0 {
            case .morning: pick("sáng", "mornings")
            case .noon: pick("trưa", "middays")
            case .afternoon: pick("chiều", "afternoons")
            case .evening: pick("tối", "evenings")
            }
        }
        guard let day = time.day else { return part ?? "" }
        let names: (vietnamese: String, english: String) =
            switch day {
            case .weekday: ("ngày thường", "weekday")
            case .weekend: ("cuối tuần", "weekend")
            case .mon: ("thứ hai", "Monday")
            case .tue: ("thứ ba", "Tuesday")
            case .wed: ("thứ tư", "Wednesday")
            case .thu: ("thứ năm", "Thursday")
            case .fri: ("thứ sáu", "Friday")
            case .sat: ("thứ bảy", "Saturday")
            case .sun: ("chủ nhật", "Sunday")
            }
        guard let part else { return pick(names.vietnamese, names.english + "s") }
        return pick("\(part) \(names.vietnamese)", "\(names.english) \(part)")
    }
}
