import Foundation
import NetTypes

/// What a run says of itself, in the file `run.json` of its folder: with the event log, the store and the drill, all that a
/// judge needs. It names the drill, so it is for the director and not for the team.
public struct RunRecord: Codable, Equatable, Sendable {
    /// The form of this record.
    public var version = 1
    /// Version of the program that played it.
    public var program: String
    /// The file of the drill.
    public var drill: String
    /// Hexadecimal SHA-256 of that file when it was played.
    public var drillSHA256: String
    /// The store that its incidents are in.
    public var store: String
    /// Hexadecimal SHA-256 of the event log, once nothing more is written to it; empty before that.
    public var eventsSHA256 = ""
    /// Hexadecimal SHA-256 of the traffic.
    public var trafficSHA256: String
    /// Its frames.
    public var frames: UInt64
    /// The capture time at which it begins, in nanoseconds since 1970.
    public var start: Int64
    /// Nanoseconds from there to the last frame.
    public var length: Int64
    /// The interface that it was sent to, in place of being inspected; nil for none.
    public var interface: String?
    /// Workers that inspected it.
    public var workers: Int
    /// The rules that they had, by namespace and name, each with its category, empty where it has none.
    public var rules: [String: String]
    /// Hexadecimal SHA-256 of the rule set; empty without rules.
    public var ruleSetSHA256: String
    /// When what was played.
    public var clock: RunClock
    /// Nanoseconds of the drill that have been played.
    public var played: Int64
    /// Where it stands.
    public var state: State
    /// What was not inspected, in words of the summary of a scan; empty where all was.
    public var incomplete: [String]

    /// Where a run can stand.
    public enum State: String, Codable, Sendable {
        /// It is played.
        case running
        /// All of it was.
        case finished
        /// Somebody ended it.
        case stopped
    }

    /// A record from its parts.
    public init(
        program: String, drill: String, drillSHA256: String, store: String, traffic: StagedTraffic,
        workers: Int, rules: [String: String], ruleSetSHA256: String
    ) {
        self.program = program
        self.drill = drill
        self.drillSHA256 = drillSHA256
        self.store = store
        trafficSHA256 = traffic.sha256
        frames = traffic.frames
        start = traffic.start.nanoseconds
        length = traffic.length.nanoseconds
        self.workers = workers
        self.rules = rules
        self.ruleSetSHA256 = ruleSetSHA256
        clock = RunClock()
        played = 0
        state = .running
        incomplete = []
    }

    /// A record from the text of its file; nil for anything else.
    public init?(json: Data) {
        guard let record = try? JSONDecoder().decode(RunRecord.self, from: json), record.version == 1 else {
            return nil
        }
        self = record
    }

    /// The text of its file.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
    }
}
