internal import Basics
internal import Dispatch
internal import Synchronization

extension CSVFile {
    /// Reads all records; so many threads take blocks, each into a state of its own.
    ///
    /// Blocks and their numbers do not depend on `threads`, only which state a block went to does. `chunkSize` (bytes)
    /// changes where blocks begin and nothing else.
    ///
    /// - Parameter take: gets a block and its number, from 0 in the order of the file.
    /// - Throws: the error of the first block in the file that has one: `Diagnostic`, or what `take` threw.
    package consuming func readAll<State: Sendable>(
        threads: Int, chunkSize: Int = 1 << 18, into start: @escaping @Sendable () -> State,
        _ take: @escaping @Sendable (inout State, RecordBlock, Int) throws -> Void
    ) throws -> [State] {
        let feed = feed(chunkSize: chunkSize)
        let states = Mutex<[Int: State]>([:])
        let failures = Mutex<[Int: any Error]>([:])
        let work = { @Sendable (worker: Int) in
            var state = start()
            var block = RecordBlock()
            var last = -1
            do {
                while let number = try feed.next(&block) {
                    last = number
                    if !block.isEmpty { try take(&state, block, number) }
                }
            } catch {
                feed.stop()
                // A failure to read comes behind the blocks that were handed out.
                let number = error is Diagnostic ? Int.max : last
                failures.withLock { $0[number] = error }
            }
            let own = state
            states.withLock { $0[worker] = own }
        }
        if threads > 1 {
            DispatchQueue.concurrentPerform(iterations: threads, execute: work)
        } else {
            work(0)
        }
        if let first = failures.withLock({ $0.min { $0.key < $1.key } }) { throw first.value }
        return states.withLock { made in made.keys.sorted().compactMap { made[$0] } }
    }
}
