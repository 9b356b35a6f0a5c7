/// What became of a batch of events.
struct SinkDelivery: Sendable {
    /// How many of them, from the first on, need not be tried again: the receiver has them, or refused them.
    var handled = 0
    /// Those among them that the receiver refused.
    var refused = 0
    /// Those among them that were sent shortened.
    var shortened = 0
    /// The first refusal: the event and what the receiver said; nil where there was none.
    var refusal: (event: String, reason: String)?
    /// Why the rest was not handled; nil where there is no rest.
    var failure: SinkFailure?
}
