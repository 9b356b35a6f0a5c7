import NetTypes
import Wire

/// Puts fragmented IP datagrams together.
///
/// It holds a bounded number of datagrams in a bounded number of bytes; when a bound is reached the oldest is
/// given up and counted. Datagrams also end when the last piece does not come in time.
public struct Defragmenter: ~Copyable {
    private let configuration: FragmentConfiguration
    private let timeout: Int64
    private var waiting: [FragmentKey: FragmentedDatagram] = [:]
    /// Keys in the order in which their datagrams began; those that are gone since are skipped.
    private(set) var order: [(key: FragmentKey, ordinal: UInt64)] = []
    private var oldest = 0
    private var ordinals: UInt64 = 0
    private var cost = 0
    /// The account of fragments.
    public private(set) var statistics = DefragmenterStatistics()

    /// A defragmenter with nothing in it.
    public init(_ configuration: FragmentConfiguration) {
        self.configuration = configuration
        timeout =
            Timestamp(seconds: Int64(clamping: configuration.timeout), nanoseconds: 0).nanoseconds
    }

    /// Takes a packet that is a fragment; gives the datagram when it was the last one missing.
    ///
    /// `anomalies` receives what is odd, of this fragment and of datagrams given up because of it.
    public mutating func add(
        _ packet: Packet, _ bytes: Span<UInt8>, _ header: FrameHeader, _ anomalies: inout AnomalySet
    ) -> RebuiltDatagram? {
        guard let fragment = packet.fragment else { return nil }
        statistics.fragments += 1
        let key = FragmentKey(
            source: packet.source, destination: packet.destination, identification: fragment.identification,
            transport: packet.source.isIPv6 ? 0 : packet.transport.rawValue, vlans: packet.vlans)
        if let known = waiting[key], header.timestamp.nanoseconds(since: known.start) >= timeout {
            giveUp(key, .fragmentTimeout, &anomalies)
        }
        guard isAcceptable(packet, fragment, waiting[key]) else {
            statistics.refused += 1
            anomalies.insert(.fragmentBounds)
            return nil
        }
        take(packet, fragment, key, bytes, header, &anomalies)
        if let datagram = waiting[key], datagram.isWhole { return finish(key, datagram, &anomalies) }
        keepWithinLimits(key, &anomalies)
        return nil
    }

    /// Gives up a datagram whose time is over at `now`; false when there is none. One at a time, since each counts.
    public mutating func expireNext(at now: Timestamp, _ anomalies: inout AnomalySet) -> Bool {
        guard let (key, datagram) = front(), now.nanoseconds(since: datagram.start) >= timeout else {
            return false
        }
        giveUp(key, .fragmentTimeout, &anomalies)
        return true
    }

    /// Gives up everything: the capture has ended.
    public mutating func finish() {
        var ignored = AnomalySet()
        while let (key, _) = front() { giveUp(key, .fragmentTimeout, &ignored) }
    }

    /// A fragment fits a datagram when it lies within 64 KiB, is a multiple of 8 long unless it is the last, and
    /// agrees with the last one about where the end is.
    private func isAcceptable(_ packet: Packet, _ fragment: Fragment, _ known: FragmentedDatagram?) -> Bool {
        let length = packet.payload.count
        let end = UInt64(fragment.offset + length)
        guard fragment.offset >= 0, length > 0, packet.missingPayload == 0, end <= 65535 else { return false }
        if fragment.moreFollow, length % 8 != 0 { return false }
        guard let known else { return true }
        if let total = known.length { return fragment.moreFollow ? end <= total : end == total }
        return fragment.moreFollow || known.pieces.upperBound ?? 0 <= end
    }

