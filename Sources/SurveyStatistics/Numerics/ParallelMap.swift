internal import Dispatch
internal import Synchronization

/// `transform` of each number below `count`, in order, made by so many threads.
///
/// Each result depends on its own number only, so the number of threads changes nothing but the time. Numbers are
/// handed out in order: what takes long should come first.
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
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
        while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < count else { return }
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

/// What `work` makes, and what `aside` makes on another thread in the meantime; nil without one.
package func alongside<Aside: Sendable, Output>(
    _ aside: (@Sendable () -> Aside)?, _ work: () throws -> Output
) throws -> (Aside?, Output) {
    guard let aside else { return (nil, try work()) }
    let made = Mutex<Aside?>(nil)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
        let result = aside()
        made.withLock { $0 = result }
    }
    defer { group.wait() }
    let output = try work()
    group.wait()
    return (made.withLock { $0 }, output)
}
