internal import CXlsxWriter
internal import SurveyReports

extension XLSXWriter {
    /// Bars that refer to cells of the sheet, so that they follow its filter.
    ///
    /// libxlsxwriter 1.1.4 has no error bars of their own length for each bar: the interval is shown by three bars
    /// over one another.
    func add(
        _ chart: Workbook.Chart, _ layout: SheetLayout, to sheet: UnsafeMutablePointer<lxw_worksheet>,
        name: String
    ) throws(XLSXError) {
        guard let picture = unsafe workbook_add_chart(book, UInt8(LXW_CHART_BAR.rawValue)) else {
            throw .noMemory
        }
        let hasLimits = chart.lower != nil || chart.upper != nil
        // Later series cover earlier ones.
        let bars = [
            (chart.upper, XLSXColor.pale), (chart.values, hasLimits ? XLSXColor.middle : XLSXColor.dark),
            (chart.lower, XLSXColor.dark),
        ]
        var count = 0
        for case (let column?, let color) in bars {
            let series = unsafe try series(of: column, labels: chart.labels, layout, in: picture, name)
            var fill = lxw_chart_fill(color: color, none: 0, transparency: 0)
            unsafe chart_series_set_fill(series, &fill)
            let header = UInt32(SheetLayout.headerRow)
            unsafe chart_series_set_name_range(series, name, header, UInt16(column))
            count += 1
        }
        if let target = chart.target, layout.sheet.rows.count > 1 {
            let column = layout.columns.count - 1
            let series = unsafe try series(of: column, labels: chart.labels, layout, in: picture, name)
            unsafe draw(target, on: series)
            count += 1
        }
        unsafe chart_set_series_overlap(picture, 100)
        unsafe chart_set_series_gap(picture, 45)
        unsafe set(picture, chart, layout, hasLegend: count > 1)
        try unsafe place(picture, chart, layout, on: sheet)
    }

    private func series(
        of column: Int, labels: Int, _ layout: SheetLayout, in picture: UnsafeMutablePointer<lxw_chart>,
        _ name: String
    ) throws(XLSXError) -> UnsafeMutablePointer<lxw_chart_series> {
        guard let series = unsafe chart_add_series(picture, nil, nil) else { throw .noMemory }
        let first = UInt32(SheetLayout.firstRow)
        let last = UInt32(layout.endRow - 1)
        let (column, labels) = (UInt16(column), UInt16(labels))
        unsafe chart_series_set_categories(series, name, first, labels, last, labels)
        unsafe chart_series_set_values(series, name, first, column, last, column)
        return unsafe series
    }

    /// Bars cannot be a line; the trend of bars that are all the same is one.
    ///
    /// The legend names the line. The bars without colour that carry it have an empty name there: deleting their
    /// entry hides another one in LibreOffice, which counts entries of horizontal bars from the end.
    private func draw(_ target: Workbook.Target, on series: UnsafeMutablePointer<lxw_chart_series>) {
        var fill = lxw_chart_fill(color: 0, none: 1, transparency: 0)
        unsafe chart_series_set_name(series, " ")
        unsafe chart_series_set_fill(series, &fill)
        unsafe chart_series_set_trendline(series, UInt8(LXW_CHART_TRENDLINE_TYPE_LINEAR.rawValue), 0)
        unsafe chart_series_set_trendline_forecast(series, 0.5, 0.5)
        unsafe chart_series_set_trendline_name(series, CellText.chartName(target.title))
        var line = lxw_chart_line()
        line.color = XLSXColor.warm
        line.width = 1.75
        line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
        unsafe chart_series_set_trendline_line(series, &line)
    }

    private func set(
        _ picture: UnsafeMutablePointer<lxw_chart>, _ chart: Workbook.Chart, _ layout: SheetLayout,
        hasLegend: Bool
    ) {
        unsafe chart_title_set_name(picture, CellText.chartName(chart.title))
        var font = unsafe lxw_chart_font()
        unsafe font.size = 12
        unsafe font.bold = 1
        unsafe chart_title_set_name_font(picture, &font)
        let labels = layout.columns[chart.labels]
        let values = layout.columns[chart.values]
        let names = unsafe picture.pointee.y_axis
        let scale = unsafe picture.pointee.x_axis
        unsafe chart_axis_set_name(names, CellText.chartName(labels.title))
        unsafe chart_axis_set_name(scale, CellText.chartName(values.title))
        // The first row on top moves the scale there, too: at the last row it is below again.
        unsafe chart_axis_set_reverse(names)
        unsafe chart_axis_set_crossing_max(names)
        // Left of bars below zero, too.
        unsafe chart_axis_set_label_position(names, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
        if values.format == .percent {
            unsafe chart_axis_set_min(scale, 0)
            unsafe chart_axis_set_max(scale, 1)
            unsafe chart_axis_set_major_unit(scale, 0.2)
            unsafe chart_axis_set_num_format(scale, "0%")
        } else if let pattern = values.format.pattern {
            unsafe chart_axis_set_num_format(scale, pattern)
        }
        var line = lxw_chart_line()
        line.color = XLSXColor.line
        line.width = 0.75
        unsafe chart_axis_major_gridlines_set_line(scale, &line)
        let place = hasLegend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
        unsafe chart_legend_set_position(picture, UInt8(place.rawValue))
    }

    private func place(
        _ picture: UnsafeMutablePointer<lxw_chart>, _ chart: Workbook.Chart, _ layout: SheetLayout,
        on sheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(XLSXError) {
        var options = unsafe lxw_chart_options()
        unsafe options.x_offset = layout.chartColumn > 0 ? Int32(SheetLayout.gap) : 0
        // A chart of libxlsxwriter is 480 by 288 pixels before scaling.
        unsafe options.x_scale = SheetLayout.chartWidth / 480
        unsafe options.y_scale = layout.chartHeight / 288
        // A filter that hides rows must not squeeze it.
        unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        let result = unsafe CellText.chartName(chart.title).withCString { title in
            // For readers who do not see it; libxlsxwriter copies it.
            unsafe options.description = UnsafeMutablePointer(mutating: title)
            return unsafe worksheet_insert_chart_opt(
                sheet, UInt32(layout.chartRow), UInt16(layout.chartColumn), picture, &options)
        }
        try Self.check(result)
    }
}
