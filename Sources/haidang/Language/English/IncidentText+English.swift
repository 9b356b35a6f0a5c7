import Incidents
import NetTypes

extension IncidentText {
    var english: String {
        switch self {
        case .status(let status): status.english
        case .action(let action): action.english
        case .error(let error): error.english
        case .listed(let shown, let all): "Incidents: \(Number.grouped(shown)) of \(Number.grouped(all))."
        case .moreDetections(let count): "… and \(Number.grouped(count)) more detections."
        case .withheld(let digest):
            digest.map { "payload is kept back by the policy of the unit; sha256 \($0)" }
                ?? "payload is kept back by the policy of the unit"
        case .done(let id, let status): "\(id): \(status.english)."
        case .assigned(let id, let person):
            person.isEmpty ? "\(id): nobody has it now." : "\(id): \(Escaping.shown(person)) has it."
        case .noted(let id): "\(id): noted."
        case .merged(let id, let other): "\(id) was merged into \(other)."
        case .sent(let id, let clock): "\(id): sent, by \(clock)."
        case .clock(let state, let due, let isDecided):
            "\(state.english)\(due.isEmpty ? "" : ", due \(due)")"
                + (isDecided ? "" : " (if it has to be reported)")
        case .noClock(let text, let nearest):
            "There is no clock \(Escaping.shown(text))" + (nearest.map { "; did you mean \($0)?" } ?? ".")
        case .noStore: "There is no store of incidents: use --store FILE, or the key incidents.store."
        case .sinksNeedStore:
            "Receivers of events need a store of incidents: use --store FILE, or the key incidents.store."
        case .noSuchIncident(let text): "No incident, or more than one, is called \(Escaping.shown(text))."
        case .noteTooLong(let bytes): "The note is longer than \(Number.grouped(bytes)) bytes."
        case .badDay(let text): "\(Escaping.shown(text)) is no day; write it as 2026-11-28."
        case .account(let opened, let escalated, let repeats):
            "Incidents: \(Number.grouped(opened)) new, \(Number.grouped(escalated)) graver or opened again"
                + (repeats > 0 ? "; \(Number.grouped(repeats)) detections were known before" : "")
        case .unsaved(let count): "\(Number.grouped(count)) alerts did not get into the store of incidents"
        case .failing(let error): "Incidents cannot be written yet, trying again: \(error.english)"
        case .removed(let count):
            "Details of \(Number.grouped(count)) detections were past their time and are removed."
        default: englishHeading
        }
    }

    private var englishHeading: String {
        switch self {
        case .severity: "Severity"
        case .category: "Category"
        case .stage: "Stage"
        case .techniques: "ATT&CK"
        case .unit: "Unit"
        case .contact: "Contact"
        case .victim: "Victim"
        case .attacker: "Attacker"
        case .firstSeen: "First (UTC)"
        case .lastSeen: "Last (UTC)"
        case .detectedAt: "Detected (UTC)"
        case .assignee: "Assignee"
        case .nobody: "nobody yet"
        case .mergedInto: "Merged into"
        case .rules: "Rules"
        case .detections: "Detections"
        case .clocks: "Deadlines (UTC+7)"
        case .journal: "Journal"
        default: ""
        }
    }
}

extension IncidentStatus {
    fileprivate var english: String {
        switch self {
        case .new: "new"
        case .acknowledged: "acknowledged"
        case .inProgress: "in progress"
        case .resolved: "resolved"
        case .closed: "closed"
        case .falsePositive: "false positive"
        }
    }
}

extension ClockState {
    fileprivate var english: String {
        switch self {
        case .remaining: "in time"
        case .dueSoon: "due soon"
        case .overdue: "OVERDUE"
        case .sent: "sent"
        case .notTriggered: "not running"
        }
    }
}

extension JournalEntry.Action {
    fileprivate var english: String {
        switch self {
        case .opened: "opened"
        case .reopened: "opened again"
        case .escalated: "graver"
        case .status: "status"
        case .assigned: "assigned"
        case .noted: "noted"
        case .merged: "merged"
        case .viewed: "viewed"
        case .reported: "reported"
        case .sent: "sent"
        case .exported: "evidence exported"
        case .answered: "answered"
        case .removed: "old data removed"
        }
    }
}

extension StoreError {
    fileprivate var english: String {
        switch self {
        case .cannotOpen(let path, let reason):
            "The store of incidents \(Escaping.shown(path)) cannot be opened"
                + (reason.isEmpty ? "." : ": \(SystemReason.translated(reason)).")
        case .newerVersion(let path):
            "\(Escaping.shown(path)) was written by a later version of this program; update the program."
        case .locked: "Another process holds the store of incidents."
        case .full: "There is no room on the disk for the store of incidents."
        case .damaged(let reason): "The store of incidents is damaged: \(Escaping.shown(reason))."
        case .failed(let reason): "The store of incidents says: \(Escaping.shown(reason))."
        case .unknownIncident(let id): "There is no incident \(id)."
        case .notAllowed(let from, let to): "It cannot go from “\(from.english)” to “\(to.english)”."
        case .merged(let into): "It was merged into \(into); work on that one."
        case .intoItself: "An incident cannot be merged into itself."
        case .wrongKind(let isDrill):
            isDrill
                ? "This is a store of drills, not of real incidents."
                : "This is a store of real incidents, not of drills."
        }
    }
}
