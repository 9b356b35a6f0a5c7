/// Gathers indicators for a set.
public struct IndicatorSetBuilder {
    /// Entries at most: what the table's positions can name, with room to spare.
    public static let mostEntries = 100_000_000
    /// Lists at most.
    public static let mostLists = 65_535
    /// Bytes of keys and details at most: what an entry's offsets can name.
    static let mostBytes = Int(UInt32.max) - 65_536
    /// Details that are kept once however often they come; others only when they follow each other.
    private static let mostShared = 65_536

    private var lists: [IndicatorList] = []
    /// Begins with a byte that is nobody's, so that no detail lies at 0.
    private var arena: [UInt8] = [0]
    private var entries: [IndicatorSet.Entry] = []
    private var shared: [IndicatorDetail: UInt32] = [:]
    private var last: (detail: IndicatorDetail, place: UInt32) = (IndicatorDetail(), 0)

    /// A builder without lists.
    public init() {}

    /// Entries so far, those included that turn out to be there twice.
    public var count: Int { entries.count }

    /// Begins a list, to which all that is added from here on belongs; false when there are too many.
    public mutating func begin(_ list: IndicatorList) -> Bool {
        guard lists.count < Self.mostLists else { return false }
        lists.append(list)
        return true
    }

    /// Adds an indicator by its key in the form that `IndicatorSet.find` asks for; false when there is no room, no
    /// list, or the key is empty or too long.
    public mutating func add(_ kind: IndicatorKind, _ key: ArraySlice<UInt8>, _ detail: IndicatorDetail)
        -> Bool
    {
        guard !key.isEmpty, key.count <= IndicatorKey.longest else { return false }
        return add(kind, detail) { $0.append(contentsOf: key) }
    }

    /// Adds a network; one of a full length is an address.
    public mutating func add(_ network: IPNetwork, _ detail: IndicatorDetail) -> Bool {
        let address = network.address
        let isAddress = network.prefixLength == (address.isIPv6 ? 128 : 32)
        let tag = IndicatorSet.tag(network.prefixLength, isIPv6: address.isIPv6)
        return add(isAddress ? .address : .network, detail) { IndicatorSet.write(address, tag, to: &$0) }
    }

    private mutating func add(
        _ kind: IndicatorKind, _ detail: IndicatorDetail, _ write: (inout [UInt8]) -> Void
    ) -> Bool {
        guard !lists.isEmpty, entries.count < Self.mostEntries,
            arena.count <= Self.mostBytes - IndicatorKey.longest - 4 * IndicatorDetail.longestText - 32
        else { return false }
        let saved = place(of: detail)
        let start = arena.count
        write(&arena)
        entries.append(
            IndicatorSet.Entry(
                key: UInt32(start), detail: saved, length: UInt16(arena.count - start),
                list: UInt16(lists.count - 1), kind: kind))
        return true
    }

    private mutating func place(of detail: IndicatorDetail) -> UInt32 {
        if detail.isEmpty { return 0 }
        if detail == last.detail { return last.place }
        if let known = shared[detail] { return known }
        let place = UInt32(arena.count)
        detail.write(to: &arena)
        last = (detail, place)
        if shared.count < Self.mostShared { shared[detail] = place }
        return place
    }

    /// The set of all that was added. What a list has twice is in it once, with what was said first.
    public consuming func finish() -> IndicatorSet {
        let seed = UInt64.random(in: .min ... .max)
        var size = 16
        while size < 2 * entries.count { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        var counts = [Int](repeating: 0, count: IndicatorKind.allCases.count)
        var duplicates = 0
        var lengths: [Set<Int>] = [[], []]
        for position in entries.indices {
            let entry = entries[position]
            let key = arena[Int(entry.key)..<Int(entry.key) + Int(entry.length)]
            guard let slot = free(entry, key, seed, slots) else {
                duplicates += 1
                continue
            }
            slots[slot] = UInt32(position + 1)
            counts[Int(entry.kind.rawValue)] += 1
            if entry.kind.lookup == .network, key.count == IndicatorSet.prefixBytes {
                // The last word of the key is the length, and above it the version.
                lengths[key[key.endIndex - 3] == 1 ? 1 : 0].insert(Int(key[key.endIndex - 1]))
            }
        }
        return IndicatorSet(
            lists: lists, arena: arena, entries: entries, slots: slots, seed: seed, counts: counts,
            duplicates: duplicates, lengths4: lengths[0].sorted(by: >), lengths6: lengths[1].sorted(by: >))
    }

    /// Where an entry goes; nil when its list has it already.
    private func free(
        _ entry: IndicatorSet.Entry, _ key: ArraySlice<UInt8>, _ seed: UInt64, _ slots: [UInt32]
    ) -> Int? {
        var hash = IndicatorHash(seed, entry.kind.lookup)
        if entry.kind.lookup == .network {
            for word in 0..<3 {
                hash.add(key.dropFirst(8 * word).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
            }
        } else {
            hash.add(key)
        }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash.value) & mask
        while slots[slot] != 0 {
            let other = entries[Int(slots[slot]) - 1]
            if other.list == entry.list, other.kind == entry.kind, other.length == entry.length,
                arena[Int(other.key)..<Int(other.key) + Int(other.length)].elementsEqual(key)
            {
                return nil
            }
            slot = (slot + 1) & mask
        }
        return slot
    }
}
