import Incidents

extension TeamRecord {
    /// Who did something, by name. What the program itself entered is nobody's.
    public var people: [Participant] {
        var people: [String: Participant] = [:]
        for entry in entries.values {
            var seen: Set<String> = []
            for line in entry.journal where line.person != JournalEntry.program {
                var person =
                    people[line.person]
                    ?? Participant(name: line.person, actions: 0, answers: 0, incidents: 0)
                person.actions += 1
                if line.action == .answered { person.answers += 1 }
                if seen.insert(line.person).inserted { person.incidents += 1 }
                people[line.person] = person
            }
        }
        return people.values.sorted { $0.name < $1.name }
    }

    /// Where the work on each incident stands.
    public var statuses: [IncidentID: IncidentStatus] { entries.mapValues(\.incident.status) }
}
