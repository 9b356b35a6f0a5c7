import Incidents
import NetTypes

/// Holds the actions of a logbook against the events of a sensor, line by line and in bounded memory.
public struct ActionMatcher {
    /// The most incidents that are kept.
    static let mostIncidents = 4096

    private var traces: [ActionTrace]
    private var incidents: [String: SeenIncident] = [:]
    private var order: [String] = []
    private var unexplained = UnexplainedAlerts()
    private var account = LogbookMatch.Account()

    /// A matcher for the entries of a logbook that count; alerts are waited for until `within` after the end of an
    /// action.
    public init(_ logbook: LogbookChain, within: Duration) {
        traces = logbook.current.map { ActionTrace($0, within: within.nanoseconds) }
    }

    /// Reads an event log to its end, or until it is to stop. Lines that are no events are counted.
    public mutating func read(_ path: String, isStopped: () -> Bool = { false }) throws(LogbookError) {
        var lines = try EventLines(path)
        defer { lines.close() }
        while !isStopped(), let line = try lines.next() {
            switch line {
            case .tooLong:
                account.lines += 1
                account.tooLong += 1
            case .text(""): continue
            case .text(let text): take(text)
            }
        }
    }

    /// Takes one line.
    mutating func take(_ line: String) {
        account.lines += 1
        guard let event = LoggedEvent(line: line) else {
            account.bad += 1
            return
        }
        account.events += 1
        if let time = event.timestamp {
            account.first = min(account.first ?? time, time)
            account.last = max(account.last ?? time, time)
        }
        switch event.type {
        case "alert": takeAlert(SeenAlert(event))
        case "suppressed":
            let alert = SeenAlert(event)
            for place in traces.indices { _ = traces[place].take(alert, isSuppressed: true) }
        case "flow":
            guard let flow = SeenFlow(event) else { return }
            account.flows += 1
            for place in traces.indices { traces[place].take(flow) }
        case "incident": takeIncident(event)
        default: return
        }
    }

    private mutating func takeAlert(_ alert: SeenAlert) {
        account.alerts += 1
        var isExplained = false
        for place in traces.indices {
            isExplained = traces[place].take(alert, isSuppressed: false) || isExplained
        }
        if !isExplained { unexplained.add(alert) }
    }

    /// The last event of an incident is the one that counts.
    private mutating func takeIncident(_ event: LoggedEvent) {
        guard let incident = SeenIncident(event) else { return }
        if incidents[incident.id] == nil {
            guard order.count < Self.mostIncidents else {
                account.moreIncidents += 1
                return
            }
            order.append(incident.id)
        }
        incidents[incident.id] = incident
    }

    /// What was found.
    public var result: LogbookMatch {
        var match = LogbookMatch()
        let incidents = order.compactMap { self.incidents[$0] }
        match.actions = traces.map { $0.finished(incidents) }
        match.unexplained = unexplained
        match.account = account
        return match
    }
}
