/// What a connection has of one kind, by key, no more than a limit: the oldest gives way. Its order is that of
/// insertion, never that of the dictionary.
struct SMBTable<Key: Hashable, Value> {
    private let limit: Int
    private var entries: [Key: (serial: UInt64, value: Value)] = [:]
    /// Keys in order of insertion, from `first` on; those that were removed are passed over.
    private var order: [(serial: UInt64, key: Key)] = []
    private var first = 0
    private var serial: UInt64 = 0

    init(limit: Int) {
        self.limit = max(1, limit)
    }

    var count: Int { entries.count }

    subscript(key: Key) -> Value? { entries[key]?.value }

    /// Puts a value in. What had the key before and what gave way to it are handed back.
    mutating func insert(_ value: Value, _ key: Key) -> (replaced: Value?, evicted: Value?) {
        let replaced = remove(key)
        var evicted: Value?
        while entries.count >= limit, evicted == nil, first < order.count {
            let oldest = order[first]
            first += 1
            if entries[oldest.key]?.serial == oldest.serial {
                evicted = entries.removeValue(forKey: oldest.key)?.value
            }
        }
        serial += 1
        entries[key] = (serial, value)
        forgetRemoved()
        order.append((serial, key))
        return (replaced, evicted)
    }

    mutating func remove(_ key: Key) -> Value? {
        entries.removeValue(forKey: key)?.value
    }

    /// Takes out all that a test holds for, in order. Costs time in proportion to the limit.
    mutating func removeAll(where isChosen: (Key, Value) -> Bool) -> [Value] {
        var chosen: [Value] = []
        for (serial, key) in order[first...] {
            guard let entry = entries[key], entry.serial == serial, isChosen(key, entry.value) else {
                continue
            }
            entries[key] = nil
            chosen.append(entry.value)
        }
        return chosen
    }

    /// Keeps the list of keys in proportion to the entries.
    private mutating func forgetRemoved() {
        guard order.count > 64, order.count > 2 * entries.count else { return }
        order = order[first...].filter { entries[$0.key]?.serial == $0.serial }
        first = 0
    }
}
