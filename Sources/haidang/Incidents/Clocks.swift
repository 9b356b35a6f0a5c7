import Incidents
import NetTypes

/// The legal clocks of incidents, by the profiles that this machine has.
struct Clocks {
    /// The profiles; empty where no folder of forms is there.
    let profiles: [FormProfile]

    /// The clocks by the settings. Without a folder of forms there are none, unless the settings name one.
    init(_ settings: Settings) throws(CommandError) {
        guard settings.forms.isEmpty, !FormFolder.isThere else {
            profiles = try FormFolder.open(settings).profiles()
            return
        }
        profiles = []
    }

    /// The deadlines of an incident at a moment; those that do not run are left out.
    func deadlines(
        of incident: Incident, _ journal: [JournalEntry] = [], now: Timestamp
    ) -> [Deadline] {
        ClockTable(profiles: profiles, incident: incident, journal: journal, now: now).deadlines
            .filter { $0.state != .notTriggered }
    }

    /// The names of all clocks, each with its profile in front.
    var names: [String] {
        profiles.flatMap { profile in
            profile.clocks.map { Deadline.detail(profile: profile.id, clock: $0.id) }
        }
    }
}

extension IncidentEvent.Deadline {
    /// A deadline as the event log has it; nil for one without a time.
    init?(_ deadline: Deadline) {
        guard let due = deadline.due else { return nil }
        self.init(
            profile: deadline.profile, clock: deadline.clock.id, due: due, state: deadline.state.rawValue)
    }
}