    private mutating func take(
        _ packet: Packet, _ fragment: Fragment, _ key: FragmentKey, _ bytes: Span<UInt8>,
        _ header: FrameHeader,
        _ anomalies: inout AnomalySet
    ) {
        // Taken out and put back, so that its pieces are changed in place and not copied.
        var datagram = waiting.removeValue(forKey: key) ?? begin(key, header)
        cost -= datagram.cost
        let range = UInt64(fragment.offset)..<UInt64(fragment.offset + packet.payload.count)
        let piece = Piece(
            visible: range, origin: range, bytes: [UInt8](copying: bytes.extracting(packet.payload)),
            frame: header.number, timestamp: header.timestamp)
        let addition = datagram.pieces.add(piece, policy: configuration.overlap)
        if addition.conflicted {
            anomalies.insert(.fragmentConflict)
        } else if addition.overlapped {
            anomalies.insert(.fragmentOverlap)
        }
        if fragment.offset == 0, datagram.header == nil {
            datagram.header = [UInt8](copying: bytes.extracting(packet.networkHeader))
            datagram.transport = packet.transport
        }
        if !fragment.moreFollow { datagram.length = range.upperBound }
        datagram.wireBytes += max(0, header.wireLength)
        datagram.fragments += 1
        statistics.waiting += 1
        cost += datagram.cost
        statistics.peakBytes = max(statistics.peakBytes, UInt64(cost))
        waiting[key] = datagram
    }

    private mutating func begin(_ key: FragmentKey, _ header: FrameHeader) -> FragmentedDatagram {
        if order.count > 2 * waiting.count + Self.slack { forgetGone() }
        ordinals += 1
        order.append((key, ordinals))
        let datagram = FragmentedDatagram(
            ordinal: ordinals, start: header.timestamp, firstFrame: header.number)
        cost += datagram.cost
        return datagram
    }

    private mutating func finish(
        _ key: FragmentKey, _ datagram: FragmentedDatagram, _ anomalies: inout AnomalySet
    ) -> RebuiltDatagram? {
        let length = Int(datagram.pieces.visibleBytes)
        guard let start = datagram.header,
            var bytes = DatagramHeader.rebuilt(
                header: start, payloadLength: length, transport: datagram.transport)
        else {
            // With its header it is longer than a datagram can be; no host takes it.
            giveUp(key, .fragmentBounds, &anomalies)
            return nil
        }
        waiting.removeValue(forKey: key)
        cost -= datagram.cost
        statistics.waiting -= datagram.fragments
        statistics.used += datagram.fragments
        statistics.datagrams += 1
        bytes.reserveCapacity(bytes.count + length)
        var pieces = datagram.pieces
        while let piece = pieces.removeFirst() { bytes += piece.bytes[piece.indices(piece.visible)] }
        return RebuiltDatagram(bytes: bytes, wireBytes: datagram.wireBytes, firstFrame: datagram.firstFrame)
    }

    private mutating func keepWithinLimits(_ key: FragmentKey, _ anomalies: inout AnomalySet) {
        if let datagram = waiting[key], datagram.pieces.count > configuration.pieces {
            giveUp(key, .fragmentLimit, &anomalies)
        }
        while waiting.count > configuration.datagrams || cost > configuration.bytes, let (key, _) = front() {
            giveUp(key, .fragmentLimit, &anomalies)
        }
    }

    private mutating func giveUp(_ key: FragmentKey, _ why: Anomaly, _ anomalies: inout AnomalySet) {
        guard let datagram = waiting.removeValue(forKey: key) else { return }
        cost -= datagram.cost
        statistics.waiting -= datagram.fragments
        statistics.dropped += datagram.fragments
        anomalies.insert(why)
    }

    /// Takes keys out of the order whose datagrams are gone. One that waits at the front would keep them
    /// there, and whoever sends the traffic decides how long it waits and how many come meanwhile.
    private mutating func forgetGone() {
        order = order[oldest...].filter { waiting[$0.key]?.ordinal == $0.ordinal }
        oldest = 0
    }

    /// Keys of datagrams that are gone which are kept at least, so that they are not looked for all the time.
    private static let slack = 256

    /// The datagram that began first of those that wait.
    private mutating func front() -> (FragmentKey, FragmentedDatagram)? {
        while oldest < order.count {
            let (key, ordinal) = order[oldest]
            if let datagram = waiting[key], datagram.ordinal == ordinal { return (key, datagram) }
            oldest += 1
            if oldest >= Self.slack, oldest * 2 >= order.count {
                order.removeFirst(oldest)
                oldest = 0
            }
        }
        order.removeAll(keepingCapacity: true)
        oldest = 0
        return nil
    }
}
