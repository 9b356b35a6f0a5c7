/// Which unit an address belongs to, at a point in capture time.
///
/// Immutable, and shared by all workers. The longest network that contains the address and is valid then decides. A
/// look-up is one binary search over all networks, then a step for each network around the one that was found (128 at
/// most), and allocates nothing.
public struct NetworkDirectory: Equatable, Sendable {
    /// The units, in the order they were given.
    public let units: [NetworkUnit]

    /// Distinct networks by first address, then the larger one first: what lies inside another follows it.
    private let prefixes: [Prefix]
    /// Who has each of them when: one run for each network, by time.
    private let periods: [Period]

    private struct Prefix: Sendable {
        let network: IPNetwork
        /// The smallest network around it; -1 for none.
        let parent: Int
        let periods: Range<Int>
    }

    private struct Period: Sendable {
        let network: IPNetwork
        let start: Timestamp
        let last: Timestamp
        let unit: Int
    }

    /// A directory of units. Where two have the same network at the same time, the one that began last is found;
    /// `overlaps` says so beforehand.
    public init(_ units: [NetworkUnit] = []) {
        self.units = units
        let periods = Self.periods(units)
        var prefixes: [Prefix] = []
        var around: [Int] = []
        var start = 0
        for end in 1...max(1, periods.count) where start < periods.count {
            let network = periods[start].network
            if end < periods.count, periods[end].network == network { continue }
            while let last = around.last, !prefixes[last].network.contains(network.address) {
                around.removeLast()
            }
            prefixes.append(Prefix(network: network, parent: around.last ?? -1, periods: start..<end))
            around.append(prefixes.count - 1)
            start = end
        }
        self.prefixes = prefixes
        self.periods = periods
    }

    private static func periods(_ units: [NetworkUnit]) -> [Period] {
        units.enumerated().flatMap { index, unit in
            unit.networks.map { Period(network: $0, start: unit.start, last: unit.last, unit: index) }
        }.sorted { left, right in
            let (one, other) = (left.network, right.network)
            if one.address != other.address { return one.address < other.address }
            if one.prefixLength != other.prefixLength { return one.prefixLength < other.prefixLength }
            return (left.start, left.unit) < (right.start, right.unit)
        }
    }

    /// True when nobody is known.
    public var isEmpty: Bool { prefixes.isEmpty }

    /// How many distinct networks are known.
    public var networkCount: Int { prefixes.count }

    /// The unit of an address at a point in capture time; nil when none is known.
    public func unit(of address: IPAddress, at time: Timestamp) -> NetworkUnit? {
        var (low, high) = (0, prefixes.count)
        while low < high {
            let middle = (low + high) / 2
            if address < prefixes[middle].network.address { high = middle } else { low = middle + 1 }
        }
        // Networks lie inside each other or apart: whatever contains the address is this one or around it.
        var place = low - 1
        while place >= 0 {
            if prefixes[place].network.contains(address), let unit = unit(of: place, at: time) {
                return units[unit]
            }
            place = prefixes[place].parent
        }
        return nil
    }

    private func unit(of place: Int, at time: Timestamp) -> Int? {
        var (low, high) = (prefixes[place].periods.lowerBound, prefixes[place].periods.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if periods[middle].start <= time { low = middle + 1 } else { high = middle }
        }
        guard low > prefixes[place].periods.lowerBound else { return nil }
        let period = periods[low - 1]
        return time <= period.last ? period.unit : nil
    }

    /// Equal when the units are.
    public static func == (left: NetworkDirectory, right: NetworkDirectory) -> Bool {
        left.units == right.units
    }
}

extension NetworkDirectory {
    /// A network that two units have at the same time, or one unit twice.
    public struct Overlap: Equatable, Sendable {
        /// The network.
        public let network: IPNetwork
        /// The one that is given first, as an index into the units.
        public let first: Int
        /// The other one.
        public let second: Int
    }

    /// Every overlap of neighbours in time, by network; empty for a directory that leaves no doubt.
    public var overlaps: [Overlap] {
        prefixes.flatMap { prefix in
            zip(prefix.periods, prefix.periods.dropFirst()).compactMap { one, other in
                let (left, right) = (periods[one], periods[other])
                guard right.start <= left.last else { return nil }
                return Overlap(
                    network: prefix.network, first: min(left.unit, right.unit),
                    second: max(left.unit, right.unit))
            }
        }
    }
}
