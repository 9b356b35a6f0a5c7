import NetTypes

/// DNS over UDP: a message in each datagram (RFC 1035 section 4.2.1).
final class DNSDatagramParser: DatagramParsing {
    private var count: UInt64 = 0

    init(_ configuration: AppLayerConfiguration) {}

    func take(_ datagram: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) {
        guard datagram.count > 0 else { return }
        guard let message = DNSMessage([UInt8](copying: datagram)) else { return output.note(.dnsMalformed) }
        if message.isMalformed { output.note(.dnsMalformed) }
        output.report(.dns, direction, number: count, message.fields(number: count))
        count += 1
    }

    func finish(_ output: ParserOutput) {}
}
