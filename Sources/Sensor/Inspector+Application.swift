import AppLayer
import Flow
import NetTypes

/// Where streams and datagrams go through the application layer, and what comes out of it.
extension Inspector {
    /// Takes the next bytes of a stream: to the application layer, and what is not encrypted to the scanner.
    mutating func take(
        _ bytes: Span<UInt8>, _ header: FrameHeader, _ flow: FlowIndex, _ direction: Direction,
        _ sink: inout some FindingSink
    ) {
        var clear = bytes.count
        if configuration.inspectsApplications {
            clear = application.take(bytes, header, flow.rawValue, direction)
            if let sheds { tell(sheds, flow, isEncrypted: clear < bytes.count) }
        }
        if configuration.inspectsApplications, application.hasOnlyShed {
            content.shed(bytes.count, clear: clear, flow, direction, &sink)
        } else {
            content.take(bytes, clear: clear, header, flow, direction, &sink)
        }
        deliver(header, flow, direction, &sink)
    }

    /// Says whether a flow's payload is encrypted, so that it can be done without under pressure.
    private func tell(_ sheds: ShedTable, _ flow: FlowIndex, isEncrypted: Bool) {
        guard let context = content.context(flow), context.tunnelDepth == 0 else { return }
        let key = FlowKey(context.client, context.server, transport: context.transport, vlans: context.vlans)
        sheds.mark(key, isEncrypted: isEncrypted)
    }

    /// Tells application layer and scanner of bytes that will never come.
    mutating func gap(
        at offset: UInt64, length: UInt64, _ header: FrameHeader, _ flow: FlowIndex, _ direction: Direction,
        _ sink: inout some FindingSink
    ) {
        if configuration.inspectsApplications {
            application.gap(length, header, flow.rawValue, direction)
        }
        content.gap(at: offset, length: length, flow, direction, &sink)
        deliver(header, flow, direction, &sink)
    }

    /// Takes the payload of one datagram.
    mutating func takeDatagram(
        _ bytes: Span<UInt8>, _ acceptance: Acceptance, _ origin: Origin, _ flow: FlowIndex,
        _ direction: Direction, _ sink: inout some FindingSink
    ) {
        var clear = bytes.count
        if configuration.inspectsApplications {
            clear = application.takeDatagram(bytes, origin.header, flow.rawValue, direction)
        }
        content.scanAlone(
            bytes.extracting(first: clear), .datagram, origin, complete: acceptance.snapped == 0, flow,
            direction, &sink)
        deliver(origin.header, flow, direction, &sink)
    }

    /// The application layer ends what is open in a flow.
    mutating func finishApplication(
        _ flow: FlowIndex, isClosed: Bool, _ header: FrameHeader, _ sink: inout some FindingSink
    ) {
        guard configuration.inspectsApplications else { return }
        application.finish(flow.rawValue, isClosed: isClosed, header)
        deliver(header, flow, .toServer, &sink)
    }

    /// Sends on what the application layer found, and scans its objects.
    private mutating func deliver(
        _ header: FrameHeader, _ flow: FlowIndex, _ direction: Direction, _ sink: inout some FindingSink
    ) {
        guard configuration.inspectsApplications, application.hasFindings else { return }
        for (position, protocolName) in application.takeRecognised() {
            content.recognise(position, protocolName)
        }
        for transaction in application.takeTransactions() {
            sink.receive(.transaction(transaction))
            watch(transaction, flow, &sink)
        }
        let isTyped = configuration.application.types || content.asksForTypes
        for var object in application.takeObjects() {
            if isTyped { object.record.fileType = application.type(of: object) }
            let isHit = content.scan(object, flow, &sink)
            watch(object, flow, &sink)
            var record = object.record
            if isHit, !isTyped { record.fileType = application.type(of: object) }
            // A unit that keeps payload back keeps its objects back, too.
            if configuration.objectContent, record.flow.payload == .keep { record.content = object.bytes }
            sink.receive(.file(record))
        }
        note(application.takeOdd(), header, flow, direction, &sink)
    }
}
