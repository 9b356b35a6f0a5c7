import GRDB
import NetTypes

/// Detections that go into the store in one transaction: each into the incident it belongs to, or a new one.
///
/// Everything here is decided from capture time and from what the store holds, so that a replay gives the same incidents.
/// What changes is gathered in memory and written when something else has to read it, or at the end: a flood of one rule
/// costs little more than its thin rows.
struct IncidentBatch {
    private let database: Database
    private let configuration: CorrelationConfiguration
    private let now: Timestamp

    /// The incidents of this batch, as they are now.
    private var incidents: [Int64: Incident] = [:]
    /// Those of them that are not written yet.
    private var unwritten: Set<Int64> = []
    private var subjects: [String: Subject] = [:]
    private var unwrittenSubjects: Set<String> = []
    /// What became of incidents, in the order of the first change.
    private var changes: [Int64: IncidentEvent.Change] = [:]
    private var order: [Int64] = []
    /// Counts before the batch, by which it is told when an incident has grown much.
    private var countsBefore: [Int64: UInt64] = [:]
    /// Detections that the store had already.
    private(set) var repeats = 0
    /// Those that are new, in their order, each with its incident.
    private(set) var recorded: [(report: ReportedDetection, incident: Int64)] = []

    /// A batch within a transaction.
    init(_ database: Database, _ configuration: CorrelationConfiguration, now: Timestamp) {
        self.database = database
        self.configuration = configuration
        self.now = now
    }

    /// Takes one detection.
    mutating func record(_ report: ReportedDetection) throws {
        let known = try database.cachedStatement(sql: "SELECT 1 FROM detection WHERE number = ?")
        if try Row.fetchOne(known, arguments: [report.detection.number]) != nil {
            repeats += 1
            return
        }
        let number = try place(report)
        guard var incident = incidents[number] else { return }
        try DetectionRow.insert(report.detection, of: number, database)
        if incident.detectionsKept < UInt64(clamping: configuration.detectionsKept) {
            try DetectionRow.insertDetail(report.detection, database)
            incident.detectionsKept += 1
        }
        let (status, severity) = (incident.status, incident.severity)
        incident.add(report, rulesKept: configuration.rulesKept)
        incidents[number] = incident
        unwritten.insert(number)
        recorded.append((report, number))
        if incident.status != status {
            try note(.reopened, number, detail: status.rawValue)
        } else if incident.severity < severity, changes[number] != .opened {
            try note(.escalated, number, detail: "\(severity) → \(incident.severity)")
        } else {
            mark(.extended, number)
        }
    }

    /// The number of the incident that a detection belongs to.
    private mutating func place(_ report: ReportedDetection) throws -> Int64 {
        let (key, time, window) = (
            report.key, report.detection.timestamp, configuration.windowNanoseconds
        )
        if let subject = subjects[key], !subject.holds(time, window: window) {
            try saveSubject(key, subject)
            subjects[key] = nil
        }
        var subject =
            try subjects[key] ?? Subject.find(key, at: time, window: window, database)
            ?? Subject(incident: try joined(report) ?? opened(report), firstAt: time, lastAt: time)
        try load(subject.incident)
        subject.extend(to: time)
        subjects[key] = subject
        unwrittenSubjects.insert(key)
        return subject.incident
    }

    /// An incident of the same attack on the same host, of which this is a further step.
    private mutating func joined(_ report: ReportedDetection) throws -> Int64? {
        guard report.stage > .none else { return nil }
        try write()
        let time = report.detection.timestamp
        let rows = try Row.fetchCursor(
            database,
            sql: IncidentRow.select + """
                 WHERE incident.victim = ? AND incident.merged_into IS NULL
                AND incident.status <> 'false_positive' AND incident.stage > 0
                AND incident.first_at <= ? AND incident.last_at >= ?
                ORDER BY incident.last_at DESC, incident.number LIMIT 16
                """,
            arguments: [
                report.roles.victim.description, time.nanoseconds,
                time.advanced(by: -configuration.chainNanoseconds).nanoseconds,
            ])
        while let row = try rows.next() {
            let incident = try IncidentRow.incident(row)
            if continues(incident, report) { return row["number"] }
        }
        return nil
    }

    /// Whether a detection carries on an attack: by the same attacker within the window, whatever the step; by another
    /// address when it is a later step than all before, and those got in.
    private func continues(_ incident: Incident, _ report: ReportedDetection) -> Bool {
        let time = report.detection.timestamp
        if let attacker = report.roles.attacker, attacker == incident.attacker,
            time <= incident.lastAt.advanced(by: configuration.windowNanoseconds)
        {
            return true
        }
        return incident.stage >= .delivery && report.stage > incident.stage
    }

    private mutating func opened(_ report: ReportedDetection) throws -> Int64 {
        let time = report.detection.timestamp
        var id = IncidentID(key: report.key, firstAt: time, window: configuration.windowNanoseconds)
        // Another incident may have the name: one of other traffic of that hour, or by an accident of forty bits.
        var turn = 1
        while try Row.fetchOne(
            database, sql: "SELECT 1 FROM incident WHERE id = ?", arguments: [id.description]) != nil
        {
            turn += 1
            id = IncidentID(
                key: report.key + "#\(turn)", firstAt: time, window: configuration.windowNanoseconds)
        }
        let incident = Incident(opening: id, with: report, detectedAt: now)
        let number = try IncidentRow.insert(incident, database)
        incidents[number] = incident
        try note(.opened, number, detail: report.detection.rule)
        return number
    }

    private mutating func load(_ number: Int64) throws {
        guard incidents[number] == nil else { return }
        let row = try Row.fetchOne(
            database, sql: IncidentRow.select + " WHERE incident.number = ?", arguments: [number])
        guard let row else { throw StoreError.damaged(reason: "incident \(number)") }
        let incident = try IncidentRow.incident(row)
        incidents[number] = incident
        countsBefore[number] = incident.detections
    }

    private mutating func mark(_ kind: IncidentEvent.Change, _ number: Int64) {
        if let before = changes[number] {
            changes[number] = max(before, kind)
        } else {
            changes[number] = kind
            order.append(number)
        }
    }

    private mutating func note(_ kind: IncidentEvent.Change, _ number: Int64, detail: String) throws {
        mark(kind, number)
        let action: JournalEntry.Action =
            switch kind {
            case .opened: .opened
            case .reopened: .reopened
            default: .escalated
            }
        try JournalRow.append(
            JournalEntry(
                number: 0, timestamp: now, person: JournalEntry.program, incident: nil, action: action,
                detail: detail, note: ""), incident: number, database)
    }

    private mutating func saveSubject(_ key: String, _ subject: Subject) throws {
        if unwrittenSubjects.remove(key) != nil { try subject.save(key, database) }
    }

    /// Writes what is only in memory so far.
    mutating func write() throws {
        for number in unwritten.sorted() {
            if let incident = incidents[number] { try IncidentRow.update(incident, number: number, database) }
        }
        unwritten = []
        for key in unwrittenSubjects.sorted() { try subjects[key]?.save(key, database) }
        unwrittenSubjects = []
    }

    /// What became of incidents, in the order of the first change of each. That one merely grew is told when its count has
    /// passed a power of two, so that a flood gives few events.
    var told: [IncidentChange] {
        order.compactMap { number in
            guard let kind = changes[number], let incident = incidents[number] else { return nil }
            let before = countsBefore[number] ?? 0
            let grew = incident.detections.leadingZeroBitCount < before.leadingZeroBitCount
            return kind > .extended || grew ? IncidentChange(kind: kind, incident: incident) : nil
        }
    }
}
