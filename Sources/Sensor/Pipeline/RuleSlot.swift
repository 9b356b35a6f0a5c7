import Scan
import Synchronization

/// The rule set that workers are to use, and its generation: a worker compares a number between two batches of frames,
/// and takes the lock only when it has changed.
final class RuleSlot: Sendable {
    private let rules: Mutex<RuleSet?>
    private let number = Atomic<Int>(0)

    init(_ rules: RuleSet?) { self.rules = Mutex(rules) }

    /// How often the rules were exchanged.
    var generation: Int { number.load(ordering: .acquiring) }

    /// The rules of now.
    var current: RuleSet? { rules.withLock { $0 } }

    /// Puts another set in the place of the old one, which lives until the last worker has let go of it.
    func replace(by fresh: RuleSet) {
        rules.withLock { $0 = fresh }
        number.wrappingAdd(1, ordering: .releasing)
    }
}
