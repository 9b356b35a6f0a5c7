import NetTypes

extension ApplicationInspector {
    /// Gives bytes to a flow's parser. What it leaves belongs to another protocol.
    mutating func feed(_ parser: StreamParser, _ bytes: Span<UInt8>, _ flow: Int) {
        let taken = parser.take(bytes, output.origin.direction, output)
        afterParsing()
        guard taken < bytes.count else { return }
        parser.finish(isClosed: true, output)
        flows[flow].changes += 1
        guard flows[flow].changes <= Self.mostChanges else { return ignore(flow) }
        flows[flow].state = .undecided
        hold(bytes.extracting(droppingFirst: max(0, taken)), flow)
    }

    /// Keeps bytes of a flow whose protocol is not told yet, and tells it when there are enough.
    mutating func hold(_ bytes: Span<UInt8>, _ flow: Int) {
        // Where the piece at hand is cut must not matter: what is looked at has a fixed length.
        let limit = configuration.detectionBytes
        if output.origin.direction == .toServer {
            let room = max(0, limit - flows[flow].toServer.count)
            flows[flow].toServer.append(copying: bytes.extracting(first: min(room, bytes.count)))
        } else {
            let room = max(0, limit - flows[flow].toClient.count)
            flows[flow].toClient.append(copying: bytes.extracting(first: min(room, bytes.count)))
        }
        keep(FlowApplication.Piece(output.origin, bytes: Array(copying: bytes)), flow)
        let isFull = flows[flow].toServer.count >= limit || flows[flow].toClient.count >= limit
        decide(flow, isFull: isFull || held > Self.mostHeld)
    }

    /// Notes a gap in a flow whose protocol is not told yet. What comes after it says little about it.
    mutating func holdGap(_ length: UInt64, _ flow: Int) {
        let count = flows[flow].held.count
        if count == 0 { return }
        keep(FlowApplication.Piece(output.origin, bytes: [], gap: length), flow)
        decide(flow, isFull: true)
    }

    private mutating func keep(_ piece: FlowApplication.Piece, _ flow: Int) {
        flows[flow].held.append(piece)
        held += piece.cost
    }

    /// Tells a flow's protocol if that can be done, and has a parser read what was kept.
    mutating func decide(_ flow: Int, isFull: Bool) {
        let port = flows[flow].context?.server.port ?? 0
        let (client, server) = (flows[flow].toServer, flows[flow].toClient)
        var verdict = ProtocolDetector.decide(
            client: client.span, server: server.span, port: port, isFull: isFull)
        let isKnown = if case .known = verdict { true } else { false }
        if !isKnown, let application = ProtocolDetector.swapped(client: client.span, server: server.span) {
            swap(flow)
            verdict = .known(application)
        }
        switch verdict {
        case .undecided: break
        case .unknown: ignore(flow)
        case .known(let application):
            let pieces = flows[flow].held
            ignore(flow)
            guard let parser = StreamParser(application, configuration) else { return }
            flows[flow].state = .stream(parser)
            recognise(flow, application)
            replay(pieces, flow)
        }
    }

    /// Exchanges client and server of a flow. Its records name them as the application has them; the flow's own
    /// record goes on to name the side that was seen first as the client.
    private mutating func swap(_ flow: Int) {
        flows[flow].isSwapped.toggle()
        if let context = flows[flow].context {
            flows[flow].context?.client = context.server
            flows[flow].context?.server = context.client
        }
        for index in flows[flow].held.indices {
            flows[flow].held[index].direction = flows[flow].held[index].direction.reversed
        }
    }

    /// Feeds a flow's parser what was kept for it. The last piece is the one at hand.
    private mutating func replay(_ pieces: [FlowApplication.Piece], _ flow: Int) {
        for piece in pieces {
            if let context = flows[flow].context { output.origin.flow = context }
            output.origin.direction = piece.direction
            output.origin.frame = piece.frame
            output.origin.timestamp = piece.timestamp
            output.encryptedFrom = nil
            switch flows[flow].state {
            case .stream(let parser):
                if piece.gap > 0 {
                    parser.gap(piece.gap, piece.direction, output)
                } else {
                    feed(parser, piece.bytes.span, flow)
                }
            case .undecided where piece.gap == 0: hold(piece.bytes.span, flow)
            case .undecided, .ignored, .datagrams: break
            }
        }
    }

    /// Tells the protocol of a flow of datagrams from one of them.
    mutating func tell(_ bytes: Span<UInt8>, _ flow: Int, _ direction: Direction) {
        guard let context = flows[flow].context, context.transport == .udp else { return ignore(flow) }
        let application = DatagramSignature.application(bytes, context.client.port, context.server.port)
        flows[flow].changes += 1
        if let application, let parser = DatagramParser(application, configuration) {
            flows[flow].state = .datagrams(parser)
            recognise(flow, application)
        } else if flows[flow].changes >= Self.mostChanges {
            // A few datagrams are looked at, since the first may be a probe.
            ignore(flow)
        }
    }
}
