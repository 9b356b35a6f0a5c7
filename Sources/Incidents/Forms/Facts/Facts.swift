import NetTypes

/// What is known for a report, and how each source of a field is answered from it.
struct Facts {
    /// The form that is filled in.
    let form: ReportForm
    /// What it is about.
    let subject: ReportSubject
    /// Who reports.
    let organisation: Organisation
    /// What people say.
    let answers: ReportAnswers
    /// The language of the report.
    let language: ReportLanguage
    /// When it is filled in.
    let now: Timestamp

    /// Lines of a list (evidence, actions, rows of a table) that are printed.
    static let mostRows = 200

    /// A phrase in the language of the report.
    func phrase(_ phrase: ReportPhrase) -> String { phrase.text(language) }

    /// The incident, with its detections and journal; nil for a report about a span of days.
    var incident: (incident: Incident, detections: [IncidentDetection], journal: [JournalEntry])? {
        guard case .incident(let incident, let detections, let journal) = subject else { return nil }
        return (incident, detections, journal)
    }

    /// The affected system: the one that answers name, or the one that the victim's address lies in.
    var system: OrganisationSystem? {
        if let id = answers[ReportAnswers.systemKey] { return organisation.systems.first { $0.id == id } }
        return incident.flatMap { organisation.system(of: $0.incident.victim) }
    }

    /// True where an address may be printed in this form.
    func admits(_ address: IPAddress) -> Bool { form.addresses == .all || !address.isPrivate }

    /// What a source says.
    func value(_ source: FieldSource) -> FieldValue {
        switch source {
        case .organisationName: .line(organisation.name)
        case .organisationAddress: .line(organisation.address)
        case .organisationPhone: .line(organisation.phone)
        case .organisationEmail: .line(organisation.email)
        case .contactName: .line(organisation.contacts.first?.name ?? "")
        case .contactPost: .line(organisation.contacts.first?.post ?? "")
        case .contactPhone: .line(organisation.contacts.first?.phone ?? "")
        case .contactEmail: .line(organisation.contacts.first?.email ?? "")
        case .operatorName: Self.party(system?.operator, organisation.operator)
        case .ownerName: Self.party(system?.owner, organisation.owner)
        case .reportTime: .line(VietnamTime(now).both)
        default: systemValue(source)
        }
    }

    /// Who runs or owns one system, or all of them.
    private static func party(_ own: Organisation.Party?, _ common: Organisation.Party) -> FieldValue {
        let party = own.flatMap { $0.name.isEmpty ? nil : $0 } ?? common
        return .lines([party.name, party.address].filter { !$0.isEmpty })
    }
}
