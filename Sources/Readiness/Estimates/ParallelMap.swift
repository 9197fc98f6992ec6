internal import Dispatch
internal import Synchronization

/// `transform` of each number below `count`, in order, made by so many threads.
///
/// Each result depends on its own number only, so the number of threads changes nothing but the time.
package func parallelMap<Output: Sendable, Failure: Error>(
    _ count: Int, threads: Int, _ transform: @Sendable (Int) throws(Failure) -> Output
) throws(Failure) -> [Output] {
    guard threads > 1, count > 1 else {
        var made: [Output] = []
        made.reserveCapacity(count)
        for index in 0..<count { made.append(try transform(index)) }
        return made
    }
    let results = Mutex<[Int: Result<Output, Failure>]>([:])
    let workers = min(threads, count)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
        for index in stride(from: worker, to: count, by: workers) {
            let result = Result { () throws(Failure) in try transform(index) }
            results.withLock { $0[index] = result }
        }
    }
    let made = results.withLock { $0 }
    var outputs: [Output] = []
    outputs.reserveCapacity(count)
    for index in 0..<count {
        if let result = made[index] { outputs.append(try result.get()) }
    }
    return outputs
}
