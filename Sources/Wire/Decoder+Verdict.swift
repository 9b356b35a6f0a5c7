extension Decoder {
    /// An `Outcome` whose packet or anomalies lie elsewhere.
    public enum Verdict: Equatable, Sendable {
        /// A packet, or a piece of one.
        case packet
        /// No IP packet, and nothing wrong.
        case notIP
        /// No IP packet could be reached.
        case undecoded
    }
}
