internal import Dispatch
internal import Synchronization

/// `transform` of each number below `count`, in order, made by so many threads.
///
/// Each result depends on its own number only, so the number of threads changes nothing but the time.
func parallelMap<Output: Sendable>(
    _ count: Int, threads: Int, _ transform: @Sendable (Int) throws -> Output
) throws -> [Output] {
    guard threads > 1, count > 1 else { return try (0..<count).map(transform) }
    let results = Mutex<[Int: Result<Output, any Error>]>([:])
    let workers = min(threads, count)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for index in stride(from: worker, to: count, by: workers) {
            let result = Result { try transform(index) }
            results.withLock { $0[index] = result }
        }
    }
    let made = results.withLock { $0 }
    return try (0..<count).compactMap { try made[$0]?.get() }
}
