import Flow
import NetTypes
import Synchronization

/// Flows whose payload is encrypted, which no rule can read, and may be shed: a worker writes it, capture threads read it when a ring is filling up.
///
/// A table of one word for each slot, without chains: of two flows in one slot only the last is in it, which costs a
/// chance to shed and nothing else. A word has 63 bits of the flow's keyed hash, so that another flow is as good as
/// never taken for it.
///
/// Safe: the words lie at a fixed address as long as the object lives, and only atomic operations reach them.
@safe
final class ShedTable: @unchecked Sendable {
    // Every access is an atomic operation on one word; nothing is ever read of two words together.

    private static let slots = 1 << 14

    private let hash: KeyedHash
    private let words: UnsafeMutablePointer<Atomic<UInt64>>

    /// An empty table for flows hashed so.
    init(_ hash: KeyedHash) {
        self.hash = hash
        unsafe words = .allocate(capacity: Self.slots)
        for slot in 0..<Self.slots { unsafe (words + slot).initialize(to: Atomic(0)) }
    }

    deinit {
        unsafe words.deinitialize(count: Self.slots)
        unsafe words.deallocate()
    }

    /// Says whether payload of a flow may be shed.
    func mark(_ key: FlowKey, isEncrypted: Bool) {
        let (slot, word) = place(key)
        let known = unsafe words[slot].load(ordering: .relaxed)
        if isEncrypted {
            if known != word { unsafe words[slot].store(word, ordering: .relaxed) }
        } else if known == word {
            unsafe words[slot].store(0, ordering: .relaxed)
        }
    }

    /// Whether payload of a flow may be shed.
    func isMarked(_ key: FlowKey) -> Bool {
        let (slot, word) = place(key)
        return unsafe words[slot].load(ordering: .relaxed) == word
    }

    private func place(_ key: FlowKey) -> (slot: Int, word: UInt64) {
        let hashed = hash(key)
        return (Int(truncatingIfNeeded: hashed >> 48) & (Self.slots - 1), hashed | 1)
    }
}
