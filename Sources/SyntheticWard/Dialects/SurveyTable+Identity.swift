extension SurveyTable {
    /// Who, where and when: the columns that are neither counted nor coded.
    mutating func identity(_ column: SurveyColumn, of interview: Interview, kind: DirtyKind?) {
        let household = interview.household
        switch column {
        case .householdID:
            text.field(Array(population.groups[household.group].id.utf8))
            text.add("-")
            text.add(household.number, width: population.numberWidth)
        case .surveyDate: date(of: interview)
        case .formerWard:
            text.beginField()
            if kind == .groupSpelling { text.add(Array("P. ".utf8)) }
            text.add(Array(population.formerWards[population.groups[household.group].formerWard].utf8))
        case .residentialGroup: group(household.group, kind: kind)
        case .address:
            let comma = kind == .newlineInAddress ? ",\n" : ", "
            text.field(quoting: Array(interview.address.text(comma: comma).utf8))
        case .phone:
            text.field([48, 48, 48, 48])
            text.add(household.serial, width: 6)
        case .interviewer:
            text.beginField()
            text.add("N")
            text.add("V")
            text.add(1 + household.group / 3, width: 2)
        default: text.beginField()
        }
    }

    private mutating func group(_ group: Int, kind: DirtyKind?) {
        let place = population.groups[group]
        text.beginField()
        switch (kind, words.writesGroupCodes) {
        case (.unknownGroup, true): text.add(Array("ZZ99".utf8))
        case (.unknownGroup, false): text.add(Array("Tổ 99".utf8))
        case (.groupSpelling, true): text.add(Array(place.id.lowercased().utf8))
        case (.groupSpelling, false):
            text.add(Array("TDP số ".utf8))
            text.add(place.number, width: 2)
        case (_, true): text.add(Array(place.id.utf8))
        case (_, false): text.add(Array(place.name.utf8))
        }
    }

    private mutating func date(of interview: Interview) {
        switch words.dateStyle {
        case .iso:
            text.beginField()
            day(interview.day)
        case .dayMonthYear:
            text.beginField()
            text.add(interview.day, width: 2)
            text.add("/")
            text.add(month.month, width: 2)
            text.add("/")
            text.add(month.year)
        case .isoWithTime:
            text.beginField()
            stamp(interview, seconds: interview.secondOfDay + interview.minutes * 60 + 41)
        }
    }

    /// The clock so many minutes into the interview.
    mutating func time(of interview: Interview, after minutes: Int) {
        text.beginField()
        stamp(interview, seconds: interview.secondOfDay + minutes * 60)
        text.add(Array(".000+07:00".utf8))
    }

    private mutating func stamp(_ interview: Interview, seconds: Int) {
        day(interview.day)
        text.add("T")
        text.add(seconds / 3600, width: 2)
        text.add(":")
        text.add(seconds / 60 % 60, width: 2)
        text.add(":")
        text.add(seconds % 60, width: 2)
    }

    private mutating func day(_ day: Int) {
        text.add(month.year)
        text.add("-")
        text.add(month.month, width: 2)
        text.add("-")
        text.add(day, width: 2)
    }
}
