import Foundation
import Incidents

/// What a team says of an incident in a drill, as the journal of the store keeps it.
public struct TeamAnswer: Codable, Equatable, Sendable {
    /// What it is.
    public var category: String?
    /// The identifier of the unit that suffers it.
    public var unit: String?
    /// ATT&CK techniques.
    public var techniques: [String]?
    /// Number of the frame that carried the first bytes of the match.
    public var firstPacket: UInt64?
    /// The hosts that are affected.
    public var hosts: [String]?

    /// An answer that says nothing.
    public init() {}

    private enum CodingKeys: String, CodingKey {
        case category, unit, techniques, hosts
        case firstPacket = "first_packet"
    }

    /// True where it says nothing.
    public var isEmpty: Bool { self == TeamAnswer() }

    /// An answer from the detail of its entry in the journal; nil for any other text.
    public init?(detail: String) {
        guard let answer = try? JSONDecoder().decode(TeamAnswer.self, from: Data(detail.utf8)) else {
            return nil
        }
        self = answer
    }

    /// The detail of its entry in the journal.
    public var detail: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
