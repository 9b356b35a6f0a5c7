import Incidents
import NetTypes

/// What is said of incidents.
enum IncidentText: Text {
    /// Where the work stands.
    case status(IncidentStatus)
    /// What was done, in the journal.
    case action(JournalEntry.Action)
    /// Headings of the page of an incident.
    case severity, category, stage, techniques, unit, contact, victim, attacker, firstSeen, lastSeen,
        detectedAt
    case assignee, nobody, mergedInto, rules, detections, journal
    /// How many are shown, of all.
    case listed(Int, of: Int)
    /// Detections of which only the number is known.
    case moreDetections(UInt64)
    /// Payload that the policy of a unit keeps back.
    case withheld(sha256: String?)
    /// What was done to one.
    case done(IncidentID, IncidentStatus)
    /// It was given to somebody.
    case assigned(IncidentID, String)
    /// Words were added.
    case noted(IncidentID)
    /// One went into another.
    case merged(IncidentID, into: IncidentID)
    /// What a clock asks for was sent.
    case sent(IncidentID, String)
    /// Where a clock stands, with the time that it ends.
    case clock(ClockState, due: String, isDecided: Bool)
    /// The heading over the clocks.
    case clocks
    /// There is no such clock.
    case noClock(String, nearest: String?)
    /// Wrong usage.
    case noStore, sinksNeedStore, noSuchIncident(String), noteTooLong(Int), badDay(String)
    /// What is wrong with the store.
    case error(StoreError)
    /// What a run did: incidents begun, graver ones, and detections the store had already.
    case account(opened: UInt64, escalated: UInt64, repeats: UInt64)
    /// Alerts that are in no incident.
    case unsaved(UInt64)
    /// The store fails, and the run goes on.
    case failing(StoreError)
    /// Old details were removed.
    case removed(Int)
}
