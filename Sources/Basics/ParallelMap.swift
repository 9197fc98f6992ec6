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

/// What `aside` and `work` make: at the same time where there are two threads, else one after the other.
///
/// - Throws: what `work` throws, else what `aside` throws.
package func alongside<Aside: Sendable, Output, Failure: Error>(
    threads: Int, _ aside: @escaping @Sendable () throws(Failure) -> Aside,
    _ work: () throws(Failure) -> Output
) throws(Failure) -> (Aside, Output) {
    guard threads > 1 else {
        let output = try work()
        return (try aside(), output)
    }
    let made = Mutex<Result<Aside, Failure>?>(nil)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
        let result = Result { () throws(Failure) in try aside() }
        made.withLock { $0 = result }
    }
    let output = Result { () throws(Failure) in try work() }
    group.wait()
    let result = try output.get()
    guard let aside = made.withLock({ $0 }) else { preconditionFailure("a finished task made nothing") }
    return (try aside.get(), result)
}
