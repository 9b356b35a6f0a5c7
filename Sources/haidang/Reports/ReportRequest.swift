import Foundation
import Incidents
import NetTypes

/// A report that somebody asked for: which form, about what, with which answers.
struct ReportRequest {
    /// The form's identifier, also as `PROFILE/FORM`.
    var form: String
    /// The profile; nil where the form's identifier says enough.
    var profile: String?
    /// The incident that it is about; nil for a span of days.
    var incident: IncidentID?
    /// The span of days; nil where none was given.
    var days: (first: Day, last: Day)?
    /// Answers, each `key=value`.
    var answers: [String] = []
    /// A file of answers; nil for none. Those on the command line go before.
    var answersFile: String?

    /// Days that a report may be about at most.
    static let mostDays = 366

    /// The report, filled in at a moment from what a source knows.
    func report(
        from source: () throws(CommandError) -> any IncidentSource, profiles: [FormProfile],
        organisation: Organisation, language: ReportLanguage, now: Timestamp
    ) throws(CommandError) -> Report {
        let (profile, form) = try choose(profiles)
        let answers = try self.answers(profiles)
        let writer = ReportWriter(
            profile: profile, form: form, organisation: organisation, answers: answers, language: language)
        let (subject, isDrill) = try subject(of: form, from: source)
        return writer.report(on: subject, isDrill: isDrill, now: now)
    }

    /// The form and its profile.
    private func choose(_ profiles: [FormProfile]) throws(CommandError) -> (FormProfile, ReportForm) {
        let parts = form.split(separator: "/", maxSplits: 1).map(String.init)
        let wantedProfile = parts.count == 2 ? parts[0] : profile
        let wanted = parts.last ?? ""
        if let wantedProfile, !profiles.contains(where: { $0.id == wantedProfile }) {
            let nearest = EditDistance.nearest(to: wantedProfile, among: profiles.map(\.id))
            throw .usage("\(ReportText.noProfile(wantedProfile, nearest: nearest))")
        }
        let found = profiles.filter { wantedProfile == nil || $0.id == wantedProfile }
            .compactMap { profile in profile.form(wanted).map { (profile, $0) } }
        if found.count > 1 {
            throw .usage("\(ReportText.severalForms(wanted, profiles: found.map { $0.0.id }))")
        }
        guard let form = found.first else {
            let nearest = EditDistance.nearest(to: wanted, among: profiles.flatMap(\.forms).map(\.id))
            throw .usage("\(ReportText.noForm(wanted, nearest: nearest))")
        }
        return form
    }

    private func answers(_ profiles: [FormProfile]) throws(CommandError) -> ReportAnswers {
        let known = AnswersFile.keys(profiles)
        var answers = ReportAnswers()
        if let answersFile { answers = try AnswersFile.load(answersFile, known: known) }
        for answer in self.answers {
            guard let sign = answer.firstIndex(of: "=") else {
                throw .usage("\(ReportText.noAnswer(answer))")
            }
            let key = String(answer[..<sign])
            let text = String(answer[answer.index(after: sign)...])
            guard known.contains(key) else {
                let nearest = EditDistance.nearest(to: key, among: known)
                throw .usage("\(ReportText.unknownAnswer(key, nearest: nearest))")
            }
            if AnswersFile.isQuestion(key), ReportAnswers.truth(text) == nil {
                throw .usage("\(DataProblem.noTruth(key: key, text))")
            }
            answers.texts[key] = text
        }
        return answers
    }

    private func subject(
        of form: ReportForm, from source: () throws(CommandError) -> any IncidentSource
    ) throws(CommandError) -> (ReportSubject, isDrill: Bool) {
        switch form.scope {
        case .incident:
            guard let incident else { throw .usage("\(ReportText.needsIncident(form.id))") }
            let store = try source()
            let (found, detections, journal) = try Self.read { try store.incident(incident) }
            return (.incident(found, detections: detections, journal: journal), store.isDrill)
        case .period:
            guard let days else { throw .usage("\(ReportText.needsDays(form.id))") }
            guard days.first <= days.last, days.last.number - days.first.number < Self.mostDays else {
                throw .usage("\(ReportText.badDays(most: Self.mostDays))")
            }
            var period = ReportPeriod(first: days.first, last: days.last, incidents: [], loss: nil)
            let store = try source()
            let (start, end) = (period.start, period.end)
            period.incidents = try Self.read { try store.incidents(from: start, to: end) }
            return (.period(period), store.isDrill)
        }
    }

    private static func read<Found>(_ body: () throws -> Found) throws(CommandError) -> Found {
        do {
            return try body()
        } catch let error as CommandError {
            throw error
        } catch {
            throw .usage("\(ReportText.cannotRead("\(error)"))")
        }
    }
}
