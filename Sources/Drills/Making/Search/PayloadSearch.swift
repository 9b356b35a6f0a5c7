import NetTypes

/// Looks for originals in the units of a slice, across the borders of segments and in every version of a byte.
struct PayloadSearch {
    private let finder: TextFinder
    private let originals: Originals

    /// A search for these.
    init(_ originals: Originals) {
        self.originals = originals
        finder = TextFinder(originals)
    }

    /// The addresses in answers of DNS, which are originals whoever has them.
    static func addresses(in map: PayloadMap) -> Set<IPAddress> {
        var addresses: Set<IPAddress> = []
        for unit in map.units {
            for run in unit.runs {
                for place in Self.places(run, unit) { addresses.insert(Self.address(place, run.bytes)) }
            }
        }
        return addresses
    }

    /// Calls `body` with what takes the place of originals in each carrier's bytes: the carrier, the unit's flow, and
    /// new bytes for a range of it.
    func edits(in map: PayloadMap, _ body: (Int, FlowKey?, PayloadEdit) -> Void) {
        for unit in map.units {
            let new = unit.runs.map { run in self.replaced(run, unit) }
            for piece in unit.pieces {
                guard let place = unit.run(of: piece) else { continue }
                let old = Array(map.carriers[piece.carrier].bytes[piece.range])
                let run = unit.runs[place]
                let from = Int(piece.offset - run.start)
                let range = from..<from + old.count
                var bytes = Array(new[place].bytes[range])
                if Array(run.bytes[range]) != old { bytes = version(old, of: run, at: range) }
                for edit in Self.differences(old, bytes, from: piece.range.lowerBound) {
                    body(piece.carrier, unit.flow, edit)
                }
            }
        }
    }

    /// Only the bytes that differ: between them may be others that were replaced as part of a header (in a message that
    /// quotes a packet).
    private static func differences(_ old: [UInt8], _ new: [UInt8], from start: Int) -> [PayloadEdit] {
        var edits: [PayloadEdit] = []
        for index in old.indices where old[index] != new[index] {
            if let last = edits.indices.last, edits[last].end == start + index {
                edits[last].bytes.append(new[index])
            } else {
                edits.append(PayloadEdit(offset: start + index, bytes: [new[index]]))
            }
        }
        return edits
    }

    private func replaced(_ run: PayloadUnit.Run, _ unit: PayloadUnit) -> PayloadUnit.Run {
        var run = run
        let places = Self.places(run, unit)
        for edit in finder.edits(in: run.bytes) { Self.put(edit, in: &run.bytes) }
        for place in places {
            let address = Self.address(place, run.bytes)
            guard originals.addresses.contains(address) else { continue }
            Self.put(PayloadEdit(offset: place.offset, bytes: originals.map(address).bytes), in: &run.bytes)
        }
        return run
    }

    /// Another version of bytes is looked at with what stands before and behind it.
    private func version(_ old: [UInt8], of run: PayloadUnit.Run, at range: Range<Int>) -> [UInt8] {
        let before = Array(run.bytes[max(0, range.lowerBound - finder.reach)..<range.lowerBound])
        let after = Array(
            run.bytes[range.upperBound..<min(run.bytes.count, range.upperBound + finder.reach)])
        var whole = before + old + after
        for edit in finder.edits(in: whole) { Self.put(edit, in: &whole) }
        return Array(whole[before.count..<before.count + old.count])
    }

    private static func put(_ edit: PayloadEdit, in bytes: inout [UInt8]) {
        bytes.replaceSubrange(edit.offset..<edit.end, with: edit.bytes)
    }

    private static func places(_ run: PayloadUnit.Run, _ unit: PayloadUnit) -> [DNSAddresses.Place] {
        guard let flow = unit.flow,
            DNSAddresses.ports.contains(flow.low.port) || DNSAddresses.ports.contains(flow.high.port)
        else { return [] }
        if unit.isStream { return DNSAddresses.places(inStream: run.bytes) }
        return flow.transport == .udp ? DNSAddresses.places(inDatagram: run.bytes) : []
    }

    private static func address(_ place: DNSAddresses.Place, _ bytes: [UInt8]) -> IPAddress {
        IPAddress(bytes: bytes[place.offset...], isIPv6: place.isIPv6)
    }
}
