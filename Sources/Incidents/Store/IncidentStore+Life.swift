import GRDB
import NetTypes

extension IncidentStore {
    /// Who does something, when, and what he says to it.
    public struct Hand: Equatable, Sendable {
        /// A name of the system.
        public var person: String
        /// The time by the clock.
        public var now: Timestamp
        /// His words; empty without any.
        public var note: String

        /// A hand from its parts.
        public init(person: String, now: Timestamp, note: String = "") {
            self.person = person
            self.now = now
            self.note = note
        }
    }

    /// Takes an incident further. Who acknowledges one that nobody has, has it. `line` makes the event, for sinks.
    public func change(
        _ id: IncidentID, to status: IncidentStatus, by hand: Hand, line: (IncidentChange) -> String
    ) throws(StoreError) -> Incident {
        try edit(id, .status, detail: status.rawValue, by: hand, change: .status, line) { incident in
            guard incident.status.mayBecome(status) else {
                throw StoreError.notAllowed(from: incident.status, to: status)
            }
            incident.status = status
            incident.acknowledgedAt = incident.acknowledgedAt ?? hand.now
            if incident.assignee.isEmpty, status == .acknowledged || status == .inProgress {
                incident.assignee = hand.person
            }
            if !status.isOpen { incident.resolvedAt = incident.resolvedAt ?? hand.now }
            incident.closedAt = status == .closed ? hand.now : nil
        }
    }

    /// Gives an incident to somebody; an empty name takes it from whoever has it.
    public func assign(
        _ id: IncidentID, to person: String, by hand: Hand, line: (IncidentChange) -> String
    ) throws(StoreError) -> Incident {
        try edit(id, .assigned, detail: person, by: hand, change: .status, line) { $0.assignee = person }
    }

    /// Adds a line to the journal of an incident: a note, or that something was viewed, reported, sent or exported.
    @discardableResult
    public func log(
        _ action: JournalEntry.Action, _ id: IncidentID, detail: String = "", by hand: Hand
    ) throws(StoreError) -> Incident {
        try edit(id, action, detail: detail, by: hand, change: nil, { _ in "" }) { _ in }
    }

    private func edit(
        _ id: IncidentID, _ action: JournalEntry.Action, detail: String, by hand: Hand,
        change: IncidentEvent.Change?, _ line: (IncidentChange) -> String,
        _ body: (inout Incident) throws -> Void
    ) throws(StoreError) -> Incident {
        try attempt {
            try database.write { database in
                var (number, incident) = try Self.found(id, database)
                if change != nil, let other = incident.mergedInto { throw StoreError.merged(into: other) }
                try body(&incident)
                try Self.note(action, detail, number, by: hand, database)
                if let change {
                    try IncidentRow.update(incident, number: number, database)
                    try OutgoingRow.append([IncidentChange(kind: change, incident: incident)], line, database)
                }
                return incident
            }
        }
    }

    static func note(
        _ action: JournalEntry.Action, _ detail: String, _ number: Int64, by hand: Hand, _ database: Database
    ) throws {
        try JournalRow.append(
            JournalEntry(
                number: 0, timestamp: hand.now, person: hand.person, incident: nil, action: action,
                detail: detail, note: hand.note), incident: number, database)
    }

    /// Merges an incident into another, which then has the detections of both, and those that come later. The first is
    /// closed, and says where it went. Returns the other.
    public func merge(
        _ id: IncidentID, into other: IncidentID, by hand: Hand, line: (IncidentChange) -> String
    ) throws(StoreError) -> Incident {
        try attempt {
            try database.write { database in
                let (from, old) = try Self.found(id, database)
                var (to, whole) = try Self.found(other, database)
                if from == to { throw StoreError.intoItself }
                for incident in [old, whole] {
                    if let into = incident.mergedInto { throw StoreError.merged(into: into) }
                }
                whole.absorb(old, rulesKept: configuration.rulesKept)
                try IncidentRow.update(whole, number: to, database)
                var gone = old
                (gone.status, gone.closedAt) = (.closed, hand.now)
                (gone.detections, gone.detectionsKept) = (0, 0)
                try IncidentRow.update(gone, number: from, database)
                try database.execute(
                    sql: """
                        UPDATE incident SET merged_into = \(to) WHERE number = \(from);
                        UPDATE detection SET incident = \(to) WHERE incident = \(from);
                        UPDATE subject SET incident = \(to) WHERE incident = \(from);
                        """)
                try Self.note(.merged, "→ \(other)", from, by: hand, database)
                try Self.note(.merged, "← \(id)", to, by: hand, database)
                gone.mergedInto = other
                let changes = [gone, whole].map { IncidentChange(kind: .merged, incident: $0) }
                try OutgoingRow.append(changes, line, database)
                return whole
            }
        }
    }

    /// Removes what is older than so many days of what was kept one by one of incidents that are over; the incidents, their
    /// counts and the journal stay. Returns how many detections lost their details. Days from 1.
    public func removeDetails(olderThan days: Int, now: Timestamp) throws(StoreError) -> Int {
        let limit = now.advanced(by: -Int64(clamping: max(days, 1)) &* 86_400_000_000_000)
        return try attempt {
            try database.write { database in
                try database.execute(
                    sql: """
                        DELETE FROM detail WHERE number IN (
                            SELECT detection.number FROM detection
                            JOIN incident ON incident.number = detection.incident
                            WHERE timestamp < ? AND incident.last_at < ?
                            AND incident.status IN ('resolved', 'closed', 'false_positive'))
                        """, arguments: [limit.nanoseconds, limit.nanoseconds])
                let removed = database.changesCount
                if removed > 0 {
                    try JournalRow.append(
                        JournalEntry(
                            number: 0, timestamp: now, person: JournalEntry.program, incident: nil,
                            action: .removed, detail: "\(removed)", note: ""), incident: nil, database)
                }
                return removed
            }
        }
    }
}
