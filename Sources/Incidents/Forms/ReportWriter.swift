import NetTypes

/// Fills in a form with what is known, says what is missing, and invents nothing.
public struct ReportWriter: Sendable {
    private let profile: FormProfile
    private let form: ReportForm
    private let organisation: Organisation
    private let answers: ReportAnswers
    private let language: ReportLanguage

    /// A writer of one form of a profile.
    public init(
        profile: FormProfile, form: ReportForm, organisation: Organisation = Organisation(),
        answers: ReportAnswers = ReportAnswers(), language: ReportLanguage = .vietnamese
    ) {
        self.profile = profile
        self.form = form
        self.organisation = organisation
        self.answers = answers
        self.language = language
    }

    /// The form about a subject, filled in at a moment. That of a drill says so above everything, and in its subject.
    public func report(on subject: ReportSubject, isDrill: Bool = false, now: Timestamp) -> Report {
        let facts = Facts(
            form: form, subject: subject, organisation: organisation, answers: answers, language: language,
            now: now)
        var filling = Filling(facts: facts)
        let sections = form.sections.map { section in
            (section: section, fields: section.fields.map { filling.fill($0) })
        }
        let missing = sections.flatMap(\.fields).filter(\.isMissing).map(\.field)
        let warnings = self.warnings(facts) + filling.warnings
        let page = ReportPage(
            profile: profile, facts: facts, isDrill: isDrill, sections: sections, missing: missing,
            warnings: warnings)
        return Report(
            html: page.html, json: page.json, subject: page.subject, missing: missing, warnings: warnings)
    }

    /// What has to be known beside what stands in the fields.
    private func warnings(_ facts: Facts) -> [ReportWarning] {
        var warnings: [ReportWarning] = []
        if let incident = facts.incident?.incident {
            if incident.status == .falsePositive { warnings.append(.isFalsePositive) }
            if let other = incident.mergedInto { warnings.append(.isMerged(into: other)) }
            if incident.isSecret { warnings.append(.secretNetwork) }
            if let id = answers[ReportAnswers.systemKey], facts.system == nil {
                warnings.append(.unknownSystem(id))
            } else if facts.system == nil {
                warnings.append(.noSystem)
            }
        }
        let left = facts.addressesLeftOut
        if left > 0 { warnings.append(.privateAddressesLeftOut(left)) }
        if !profile.unverified.isEmpty { warnings.append(.unverified(profile.unverified.count)) }
        return warnings
    }
}
