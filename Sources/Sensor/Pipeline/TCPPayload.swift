import NetTypes

/// A segment of TCP, as a capture thread sees it.
struct TCPPayload {
    /// The flow, the same for both directions.
    let flow: FlowKey
    /// One direction of it.
    let stream: FlowKey
    /// Where its payload lies in the frame, as far as that was captured.
    let payload: Range<Int>
    /// True when it begins a stream.
    let opens: Bool
    /// True when all of the payload may be left out: it neither opens nor ends anything.
    let maySkip: Bool
}
