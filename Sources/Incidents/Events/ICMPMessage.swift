import NetTypes

/// What the two ends of an ICMP flow say about its messages.
///
/// Where other flows have ports, an ICMP flow has what Community ID puts there: the sender's end holds the
/// type; the other end holds the type of the answer when the message is a question or an answer, and the code
/// otherwise.
struct ICMPMessage: Equatable {
    /// The type of the message that the sender sends.
    let type: UInt16
    /// Its code; nil for a question or an answer, whose flow does not say it.
    let code: UInt16?
    /// The type the other side sends; nil for a message that has no answer.
    let answer: UInt16?

    /// The message of one direction of a flow; nil when the flow is not ICMP.
    init?(_ sender: Endpoint, _ receiver: Endpoint, _ transport: TransportProtocol) {
        switch transport {
        case .icmp: answer = Self.answers[sender.port]
        case .icmpv6: answer = Self.answersV6[sender.port]
        default: return nil
        }
        type = sender.port
        code = answer == nil ? receiver.port : nil
    }

    /// Questions and answers of ICMP, by type (RFC 792, RFC 950, RFC 1256), as Community ID version 1 pairs
    /// them.
    private static let answers = paired([(8, 0), (13, 14), (15, 16), (17, 18), (10, 9)])
    /// Those of ICMPv6 (RFC 4443, RFC 2710, RFC 4861, RFC 4620, RFC 6275).
    private static let answersV6 = paired([
        (128, 129), (133, 134), (135, 136), (130, 131), (139, 140), (144, 145),
    ])

    private static func paired(_ pairs: [(UInt16, UInt16)]) -> [UInt16: UInt16] {
        Dictionary(uniqueKeysWithValues: pairs + pairs.map { ($0.1, $0.0) })
    }
}
