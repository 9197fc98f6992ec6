extension [Double] {
    /// `self[from + i]` becomes the larger of itself and `other[start + i] + worth`, for i below `count`.
    ///
    /// The inner loop of every table here: without bounds checks, which are made once.
    mutating func raise(from: Int, to other: [Double], _ start: Int, count: Int, plus worth: Double) {
        guard count > 0 else { return }
        precondition(from >= 0 && start >= 0 && from + count <= self.count && start + count <= other.count)
        unsafe withUnsafeMutableBufferPointer { own in
            unsafe other.withUnsafeBufferPointer { other in
                for place in 0..<count {
                    let sum = unsafe other[start &+ place] + worth
                    let old = unsafe own[from &+ place]
                    unsafe own[from &+ place] = sum > old ? sum : old
                }
            }
        }
    }

    /// The same inside one table: `self[from + i]` becomes the larger of itself and `self[other + i] + worth`; the two
    /// stretches do not overlap.
    mutating func raise(from: Int, to other: Int, count: Int, plus worth: Double) {
        guard count > 0 else { return }
        precondition(from >= 0 && other >= 0 && from + count <= self.count && other + count <= self.count)
        precondition(other + count <= from || from + count <= other)
        unsafe withUnsafeMutableBufferPointer { table in
            for place in 0..<count {
                let sum = unsafe table[other &+ place] + worth
                let old = unsafe table[from &+ place]
                unsafe table[from &+ place] = sum > old ? sum : old
            }
        }
    }

    /// All of another table of the same length.
    mutating func copy(from other: [Double]) {
        precondition(other.count == count)
        unsafe withUnsafeMutableBufferPointer { own in
            unsafe other.withUnsafeBufferPointer { other in _ = unsafe own.update(fromContentsOf: other) }
        }
    }

    /// A stretch of the table into another of the same length.
    mutating func copy(from: Int, to other: Int, count: Int) {
        unsafe withUnsafeMutableBufferPointer { table in
            let stretch = unsafe UnsafeBufferPointer(rebasing: table[from..<from + count])
            _ = unsafe table[other..<other + count].update(fromContentsOf: stretch)
        }
    }
}
