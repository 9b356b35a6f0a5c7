import Synchronization

/// What a worker thread saw, read after it has ended.
final class Outcome: Sendable {
    /// Records that were the expected ones.
    let good = Atomic<Int>(0)
    /// Records that were not.
    let bad = Atomic<Int>(0)
    /// Sleeps that ran into their limit of a minute: a ringing was lost.
    let overslept = Atomic<Int>(0)

    var counts: [Int] {
        [good.load(ordering: .relaxed), bad.load(ordering: .relaxed), overslept.load(ordering: .relaxed)]
    }

    func note(_ isGood: Bool) {
        if isGood { good.add(1, ordering: .relaxed) } else { bad.add(1, ordering: .relaxed) }
    }
}
