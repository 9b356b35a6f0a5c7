import AppLayer
import Flow
import NetTypes
import Wire

extension Inspector {
    /// Follows a packet to its flow; a fragment waits for the rest of its datagram, which is then decoded again.
    mutating func handle(
        _ packet: Packet, _ bytes: Span<UInt8>, _ origin: Origin, nesting: Int, _ sink: inout some FindingSink
    ) {
        guard packet.fragment != nil else {
            count(packet)
            follow(packet, bytes, origin, &sink)
            return
        }
        var odd = packet.anomalies
        // Its time is the newest so far, which never goes back: so what waits is in the order of its times.
        var header = origin.header
        header.timestamp = now
        let datagram = defragmenter.add(packet, bytes, header, &odd)
        note(odd, origin.header, &sink)
        // A datagram in fragments may carry another in fragments; the tunnel depth bounds that too.
        guard let datagram, nesting <= configuration.decoder.tunnelDepth else { return }
        let whole = Origin(origin.header, firstFrame: datagram.firstFrame, wireBytes: datagram.wireBytes)
        switch decoder.decodeDatagram(datagram.bytes.span, inside: packet) {
        case .packet(let inner): handle(inner, datagram.bytes.span, whole, nesting: nesting + 1, &sink)
        case .notIP: break
        case .undecoded(let why): note(why, origin.header, &sink)
        }
    }

    private mutating func count(_ packet: Packet) {
        if packet.source.isIPv6 { decoding.ipv6 += 1 } else { decoding.ipv4 += 1 }
        if packet.tunnelDepth > 0 { decoding.tunnelled += 1 }
        if packet.checksum == .wrong { decoding.wrongChecksums += 1 }
        switch packet.transport {
        case .tcp: decoding.tcp += 1
        case .udp: decoding.udp += 1
        case .icmp, .icmpv6: decoding.icmp += 1
        case .sctp: decoding.sctp += 1
        default: decoding.otherTransport += 1
        }
    }

    private mutating func follow(
        _ packet: Packet, _ bytes: Span<UInt8>, _ origin: Origin, _ sink: inout some FindingSink
    ) {
        let header = origin.header
        let (flow, direction) = locate(packet, header, &sink)
        let acceptance = flows.accept(
            packet, bytes, header, wireBytes: origin.wireBytes, at: flow, direction)
        if !packet.anomalies.isEmpty { note(packet.anomalies, header, flow, direction, &sink) }
        if !acceptance.anomalies.isEmpty { note(acceptance.anomalies, header, flow, direction, &sink) }
        if packet.tcp != nil {
            followStream(acceptance, bytes, origin, flow, direction, &sink)
        } else if !acceptance.isRefused {
            takeDatagram(bytes.extracting(acceptance.chunk), acceptance, origin, flow, direction, &sink)
        }
        if !content.odd.isEmpty { note(content.takeOdd(), header, flow, direction, &sink) }
    }

    /// Hands on what a segment brought to its streams.
    private mutating func followStream(
        _ acceptance: Acceptance, _ bytes: Span<UInt8>, _ origin: Origin, _ flow: FlowIndex,
        _ direction: Direction, _ sink: inout some FindingSink
    ) {
        let header = origin.header
        if !acceptance.repeated.isEmpty {
            compare(bytes.extracting(acceptance.repeated), acceptance, origin, flow, direction, &sink)
        }
        if !acceptance.stray.isEmpty {
            content.scanAlone(
                bytes.extracting(acceptance.stray), .segment, origin, complete: false, flow, direction, &sink)
        }
        if !acceptance.chunk.isEmpty {
            take(bytes.extracting(acceptance.chunk), header, flow, direction, &sink)
        }
        if acceptance.snapped > 0 {
            let offset = acceptance.offset + UInt64(acceptance.chunk.count)
            gap(at: offset, length: acceptance.snapped, header, flow, direction, &sink)
        }
        if acceptance.hasEarly { drain(flow, direction, header, &sink) }
        if acceptance.peerHasEarly { drain(flow, direction.reversed, header, &sink) }
        if acceptance.isOver {
            finishApplication(flow, isClosed: flows.isClosed(flow), header, &sink)
            content.finish(flow, &sink)
        }
    }

    /// Compares bytes that came again with those delivered. Another version is scanned by itself, since which one
    /// the receiver took is a guess.
    private mutating func compare(
        _ copy: Span<UInt8>, _ acceptance: Acceptance, _ origin: Origin, _ flow: FlowIndex,
        _ direction: Direction, _ sink: inout some FindingSink
    ) {
        guard content.differs(copy, at: acceptance.repeatedOffset, flow, direction) else { return }
        var set = AnomalySet()
        set.insert(.streamConflict)
        note(set, origin.header, flow, direction, &sink)
        content.scanAlone(copy, .segment, origin, complete: false, flow, direction, &sink)
    }

