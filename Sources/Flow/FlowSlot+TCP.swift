import NetTypes
import Wire

extension FlowSlot {
    /// Takes a TCP packet: follows the handshake and the end, and places the payload.
    mutating func accept(
        _ packet: Packet, _ bytes: Span<UInt8>, _ header: FrameHeader, _ direction: Direction,
        trust: ChecksumTrust, _ limits: FlowConfiguration, _ held: inout EarlySegments,
        _ statistics: inout StreamStatistics
    ) -> Acceptance {
        guard let tcp = packet.tcp else { return Acceptance() }
        statistics.payload += UInt64(packet.payload.count)
        var acceptance = Acceptance()
        if trust != .full { acceptance.anomalies.insert(.streamChecksum) }
        if trust == .none {
            acceptance.isRefused = true
            statistics.refused += UInt64(packet.payload.count)
            return acceptance
        }
        if tcp.has(TCPHeader.urg) { acceptance.anomalies.insert(.streamUrgent) }
        let segment = Segment(tcp, packet, header, doubtful: trust == .doubtful)
        if direction == .toServer {
            upstream.accept(segment, bytes, &downstream, limits, &held, &statistics, &acceptance)
        } else {
            downstream.accept(segment, bytes, &upstream, limits, &held, &statistics, &acceptance)
        }
        if trust == .full {
            follow(tcp, direction, resetAccepted: !acceptance.anomalies.contains(.streamRST))
        }
        acceptance.isOver = state == .closed && upstream.isFinished && downstream.isFinished
        return acceptance
    }

    /// How the connection's state changes by a segment.
    private mutating func follow(_ tcp: TCPHeader, _ direction: Direction, resetAccepted: Bool) {
        if tcp.has(TCPHeader.rst) {
            if resetAccepted { state = .closed }
        } else if upstream.finish != nil, downstream.finish != nil {
            state = .closed
        } else if state == .new, !tcp.has(TCPHeader.syn), tcp.has(TCPHeader.ack),
            toServer.packets > 0, toClient.packets > 0
        {
            state = .established
        }
    }

    /// True when data was delivered and more may come, so that to end the flow cuts its streams.
    var isOpen: Bool {
        state != .closed && (upstream.next > 0 || downstream.next > 0)
    }

    /// True when a SYN means that another connection now uses the same addresses and ports.
    ///
    /// After a close any SYN with a new number does. On a connection that is open it only becomes a rival: an
    /// attacker may forge it, and the host would ignore it. The host's answer decides.
    mutating func isBegunAnew(by tcp: TCPHeader, _ direction: Direction) -> Bool {
        let mine = direction == .toServer ? upstream : downstream
        if tcp.has(TCPHeader.ack) {
            guard let rivalSYN, tcp.acknowledgement == rivalSYN &+ 1 else { return false }
            return true
        }
        guard mine.isStarted, mine.offset(of: tcp.sequence &+ 1) != 0 else { return false }
        if state == .closed { return true }
        // Nothing delivered yet: the client tries again with another number, on the same flow.
        if mine.next > 0 || !mine.sawSYN { rivalSYN = tcp.sequence }
        return false
    }

    /// What the policy makes of a packet's checksum; also notes what that tells of its sender.
    mutating func trust(_ packet: Packet, _ direction: Direction, _ policy: ChecksumPolicy) -> ChecksumTrust {
        let bit: UInt8 = direction == .toServer ? 1 : 2
        switch packet.checksum {
        case .unchecked: return .full
        case .right:
            rightChecksums |= bit
            return .full
        case .wrong:
            switch policy {
            case .ignore: return .full
            case .strict: return .none
            case .auto: return rightChecksums & bit == 0 ? .full : .doubtful
            }
        }
    }

    /// Takes a packet of any other protocol.
    ///
    /// A doubtful datagram is taken: no other copy can come in its place, and to look at it does no harm.
    mutating func acceptDatagram(_ packet: Packet, trust: ChecksumTrust) -> Acceptance {
        var acceptance = Acceptance()
        if state == .new, toServer.packets > 0, toClient.packets > 0 { state = .established }
        if trust != .full { acceptance.anomalies.insert(.streamChecksum) }
        acceptance.isRefused = trust == .none
        if trust != .none {
            acceptance.chunk = packet.payload
            acceptance.snapped = UInt64(max(0, packet.missingPayload))
        }
        return acceptance
    }
}
