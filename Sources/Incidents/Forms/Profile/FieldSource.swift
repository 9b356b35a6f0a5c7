/// Where a field of a form is known from. Profiles name these; what no source knows is answered by people, or missing.
public enum FieldSource: String, CaseIterable, Sendable {
    /// The organisation that reports.
    case organisationName = "organisation.name", organisationAddress = "organisation.address",
        organisationPhone = "organisation.phone", organisationEmail = "organisation.email"
    /// The first of its contact persons.
    case contactName = "contact.name", contactPost = "contact.post", contactPhone = "contact.phone",
        contactEmail = "contact.email"
    /// Who runs the affected system, and who owns it, each with an address where one is known.
    case operatorName = "operator.name", ownerName = "owner.name"
    /// The affected system: the one of the organisation that the victim's address lies in.
    case systemName = "system.name", systemLevel = "system.level", systemDomains = "system.domains",
        systemAddresses = "system.addresses", systemOS = "system.os", systemServices = "system.services",
        systemMeasures = "system.measures", systemPurpose = "system.purpose", systemSecurityProvider =
        "system.security-provider", systemConnectionProvider = "system.connection-provider"
    /// Its name, with domains and addresses.
    case systemIdentity = "system.identity"
    /// What the incident is, how it was seen, and when.
    case incidentSummary = "incident.summary", incidentCategory = "incident.category", incidentTechniques =
        "incident.techniques", incidentEvidence = "incident.evidence", incidentAttacker = "incident.attacker",
        incidentUnit = "incident.unit", incidentID = "incident.id", incidentFirstTime = "incident.first-time",
        incidentDetectedDate = "incident.detected-date", incidentDetectedTime = "incident.detected-time",
        incidentDetected = "incident.detected", incidentClosed = "incident.closed"
    /// Whether it has been dealt with: the boxes `handled` and `not-handled`.
    case incidentState = "incident.state"
    /// How it was detected: the box `ids`, since this program is one.
    case incidentDetectedBy = "incident.detected-by"
    /// Whether it is serious by QĐ 05/2017/QĐ-TTg: the boxes `serious` and `ordinary`.
    case incidentSerious = "incident.serious"
    /// What was done, from the log of who did what.
    case incidentActions = "incident.actions"
    /// Forms that were sent, from the same log.
    case incidentSent = "incident.sent"
    /// The day until which the file has to be kept: five years after the detection.
    case incidentKeepUntil = "incident.keep-until"
    /// When the form is filled in.
    case reportTime = "report.time"
    /// A span of days, and what happened in it.
    case periodSpan = "period.span", periodTargets = "period.targets", periodTechniques = "period.techniques",
        periodAttackers = "period.attackers", periodCoverage = "period.coverage"
}
