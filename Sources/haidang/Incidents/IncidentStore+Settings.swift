import Incidents
import NetTypes

extension IncidentStore {
    /// The store that the settings name, made when it is missing and `creates` is true. `isDrill` is the kind that it has to
    /// be; nil for either.
    static func open(
        _ settings: Settings, isDrill: Bool? = false, creates: Bool = true
    ) throws(CommandError) -> IncidentStore {
        guard !settings.incidents.store.isEmpty else { throw .usage("\(IncidentText.noStore)") }
        do throws(StoreError) {
            return try IncidentStore(
                path: settings.incidents.store, configuration: settings.incidents.correlation,
                isDrill: isDrill, creates: creates)
        } catch {
            throw .store(error)
        }
    }

    /// The one incident that a text names: its identifier, or the beginning or the end of one.
    func incident(named text: String) throws(StoreError) -> IncidentID? {
        if let id = IncidentID(text) { return try incident(id).id }
        let found = try identifiers(beginningWith: text, limit: 2)
        return found.count == 1 ? found[0] : nil
    }

    /// Enters into the journal what somebody at the keyboard did with an incident.
    func enter(
        _ action: JournalEntry.Action, _ id: IncidentID, detail: String, note: String = ""
    ) throws(CommandError) {
        let hand = Hand(person: Person.current, now: .now, note: note)
        do throws(StoreError) {
            try log(action, id, detail: detail, by: hand)
        } catch {
            throw .store(error)
        }
    }
}
