import NetTypes

/// What the parsers of protocols over TCP have in common. Each belongs to one flow and is fed both directions, in
/// order, in chunks of any size: where the cuts are must not change what it says.
///
/// Everything it is given is hostile. It never traps, keeps no more than the configuration's limits, and does work in
/// proportion to the bytes it was given.
protocol StreamParsing: AnyObject {
    /// Takes the next bytes of a direction. Returns how many belong to this protocol: fewer than there are when the
    /// rest of the flow, from there on and in both directions, is another protocol (CONNECT, STARTTLS, an upgrade),
    /// which is then told anew.
    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int

    /// Bytes of a direction will never come.
    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput)

    /// The flow has ended: by its own close, or because the capture did, it timed out or was reset. Whatever is open
    /// ends here.
    func finish(isClosed: Bool, _ output: ParserOutput)
}
