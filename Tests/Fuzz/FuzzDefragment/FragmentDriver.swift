import Flow
import FuzzSupport
import NetTypes
import Wire

/// Hands frames to a decoder and a defragmenter as the sensor does, and checks what must hold after each.
struct FragmentDriver: ~Copyable {
    private let limits: FragmentConfiguration
    private let decoder = Decoder()
    private var defragmenter: Defragmenter
    private var header = FrameHeader(number: 0, timestamp: .zero, wireLength: 0, linkType: .raw)
    private var longest = 0
    /// Bytes of all frames so far.
    private(set) var received = 0
    private var rebuilt: UInt64 = 0
    /// True once frames came that do not agree about the bytes of a datagram, or may not.
    var isMixed = false

    init(_ limits: FragmentConfiguration) {
        self.limits = limits
        defragmenter = Defragmenter(limits)
    }

    mutating func wait(_ nanoseconds: Int64) {
        header.timestamp = header.timestamp.advanced(by: nanoseconds)
        var anomalies = AnomalySet()
        if nanoseconds >= 1_000_000_000 { while defragmenter.expireNext(at: header.timestamp, &anomalies) {} }
        checkAccount()
    }

    mutating func receive(_ frame: [UInt8], _ linkType: LinkType) {
        header.number += 1
        received += frame.count
        header.linkType = linkType
        header.wireLength = frame.count
        let outcome = decoder.decode(frame.span, header)
        PacketInvariants.check(outcome, count: frame.count, missing: 0)
        if case .packet(let packet) = outcome { handle(packet, frame, nesting: 0) }
        checkAccount()
    }

    private mutating func handle(_ packet: Packet, _ bytes: [UInt8], nesting: Int) {
        guard packet.fragment != nil else { return }
        longest = max(longest, packet.payload.count + packet.networkHeader.count)
        var anomalies = packet.anomalies
        guard let datagram = defragmenter.add(packet, bytes.span, header, &anomalies) else { return }
        rebuilt += 1
        if !isMixed { MadeFragment.check(datagram.bytes) }
        precondition(datagram.firstFrame <= header.number && datagram.wireBytes > 0, "a datagram of no frame")
        let outcome = decoder.decodeDatagram(datagram.bytes.span, inside: packet)
        PacketInvariants.check(outcome, count: datagram.bytes.count, missing: 0)
        switch outcome {
        case .packet(let inner):
            if inner.tunnelDepth == packet.tunnelDepth { check(inner, cameAs: packet) }
            if nesting <= decoder.configuration.tunnelDepth {
                handle(inner, datagram.bytes, nesting: nesting + 1)
            }
        case .notIP: preconditionFailure("a datagram that is no IP packet")
        case .undecoded(let why):
            let isTransport =
                why.contains(.truncatedHeader) || why.contains(.ipv6Extensions) || why.contains(.tooDeep)
            precondition(isTransport, "a datagram whose IP header does not parse")
        }
    }

    private func check(_ inner: Packet, cameAs piece: Packet) {
        precondition(inner.source == piece.source && inner.destination == piece.destination, "addresses")
        precondition(inner.vlans == piece.vlans, "VLAN tags")
        precondition(!inner.anomalies.contains(.ipLengthBeyondFrame), "a datagram longer than it is")
        precondition(!inner.anomalies.contains(.ipv4Checksum), "a header checksum of ours that is wrong")
    }

    mutating func finish() {
        defragmenter.finish()
        checkAccount()
        precondition(defragmenter.statistics.waiting == 0, "fragments wait after the end")
    }

    private func checkAccount() {
        let account = defragmenter.statistics
        precondition(
            account.fragments == account.used + account.refused + account.dropped + account.waiting,
            "the account of fragments")
        precondition(account.datagrams == rebuilt, "the account of datagrams")
        // A fragment is charged once for each piece it lies between, before the limit is looked at.
        let piece = longest + Self.overhead
        let most = limits.bytes + (limits.pieces + 2) * piece + Self.overhead
        precondition(account.peakBytes <= UInt64(most), "more is held than the limit lets")
    }

    /// At least what the defragmenter charges for a piece or a datagram beside its bytes.
    private static let overhead = 512
}
