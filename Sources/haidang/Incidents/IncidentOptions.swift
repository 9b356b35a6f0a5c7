import ArgumentParser
import Incidents
import NetTypes

/// Options of every command about incidents.
struct IncidentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("\(PolicyHelp.store)", valueName: "FILE"), completion: .file())
    var store: String?

    /// The store, which must be there. That of a drill is taken too, and whoever works with it is told that it is one.
    func open(_ settings: Settings, _ terminal: Terminal) throws(CommandError) -> IncidentStore {
        var settings = settings
        if let store { settings.incidents.store = store }
        let opened = try IncidentStore.open(settings, isDrill: nil, creates: false)
        if opened.isDrill { terminal.messages.banner(DrillText.banner) }
        return opened
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
