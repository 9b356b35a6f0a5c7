import NetTypes

/// To be written.
final class NFSStreamParser: StreamParsing {
    init(_ configuration: AppLayerConfiguration) {}
    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int { bytes.count }
    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {}
    func finish(isClosed: Bool, _ output: ParserOutput) {}
}
