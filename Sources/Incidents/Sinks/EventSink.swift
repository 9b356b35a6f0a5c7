/// One way to give events to a receiver. It lives on the thread of its runner, which may wait as long as the receiver's
/// timeouts let it.
protocol EventSink: AnyObject {
    /// Gives events to the receiver, in order, and says how far that went.
    func deliver(_ events: [OutgoingEvent]) -> SinkDelivery
    /// There is nothing to give. Looks whether the receiver is still there, where that can be seen.
    func rest() throws(SinkFailure)
}

extension EventSink {
    func rest() throws(SinkFailure) {}
}
