/// Takes points out of a line so that no point taken out lay farther than a tolerance from what is left.
///
/// - Source: Douglas and Peucker, "Algorithms for the reduction of the number of points required to represent a
///   digitized line or its caricature", The Canadian Cartographer 10 (2), 1973.
enum LineSimplification {
    /// The ends always stay; of a closed line (first and last point equal) at least three points that are no line.
    static func simplified(_ line: [GridPoint], tolerance: Double) -> [GridPoint] {
        guard line.count > 2, let first = line.first else { return line }
        var kept = Array(repeating: false, count: line.count)
        kept[0] = true
        kept[line.count - 1] = true
        var spans = [0..<(line.count - 1)]
        if first == line.last {
            let farthest = farthest(in: line, 0..<(line.count - 1)).index
            // Two halves between the same ends: the wider one must not fall flat.
            let halves = [0..<farthest, farthest..<(line.count - 1)]
            let bulges = halves.map { Self.farthest(in: line, $0) }
            let bulge = bulges[0].distance >= bulges[1].distance ? bulges[0].index : bulges[1].index
            let stays = [0, farthest, bulge, line.count - 1].sorted()
            for index in stays { kept[index] = true }
            spans = zip(stays, stays.dropFirst()).filter { $0 < $1 }.map { $0..<$1 }
        }
        // A stack, not recursion: a line may have a million points.
        while let span = spans.popLast() {
            let (index, distance) = farthest(in: line, span)
            guard distance > tolerance else { continue }
            kept[index] = true
            spans.append(span.lowerBound..<index)
            spans.append(index..<span.upperBound)
        }
        return line.indices.filter { kept[$0] }.map { line[$0] }
    }

    /// The point between the ends of a span that lies farthest from the segment between them, in units.
    private static func farthest(in line: [GridPoint], _ span: Range<Int>) -> (index: Int, distance: Double) {
        let segment = Segment(line[span.lowerBound], line[span.upperBound])
        var farthest = (index: span.lowerBound, square: -1.0)
        for index in span.dropFirst() {
            let square = segment.squaredDistance(x: line[index].x, y: line[index].y)
            if square > farthest.square { farthest = (index, square) }
        }
        return (farthest.index, max(0, farthest.square).squareRoot())
    }
}
