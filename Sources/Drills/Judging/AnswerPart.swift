/// One part of an answer, beside the truth.
public struct AnswerPart: Equatable, Sendable {
    /// Which part.
    public var name: Name
    /// What is right.
    public var expected: String
    /// What the team said; empty where it said nothing.
    public var given: String
    /// Whether that is right.
    public var isRight: Bool

    /// The parts that there are, in the words of `drill.yml`.
    public enum Name: String, CaseIterable, Sendable {
        /// What it is.
        case category
        /// Who suffers it.
        case unit
        /// How it was done.
        case techniques
        /// Where it begins in the traffic.
        case firstPacket = "first_packet"
        /// Whom it affects.
        case hosts
    }
}
