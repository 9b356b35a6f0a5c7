import ArgumentParser
import Incidents
import NetTypes

/// Options of every command about incidents.
struct IncidentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("\(PolicyHelp.store)", valueName: "FILE"), completion: .file())
    var store: String?

    /// The store, which must be there.
    func open(_ settings: Settings) throws(CommandError) -> IncidentStore {
        var settings = settings
        if let store { settings.incidents.store = store }
        return try IncidentStore.open(settings, creates: false)
    }

    /// The incident that a text names.
    static func find(_ text: String, in store: IncidentStore) throws(CommandError) -> IncidentID {
        do throws(StoreError) {
            if let id = try store.incident(named: text) { return id }
        } catch {
            throw .store(error)
        }
        throw .usage("\(IncidentText.noSuchIncident(text))")
    }
}
