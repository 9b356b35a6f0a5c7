/// Indicators of all lists in one table that is made once and then only read, by any number of threads.
///
/// Keys lie one behind the other in an arena of bytes, in their normal form, with what the lists say of them; an entry
/// is sixteen bytes, and the table holds the positions of entries by the hash of their keys. So a lookup compares bytes
/// and is exact, and a million entries take tens of megabytes, where strings in a dictionary would take hundreds.
public struct IndicatorSet: Sendable {
    /// The lists, in the order in which they were read.
    public let lists: [IndicatorList]
    /// Entries that can be found.
    public let count: Int
    /// Entries that their list had before, and that were left out.
    public let duplicates: Int

    let arena: [UInt8]
    let entries: [Entry]
    /// Positions of entries plus one, by hash; 0 for none. A power of two, at most half full.
    let slots: [UInt32]
    let seed: UInt64
    private let counts: [Int]
    /// Lengths of prefixes that some entry has, the longest first.
    let lengths4: [Int]
    let lengths6: [Int]

    /// One indicator of one list.
    struct Entry {
        /// Where its key begins in the arena.
        let key: UInt32
        /// Where what its list says begins; 0 for nothing.
        let detail: UInt32
        /// Bytes of its key.
        let length: UInt16
        /// Position of its list.
        let list: UInt16
        let kind: IndicatorKind
    }

    init(
        lists: [IndicatorList], arena: [UInt8], entries: [Entry], slots: [UInt32], seed: UInt64,
        counts: [Int],
        duplicates: Int, lengths4: [Int], lengths6: [Int]
    ) {
        self.lists = lists
        self.arena = arena
        self.entries = entries
        self.slots = slots
        self.seed = seed
        self.counts = counts
        self.duplicates = duplicates
        self.lengths4 = lengths4
        self.lengths6 = lengths6
        count = counts.reduce(0, +)
    }

    /// Entries of a kind.
    public func count(of kind: IndicatorKind) -> Int { counts[Int(kind.rawValue)] }

    /// True when a kind has entries, so that it is worth a lookup.
    public func has(_ kind: IndicatorKind) -> Bool { counts[Int(kind.rawValue)] > 0 }

    /// Bytes of memory that the tables take.
    public var memory: Int { arena.count + entries.count * MemoryLayout<Entry>.stride + slots.count * 4 }

    /// The entries, one for each list that has it, of a key in its normal form that still mean something at a time;
    /// digests as bytes, all else as text. Not for addresses and networks.
    public func find(_ kind: IndicatorKind, _ key: ArraySlice<UInt8>, at time: Timestamp) -> [Int] {
        guard has(kind) else { return [] }
        var hash = IndicatorHash(seed, kind)
        hash.add(key)
        return probe(hash.value, at: time) { $0.kind == kind && keyEquals($0, key) }
    }

    /// The entries of a name as traffic has it: of the name itself, or else of the longest name that has it below.
    public func find(domain text: some Collection<UInt8>, at time: Timestamp) -> [Int] {
        guard has(.domain) else { return [] }
        let name = [UInt8(ascii: ".")] + IndicatorKey.name(text)
        guard name.count > 1, name.count <= IndicatorKey.longest else { return [] }
        let exact = find(.domain, name[1...], at: time)
        if !exact.isEmpty { return exact }
        for index in name.indices where name[index] == UInt8(ascii: ".") {
            let below = find(.domain, name[index...], at: time)
            if !below.isEmpty { return below }
        }
        return []
    }

    /// Positions of the entries with a hash that a condition holds for and that mean something at a time.
    func probe(_ hash: UInt64, at time: Timestamp, _ isEqual: (Entry) -> Bool) -> [Int] {
        var found: [Int] = []
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        // The table is never full, so this ends.
        while slots[slot] != 0 {
            let position = Int(slots[slot]) - 1
            let entry = entries[position]
            if isEqual(entry), entry.detail == 0 || IndicatorDetail.time(arena, at: Int(entry.detail)) >= time
            {
                found.append(position)
            }
            slot = (slot + 1) & mask
        }
        return found
    }

    private func keyEquals(_ entry: Entry, _ key: ArraySlice<UInt8>) -> Bool {
        guard Int(entry.length) == key.count else { return false }
        var place = Int(entry.key)
        for byte in key {
            guard arena[place] == byte else { return false }
            place += 1
        }
        return true
    }

    /// What is said of an entry that was met in the traffic.
    public func sighting(
        _ position: Int, at place: IndicatorSighting.Place, seen: String
    ) -> IndicatorSighting {
        let entry = entries[position]
        return IndicatorSighting(
            kind: entry.kind, value: value(of: entry), list: lists[Int(entry.list)], place: place, seen: seen,
            detail: entry.detail == 0 ? IndicatorDetail() : IndicatorDetail(arena, at: Int(entry.detail)))
    }

    /// A number that stands for list, kind and value of an entry in every set that has it.
    public func fingerprint(_ position: Int) -> UInt64 {
        let entry = entries[position]
        var hash = IndicatorHash(0, entry.kind)
        hash.add(arena[Int(entry.key)..<Int(entry.key) + Int(entry.length)])
        hash.add(Array(lists[Int(entry.list)].name.utf8)[...])
        return hash.value
    }

    func value(of entry: Entry) -> String {
        let key = arena[Int(entry.key)..<Int(entry.key) + Int(entry.length)]
        switch entry.kind {
        case .sha256, .md5, .ja3: return key.hexadecimal
        case .address, .network: return prefixText(entry)
        case .domain:
            let text = String(decoding: key, as: UTF8.self)
            return key.first == UInt8(ascii: ".") ? "*" + text : text
        case .url, .ja4: return String(decoding: key, as: UTF8.self)
        }
    }
}
