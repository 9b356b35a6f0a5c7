import NetTypes
import Ring
import Synchronization

/// What threads of a pipeline ask: whether to stop, what time it is, and whether to post what they have counted.
final class PipelineControl: Sendable {
    private let stopping = Atomic<Bool>(false)
    private let asked = Atomic<UInt64>(0)
    /// The time, from upstairs: the data plane has no clock.
    let now: @Sendable () -> Timestamp

    init(now: @escaping @Sendable () -> Timestamp) { self.now = now }

    /// True once everybody is to come to an end.
    var isStopping: Bool { stopping.load(ordering: .acquiring) }

    /// Everybody is to come to an end.
    func stop() { stopping.store(true, ordering: .releasing) }

    /// Everybody with a source is to post what it has counted.
    func askForPosts() { asked.store(.max, ordering: .relaxed) }

    /// True once after posts were asked for, for each source.
    func isPostDue(_ source: Int) -> Bool {
        let bit = UInt64(1) << UInt64(source & 63)
        guard asked.load(ordering: .relaxed) & bit != 0 else { return false }
        return asked.bitwiseAnd(~bit, ordering: .relaxed).oldValue & bit != 0
    }
}
