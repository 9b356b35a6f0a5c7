/// A map that forgets what was put in first once it is full.
struct NFSBoundedMap<Key: Hashable, Value> {
    private let limit: Int
    private var values: [Key: (turn: UInt64, value: Value)] = [:]
    /// Keys in the order in which they were put in, from `first` on. One that was taken out, or put in again since,
    /// has another turn and is passed over.
    private var order: [(key: Key, turn: UInt64)] = []
    private var first = 0
    private var turn: UInt64 = 0

    init(limit: Int) {
        self.limit = max(1, limit)
    }

    subscript(key: Key) -> Value? { values[key]?.value }

    /// Puts a value in; true when another one had to be forgotten for it.
    mutating func put(_ value: Value, _ key: Key) -> Bool {
        let isFull = values[key] == nil && values.count >= limit
        if isFull { forgetOldest() }
        turn &+= 1
        values[key] = (turn, value)
        order.append((key, turn))
        if order.count - first > 2 * limit + 64 || first > 2 * limit + 64 {
            order = order[first...].filter { values[$0.key]?.turn == $0.turn }
            first = 0
        }
        return isFull
    }

    mutating func take(_ key: Key) -> Value? {
        values.removeValue(forKey: key)?.value
    }

    private mutating func forgetOldest() {
        while first < order.count {
            let oldest = order[first]
            first += 1
            if values[oldest.key]?.turn == oldest.turn {
                values[oldest.key] = nil
                return
            }
        }
    }
}
