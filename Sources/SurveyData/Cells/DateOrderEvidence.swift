extension DateOrder {
    /// The order of day and month in a column, decided once from all its dates, never a date at a time.
    ///
    /// A number over 12 decides. Else the order under which all dates fall in one month decides, since a
    /// survey is one month's. Else `declared`. nil: nothing tells.
    static func decided(by dates: [WrittenDate], declared: DateOrder?) -> DateOrder? {
        var dayFirst = false
        var monthFirst = false
        var months: [DateOrder: Set<String>] = [.dayMonthYear: [], .monthDayYear: []]
        for date in dates {
            guard case .unordered(let first, let second, _) = date else { continue }
            if first > 12 { dayFirst = true }
            if second > 12 { monthFirst = true }
            for order in [DateOrder.dayMonthYear, .monthDayYear] {
                if let text = date.date(order)?.monthText { months[order]?.insert(text) }
            }
        }
        if dayFirst || monthFirst {
            return dayFirst == monthFirst ? nil : dayFirst ? .dayMonthYear : .monthDayYear
        }
        let dayFirstMonths = months[.dayMonthYear]?.count ?? 0
        let monthFirstMonths = months[.monthDayYear]?.count ?? 0
        if dayFirstMonths == 0 { return declared ?? .dayMonthYear }
        if dayFirstMonths == 1, monthFirstMonths > 1 { return .dayMonthYear }
        if monthFirstMonths == 1, dayFirstMonths > 1 { return .monthDayYear }
        return declared
    }
}
