import NetTypes

/// The flows between the hosts of an action, from before it until the end of the event logs.
public struct EffectProof: Equatable, Sendable {
    /// Flows, and those of them that were answered.
    public struct Count: Equatable, Sendable {
        /// Flows.
        public var flows: UInt64 = 0
        /// Those in which the server said something, other than to refuse a TCP connection.
        public var answered: UInt64 = 0

        /// None.
        public init() {}
    }

    /// Flows that had ended before the action.
    public internal(set) var before = Count()
    /// Flows of the time of the action and the time that was waited after it.
    public internal(set) var during = Count()
    /// Flows that began later.
    public internal(set) var after = Count()
    /// TCP flows since the action to which nothing came back.
    public internal(set) var silent: UInt64 = 0
    /// TCP flows since the action that were refused by a reset.
    public internal(set) var refused: UInt64 = 0
    /// Bytes that servers sent since the action.
    public internal(set) var bytesToClient: UInt64 = 0
    /// The last moment of an answered flow since the action; nil when none was answered.
    public internal(set) var lastAnswered: Timestamp?

    /// Ends that answered, and attempts that were not answered, are kept up to these numbers. Beyond them a verdict may
    /// be `notBlocked` that could have been `blockedFrom`, never the other way round.
    static let mostEnds = 1024
    static let mostAttempts = 4096

    private var answeredEnds: Set<Endpoint> = []
    private var attempts: [Attempt] = []
    private var tcpAttempts: UInt64 = 0

    private struct Attempt: Equatable, Sendable {
        var start: Timestamp
        var server: Endpoint
    }

    /// No flows.
    public init() {}

    /// Counts a flow. `window` is the time of the action and what is waited after it.
    mutating func take(_ flow: SeenFlow, window: ClosedRange<Timestamp>) {
        if flow.end < window.lowerBound {
            before.flows += 1
            before.answered += flow.isAnswered ? 1 : 0
            return
        }
        if flow.start <= window.upperBound {
            during.flows += 1
            during.answered += flow.isAnswered ? 1 : 0
        } else {
            after.flows += 1
            after.answered += flow.isAnswered ? 1 : 0
        }
        bytesToClient &+= flow.bytesToClient
        tcpAttempts += flow.isTCP ? 1 : 0
        if flow.isAnswered {
            lastAnswered = max(lastAnswered ?? flow.end, flow.end)
            if answeredEnds.count < Self.mostEnds { answeredEnds.insert(flow.server) }
            return
        }
        silent += flow.isTCP && !flow.isRefused ? 1 : 0
        refused += flow.isRefused ? 1 : 0
        keep(Attempt(start: flow.start, server: flow.server))
    }

    /// Attempts before the last answer prove nothing any more, and make room first.
    private mutating func keep(_ attempt: Attempt) {
        if attempts.count >= Self.mostAttempts, let lastAnswered {
            attempts.removeAll { $0.start <= lastAnswered }
        }
        if attempts.count < Self.mostAttempts {
            attempts.append(attempt)
        } else if let latest = attempts.last, attempt.start > latest.start {
            attempts[attempts.count - 1] = attempt
        }
    }

    /// What the flows prove; `alerted` where there were alerts between the hosts.
    func verdict(alerted: Bool) -> EffectVerdict {
        if during.flows == 0 { return alerted ? .unclear : .noTraffic }
        guard let lastAnswered else { return tcpAttempts > 0 ? .blocked : .unclear }
        // Another port that is closed says nothing of the one that was open.
        let later = attempts.filter { $0.start > lastAnswered && answeredEnds.contains($0.server) }
        return later.map(\.start).min().map { .blockedFrom($0) } ?? .notBlocked
    }
}
