import NetTypes

/// Something that the attacking team did, as it or the organiser says.
public struct LogbookAction: Equatable, Sendable {
    /// When it was done, or begun.
    public var start: Timestamp
    /// When it ended; nil where it took no time worth saying. Not before `start`.
    public var end: Timestamp?
    /// What was done, in a line.
    public var title: String
    /// Its ATT&CK technique.
    public var technique: AttackTechnique?
    /// The addresses or networks that it was done from, at least one, as they were written.
    public var sources: [String]
    /// The addresses or networks that it was done to, at least one, as they were written.
    public var targets: [String]
    /// The port of the targets; nil for any.
    public var port: UInt16?
    /// How it ended, as it is claimed.
    public var result = ClaimedResult.unknown
    /// What shows it.
    public var evidence: [LogbookEvidence] = []
    /// The team; empty where it is not said.
    public var team = ""
    /// What else there is to say.
    public var note = ""

    /// An action from what it cannot be without.
    public init(start: Timestamp, title: String, sources: [String], targets: [String]) {
        self.start = start
        self.title = title
        self.sources = sources
        self.targets = targets
    }

    /// The most bytes of a text: 4 KiB.
    public static let longestText = 4096
    /// The most addresses of a side, and pieces of evidence.
    public static let mostParts = 64

    /// What is wrong with it; nil for an action that can be entered.
    public var problem: ActionProblem? {
        if title.allSatisfy(\.isWhitespace) { return .noTitle }
        if sources.isEmpty { return .noSource }
        if targets.isEmpty { return .noTarget }
        if let end, end < start { return .endsBeforeStart }
        if max(sources.count, targets.count, evidence.count) > Self.mostParts {
            return .tooMany(limit: Self.mostParts)
        }
        if let bad = (sources + targets).first(where: { IPNetwork($0) == nil }) { return .badAddress(bad) }
        let words = evidence.map { if case .text(let text) = $0 { text } else { "" } }
        if ([title, team, note] + words).contains(where: { $0.utf8.count > Self.longestText }) {
            return .textTooLong(limit: Self.longestText)
        }
        return nil
    }
}
