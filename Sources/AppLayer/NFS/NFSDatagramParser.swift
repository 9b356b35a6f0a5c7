import NetTypes

/// To be written.
final class NFSDatagramParser: DatagramParsing {
    init(_ configuration: AppLayerConfiguration) {}
    func take(_ datagram: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) {}
    func finish(_ output: ParserOutput) {}
}
