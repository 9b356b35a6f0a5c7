import NetTypes
import Scan
import Synchronization

/// The rules and indicators that workers are to use, and their generation: a worker compares a number between two batches of frames,
/// and takes the lock only when it has changed.
final class RuleSlot: Sendable {
    private let rules: Mutex<(rules: RuleSet?, indicators: IndicatorSet?)>
    private let number = Atomic<Int>(0)

    init(_ rules: RuleSet?, _ indicators: IndicatorSet?) { self.rules = Mutex((rules, indicators)) }

    /// How often they were exchanged.
    var generation: Int { number.load(ordering: .acquiring) }

    /// Those of now.
    var current: (rules: RuleSet?, indicators: IndicatorSet?) { rules.withLock { $0 } }

    /// Puts others in the place of the old ones, which live until the last worker has let go of them. Nil leaves what
    /// is there.
    func replace(by fresh: RuleSet?, _ indicators: IndicatorSet?) {
        rules.withLock { $0 = (fresh ?? $0.rules, indicators ?? $0.indicators) }
        number.wrappingAdd(1, ordering: .releasing)
    }
}