    /// The flow of a packet: the one it belongs to, or a new one after those in its way have ended.
    private mutating func locate(
        _ packet: Packet, _ header: FrameHeader, _ sink: inout some FindingSink
    ) -> (FlowIndex, Direction) {
        while true {
            switch flows.find(packet, at: now) {
            case .found(let flow, let direction): return (flow, direction)
            case .over(let flow, let reason):
                if reason == .evicted { note(.flowEvicted, header, flow, &sink) }
                end(flow, reason, &sink)
            case .absent:
                let (flow, direction) = flows.create(packet, header)
                var context = flows.context(flow)
                context.communityID = communityID.text(
                    context.client, context.server, context.transport, oneWay: flows.isOneWay(flow))
                context.interface = header.interface
                name(&context, at: header.timestamp)
                content.open(flow, context)
                if configuration.inspectsApplications { application.open(flow.rawValue, context) }
                watch(opening: flow, context, header, direction, &sink)
                return (flow, direction)
            }
        }
    }

    /// Looks up the units of both ends, once for each flow.
    private func name(_ context: inout FlowContext, at time: Timestamp) {
        guard !configuration.networks.isEmpty else { return }
        context.clientUnit = configuration.networks.unit(of: context.client.address, at: time)
        context.serverUnit = configuration.networks.unit(of: context.server.address, at: time)
    }

    private mutating func note(
        _ anomaly: Anomaly, _ header: FrameHeader, _ flow: FlowIndex, _ sink: inout some FindingSink
    ) {
        var set = AnomalySet()
        set.insert(anomaly)
        note(set, header, flow, .toServer, &sink)
    }

    /// Takes what earlier segments left behind and is due now.
    private mutating func drain(
        _ flow: FlowIndex, _ direction: Direction, _ header: FrameHeader, _ sink: inout some FindingSink
    ) {
        while let due = flows.nextDue(flow, direction, at: header.timestamp) {
            take(due, flow, direction, header, &sink)
        }
    }

    private mutating func take(
        _ due: DueBytes, _ flow: FlowIndex, _ direction: Direction, _ header: FrameHeader,
        _ sink: inout some FindingSink
    ) {
        switch due {
        case .chunk(let chunk):
            let origin = FrameHeader(
                number: chunk.frame, timestamp: chunk.timestamp, wireLength: 0, linkType: header.linkType)
            take(chunk.bytes.span.extracting(chunk.range), origin, flow, direction, &sink)
        case .gap(let offset, let length):
            var set = AnomalySet()
            set.insert(.streamGap)
            note(set, header, flow, direction, &sink)
            gap(at: offset, length: length, header, flow, direction, &sink)
        }
    }

    /// Ends a flow: its last bytes are delivered and scanned, its records sent, and it is forgotten.
    mutating func end(_ flow: FlowIndex, _ reason: FlowRecord.EndReason, _ sink: inout some FindingSink) {
        guard content.context(flow) != nil else { return }
        let last = flows.lastHeader(flow)
        for direction in [Direction.toServer, .toClient] {
            while let due = flows.nextLeft(flow, direction) { take(due, flow, direction, last, &sink) }
        }
        finishApplication(flow, isClosed: flows.isClosed(flow), last, &sink)
        content.finish(flow, &sink)
        note(content.takeOdd(), last, flow, .toServer, &sink)
        guard let context = content.context(flow) else { return }
        if configuration.streamRecords, context.transport == .tcp {
            sendStreamRecords(flow, context, &sink)
        }
        sink.receive(.flow(flows.record(flow, context, reason, alerted: content.isAlerted(flow))))
        content.close(flow)
        indicators.clear(flow)
        if configuration.inspectsApplications { application.close(flow.rawValue) }
        flows.release(flow, reason)
    }

    private func sendStreamRecords(_ flow: FlowIndex, _ context: FlowContext, _ sink: inout some FindingSink)
    {
        let (ordinal, firstFrame) = flows.ordinal(flow)
        for direction in [Direction.toServer, .toClient] {
            let (bytes, sha256) = content.delivered(flow, direction)
            sink.receive(
                .stream(
                    StreamRecord(
                        context: context, direction: direction, flowOrdinal: ordinal, firstFrame: firstFrame,
                        bytes: bytes, sha256: sha256, gapBytes: flows.gapBytes(flow, direction))))
        }
    }
}
