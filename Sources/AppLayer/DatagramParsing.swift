import NetTypes

/// What the parsers of protocols over UDP have in common; as `StreamParsing`, with whole datagrams.
protocol DatagramParsing: AnyObject {
    /// Takes one datagram.
    func take(_ datagram: Span<UInt8>, _ direction: Direction, _ output: ParserOutput)

    /// The flow has ended; whatever is open ends here.
    func finish(_ output: ParserOutput)
}
