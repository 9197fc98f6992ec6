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
/// Where no thread is free to begin with `aside` until `work` is done, the caller makes both: tasks inside tasks never
/// wait for a thread.
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
    let task = AsideTask(aside)
    DispatchQueue.global().async { task.runIfFree() }
    let output = Result { () throws(Failure) in try work() }
    task.runIfFree()
    let result = task.wait()
    let made = try output.get()
    return (try result.get(), made)
}

/// Work that whoever comes first does, once.
private final class AsideTask<Output: Sendable, Failure: Error>: Sendable {
    private let work: @Sendable () throws(Failure) -> Output
    private let isTaken = Atomic(false)
    private let result = Mutex<Result<Output, Failure>?>(nil)
    private let finished = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable () throws(Failure) -> Output) { self.work = work }

    func runIfFree() {
        guard !isTaken.exchange(true, ordering: .acquiringAndReleasing) else { return }
        let made = Result { () throws(Failure) in try work() }
        result.withLock { $0 = made }
        finished.signal()
    }

    /// What the work made, once it is done.
    func wait() -> Result<Output, Failure> {
        finished.wait()
        guard let made = result.withLock({ $0 }) else { preconditionFailure("a finished task made nothing") }
        return made
    }
}
