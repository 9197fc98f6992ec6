internal import Basics
internal import Foundation

/// Hands out one file's records in blocks, to several threads at once.
///
/// A stored file is cut into chunks. A thread reads its chunk ahead, from the first line end, as if a record began
/// there; then it waits until the chunk before has told where its last record really ended. Where that is another
/// place (a line end inside quotes), the chunk is read anew from there. So a block never depends on the threads,
/// and its line and record numbers are known when it is handed out.
final class RecordFeed: @unchecked Sendable {
    private let condition = NSCondition()
    // Guarded by the condition.
    private var chunksTaken = 0
    private var isStopped = false
    /// The chunk that `place` is the start of.
    private var turn = 0
    private var place: ReadingPlace
    /// Of a source that cannot be read at any offset: used by the thread whose turn it is.
    private var reader: RecordReader?
    /// Of a workbook: used by the thread whose turn it is.
    private var sheet: SheetRecords?

    private let plan: Plan

    /// How records are read, wherever reading starts.
    struct Plan: Sendable {
        let file: String
        let dialect: CSVDialect
        let headerRecord: Int
        let blankLinesAreRecords: Bool
        /// The file, where it can be read at any offset.
        let stored: StoredBytes?
        /// The bytes that hold records; empty where they come in order only.
        let bytes: Range<Int>
        let chunkSize: Int
        /// Fields of the header, as far as is known before it is read.
        let headerFields: Int?
        /// Whether chunks can be read ahead.
        let readsAhead: Bool
        let progress: (@Sendable (Double) -> Void)?
    }

    init(_ plan: Plan, reader: consuming RecordReader?, sheet: SheetRecords? = nil) {
        self.plan = plan
        self.sheet = sheet
        self.reader = reader
        place = ReadingPlace(offset: plan.bytes.lowerBound)
    }

    private var chunks: Int {
        plan.readsAhead ? (plan.bytes.count + plan.chunkSize - 1) / plan.chunkSize : 0
    }

    /// No more blocks are handed out.
    func stop() {
        condition.withLock {
            isStopped = true
            condition.broadcast()
        }
    }

    /// The next block and its number in the file; nil at the end. It may be empty.
    func next(_ block: inout RecordBlock) throws(Diagnostic) -> Int? {
        let chunk = condition.withLock {
            chunksTaken += 1
            return chunksTaken - 1
        }
        var ahead: (from: ReadingPlace, to: ReadingPlace)?
        var stop = Int.max
        if chunk < chunks {
            stop = try self.stop(of: chunk)
            if chunk > 0, let from = try start(of: chunk) {
                ahead = (try? read(&block, from: from, before: stop)).map { (from, $0) }
            }
        }
        guard let start = waitForTurn(chunk) else { return nil }
        var end: ReadingPlace
        if let ahead, isAsGuessed(ahead.from, start) {
            let lines = start.line - ahead.from.line
            let records = start.record - ahead.from.record
            block.move(lines: lines, numbers: records)
            end = ahead.to
            end.line += lines
            end.record += records
        } else if chunk < chunks, start.offset >= stop {
            block.restart(line: start.line, number: start.record + 1)
            end = start
        } else {
            do throws(Diagnostic) {
                end = try read(&block, from: start, before: stop)
            } catch {
                self.stop()
                throw error
            }
            // Behind the last chunk reading goes on in order, to the very end.
            if chunk >= chunks, block.isEmpty { self.stop() }
        }
        condition.withLock {
            place = end
            turn += 1
            condition.broadcast()
        }
        if let progress = plan.progress, !plan.bytes.isEmpty {
            progress(Double(end.offset - plan.bytes.lowerBound) / Double(plan.bytes.count))
        }
        return chunk
    }

    /// Where this chunk's records start, once the one before it has told; nil if reading has stopped.
    private func waitForTurn(_ chunk: Int) -> ReadingPlace? {
        condition.withLock {
            while turn != chunk, !isStopped { condition.wait() }
            return isStopped ? nil : place
        }
    }

    private func isAsGuessed(_ guess: ReadingPlace, _ start: ReadingPlace) -> Bool {
        guess.offset == start.offset && guess.headerFields == start.headerFields
            && start.record >= plan.headerRecord
    }

    private func read(
        _ block: inout RecordBlock, from start: ReadingPlace, before stop: Int
    ) throws(Diagnostic) -> ReadingPlace {
        if sheet != nil {
            _ = sheet?.next(&block)
            return ReadingPlace(line: start.line + block.count, record: start.record + block.count)
        }
        guard let stored = plan.stored else {
            _ = try reader?.next(&block)
            return reader?.nextPlace ?? start
        }
        var reader = RecordReader(
            source: .range(stored, from: start.offset), file: plan.file, dialect: plan.dialect,
            headerRecord: plan.headerRecord,
            blockSize: stop == .max ? plan.chunkSize : max(stop - start.offset, 1),
            blankLinesAreRecords: plan.blankLinesAreRecords, from: start)
        reader.reuse(&block)
        _ = try reader.next(&block, limit: stop)
        return reader.nextPlace
    }

    /// The guess where a chunk's first record starts: behind the first line end. nil where it has none.
    private func start(of chunk: Int) throws(Diagnostic) -> ReadingPlace? {
        let first = plan.bytes.lowerBound + chunk * plan.chunkSize
        guard let end = try lineEnd(from: first - 1), end - first < plan.chunkSize else { return nil }
        return ReadingPlace(
            offset: end, line: 1, record: plan.headerRecord, headerFields: plan.headerFields)
    }

    /// No record that starts at or behind this is read with the chunk.
    private func stop(of chunk: Int) throws(Diagnostic) -> Int {
        let next = plan.bytes.lowerBound + (chunk + 1) * plan.chunkSize
        guard next < plan.bytes.upperBound else { return plan.bytes.upperBound }
        return try lineEnd(from: next - 1) ?? next
    }

    private static let longestSearch = 1 << 20

    /// Behind the first LF at or behind `start`; nil where there is none near.
    private func lineEnd(from start: Int) throws(Diagnostic) -> Int? {
        guard let stored = plan.stored else { return nil }
        var size = 1 << 10
        while size <= Self.longestSearch {
            let bytes = try stored.read(size, at: start)
            if let found = bytes.firstIndex(of: 0x0A) { return start + found + 1 }
            if bytes.count < size { return nil }
            size *= 4
        }
        return nil
    }
}
