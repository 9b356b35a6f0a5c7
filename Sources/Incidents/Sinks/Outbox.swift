/// Where events wait until each sink has sent them: in order, on disk in the field, in memory in tests.
///
/// Every sink has a place of its own in one order of events. An event is confirmed once its receiver has it; what was not
/// confirmed when the program ended comes again. How much may wait is bounded by whoever keeps it: then the oldest give
/// way, and are counted.
public protocol Outbox: Sendable {
    /// The next events that a sink has not confirmed, the oldest first, at most `limit`. Empty when there are none.
    func pending(for sink: String, limit: Int) throws -> [OutgoingEvent]
    /// A sink's receiver has everything up to this place in the order, or its filter does not want it.
    func confirm(through sequence: Int64, for sink: String) throws
}
