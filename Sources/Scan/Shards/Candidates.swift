/// Which shards may have a rule that matches the bytes at hand. A class, since the search carries a pointer to it.
final class Candidates {
    /// By shard.
    private(set) var isCandidate: [Bool]
    /// Shards that only a literal can still make a candidate.
    private var isAwaited: [Bool]
    private var awaited = 0

    /// None of so many shards.
    init(count: Int) {
        isCandidate = Array(repeating: false, count: count)
        isAwaited = isCandidate
    }

    /// Begins anew with what the beginning of the bytes says. True when there is a shard left to look for literals for.
    func begin(_ shards: [Shard], _ bytes: Span<UInt8>) -> Bool {
        awaited = 0
        for place in shards.indices {
            let isOpen = shards[place].isOpen(to: bytes)
            isCandidate[place] = isOpen && shards[place].isCalled(by: bytes)
            isAwaited[place] = isOpen && !isCandidate[place]
            if isAwaited[place] { awaited += 1 }
        }
        return awaited > 0
    }

    /// A literal of a shard was found. False when no other need be looked for.
    func add(_ shard: Int) -> Bool {
        if isAwaited[shard] {
            isAwaited[shard] = false
            isCandidate[shard] = true
            awaited -= 1
        }
        return awaited > 0
    }

    /// Makes every shard a candidate.
    func all() {
        for place in isCandidate.indices { isCandidate[place] = true }
    }

    /// Makes all that are awaited candidates, where literals could not be looked for.
    func addAll() {
        for place in isAwaited.indices where isAwaited[place] { _ = add(place) }
    }
}
