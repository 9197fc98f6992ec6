/// Physical lines: each ends with LF, CRLF or CR.
enum LineEnds {
    /// The line ends in the first `count` units; CRLF is one, and a CR that is the last unit of `units` is one.
    static func count<Units: RandomAccessCollection>(
        in units: Units, before end: Units.Index
    ) -> Int where Units.Element: FixedWidthInteger {
        var lines = 0
        var isCR = false
        for unit in units[..<end] {
            if unit == 0x0A, !isCR { lines += 1 }
            isCR = unit == 0x0D
            if isCR { lines += 1 }
        }
        return lines
    }

    /// The line, from 1, in which a unit stands, and where that line starts.
    static func place<Units: RandomAccessCollection>(
        of unit: Units.Index, in units: Units
    ) -> (line: Int, start: Units.Index) where Units.Element: FixedWidthInteger {
        let start = units[..<unit].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { units.index(after: $0) }
        return (count(in: units, before: unit) + 1, start ?? units.startIndex)
    }

    /// Behind the last unit that surely ends a line, of those from `first` on; 0 where there is none. A CR that is the
    /// last unit may be half of a CRLF.
    static func lastSure<Units: RandomAccessCollection>(
        in units: Units, from first: Int
    ) -> Int where Units.Element: FixedWidthInteger, Units.Index == Int {
        var index = units.endIndex - 1
        while index >= first {
            if units[index] == 0x0A { return index + 1 }
            if units[index] == 0x0D, index + 1 < units.endIndex { return index + 1 }
            index -= 1
        }
        return 0
    }
}
