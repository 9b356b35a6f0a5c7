import NetTypes

/// TLS over TCP, SSL 3 and the hello of SSL 2 (RFC 8446, RFC 5246, RFC 6101): reads what is said in the clear, reports
/// it as one transaction, and says from where on a direction is encrypted.
final class TLSParser: StreamParsing {
    private var handshake = Handshake()
    private var toServer: Side
    private var toClient: Side
    private var isReported = false

    /// One direction.
    private struct Side {
        var records: TLSRecordStream
        var messages: HandshakeAssembler

        init(_ configuration: AppLayerConfiguration) {
            records = TLSRecordStream(largestHello: configuration.largestHeader)
            messages = HandshakeAssembler(largestHello: configuration.largestHeader)
        }

        var isEncrypted: Bool {
            if case .encrypted = records.state { return true }
            return false
        }

        var isLost: Bool {
            if case .lost = records.state { return true }
            return false
        }
    }

    init(_ configuration: AppLayerConfiguration) {
        toServer = Side(configuration)
        toClient = Side(configuration)
    }

    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        switch direction {
        case .toServer: take(bytes, &toServer, toClient.isEncrypted, direction, output)
        case .toClient: take(bytes, &toClient, toServer.isEncrypted, direction, output)
        }
        return bytes.count
    }

    private func take(
        _ bytes: Span<UInt8>, _ side: inout Side, _ otherIsEncrypted: Bool, _ direction: Direction,
        _ output: ParserOutput
    ) {
        // Where records were lost, the other direction tells that the handshake is over.
        if side.isEncrypted || (side.isLost && otherIsEncrypted) {
            output.encryptedFrom = 0
            return
        }
        guard !side.isLost, bytes.count > 0 else { return }
        var rest = [UInt8](copying: bytes)[...]
        while let step = side.records.next(&rest, isRetried: handshake.isRetried) {
            switch step {
            case .handshake(let part): take(part, &side, direction, output)
            case .ssl2(let message): takeSSL2(message, &side, direction, output)
            case .malformed: output.note(.handshakeMalformed)
            case .encrypted(let index):
                output.encryptedFrom = index
                // What a server says in the clear is then complete, and so is what a client does.
                if direction != handshake.clientDirection { report(output, isEncrypted: true) }
            }
        }
    }

    private func take(
        _ part: ArraySlice<UInt8>, _ side: inout Side, _ direction: Direction, _ output: ParserOutput
    ) {
        var part = part
        let wasMalformed = side.messages.isMalformed
        while let message = side.messages.next(&part) {
            guard !isReported else { continue }
            if !handshake.take(message, direction, isDatagram: false) { output.note(.handshakeMalformed) }
        }
        if side.messages.isMalformed, !wasMalformed { output.note(.handshakeMalformed) }
    }

    private func takeSSL2(
        _ message: [UInt8], _ side: inout Side, _ direction: Direction, _ output: ParserOutput
    ) {
        if message.first == 1 {
            guard let hello = ClientHello(ssl2: message.dropFirst()) else {
                return output.note(.handshakeMalformed)
            }
            if hello.isMalformed { output.note(.handshakeMalformed) }
            handshake.take(hello, direction)
            if hello.version.rawValue < 0x0300 { side.records.endSSL2() }
        } else {
            var reader = HandshakeReader(message.dropFirst())
            guard reader.number(2) != nil, let version = reader.uint16() else {
                return output.note(.handshakeMalformed)
            }
            handshake.take(ServerHello(ssl2: version))
            side.records.endSSL2()
        }
    }

    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {
        switch direction {
        case .toServer: skip(length, &toServer)
        case .toClient: skip(length, &toClient)
        }
    }

    private func skip(_ length: UInt64, _ side: inout Side) {
        guard let lost = side.records.skip(length), lost > 0 else { return }
        side.messages.skip(lost)
    }

    func finish(isClosed: Bool, _ output: ParserOutput) {
        report(output, isEncrypted: toServer.isEncrypted || toClient.isEncrypted)
    }

    private func report(_ output: ParserOutput, isEncrypted: Bool) {
        guard !isReported, handshake.isSeen else { return }
        isReported = true
        output.report(.tls, .toServer, number: 0, handshake.fields("t", isEncrypted: isEncrypted))
    }
}
