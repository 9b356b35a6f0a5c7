/// Why a receiver could not be given anything, in English with the words of the system or library: for a status, not
/// for a decision.
struct SinkFailure: Error, Equatable, Sendable {
    /// What went wrong, on one line of at most 300 bytes.
    let reason: String
    /// Seconds that the receiver asks to be left alone; nil when it said nothing.
    let retryAfter: Int?

    /// A failure, whose reason is cut and put on one line.
    init(_ reason: String, retryAfter: Int? = nil) {
        self.reason = reason.onOneLine.shortened(to: 300)
        self.retryAfter = retryAfter
    }
}
