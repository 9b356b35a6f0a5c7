import NetTypes

/// To be written.
final class TFTPParser: DatagramParsing {
    init(_ configuration: AppLayerConfiguration, transfer: TFTPTransfer? = nil) {}
    func take(_ datagram: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) {}
    func finish(_ output: ParserOutput) {}
}
