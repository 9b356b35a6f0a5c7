import NetTypes

@testable import Ring

/// What a ring is: a queue of records, of which so many fit. It knows where records lie, but moves no byte.
struct ModelQueue {
    /// A record with its bytes; none for a time.
    struct Entry: Equatable {
        var record: RingRecord
        var bytes: [UInt8]
    }

    let capacity: Int
    private(set) var entries: [Entry] = []
    /// Bytes up to the end of each entry, in the order of `entries`, and what the consumer sees of them.
    private var ends: [Int] = []
    private(set) var visible = 0
    private var head: Int
    private var tail: Int
    /// Bytes pushed since the last publishing.
    private var unpublished = 0

    init(capacity: Int, start: Int) {
        self.capacity = capacity
        head = start
        tail = start
    }

    var depth: Int { tail &- head }

    /// Whether a push succeeds; it is then in the queue.
    mutating func push(_ entry: Entry) -> Bool {
        let size: Int
        switch entry.record {
        case .frame:
            size = (32 + entry.bytes.count + 15) / 16 * 16
            if size > capacity / 4 { return false }
        case .time: size = 16
        }
        let position = ((tail % capacity) + capacity) % capacity
        let skipped = position + size > capacity ? capacity - position : 0
        guard depth + skipped + size <= capacity else { return false }
        tail &+= skipped + size
        unpublished += skipped + size
        entries.append(entry)
        ends.append(tail)
        if unpublished >= 4096 { publish() }
        return true
    }

    mutating func publish() {
        visible = entries.count
        unpublished = 0
    }

    /// What draining so many gives.
    mutating func drain(_ limit: Int) -> [Entry] {
        let count = min(limit, visible)
        guard count > 0 else { return [] }
        let taken = Array(entries.prefix(count))
        head = ends[count - 1]
        entries.removeFirst(count)
        ends.removeFirst(count)
        visible -= count
        return taken
    }
}
