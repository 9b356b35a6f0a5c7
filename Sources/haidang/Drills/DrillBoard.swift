import Drills
import Incidents
import NetTypes

/// The score of a drill for people: a row for each inject, then what else there is to say.
struct DrillBoard {
    private let score: DrillScore
    /// True where a team takes part: its columns are shown.
    private let hasTeam: Bool

    /// The board of a score.
    init(_ score: DrillScore) {
        self.score = score
        hasTeam = score.injects.contains { $0.team.incident != nil && !$0.team.answer.isEmpty }
    }

    /// The rows.
    func table() -> Table {
        let headings: [DrillHeading] =
            [.number, .inject, .at, .verdict, .timeToDetect, .points]
            + (hasTeam ? [.incident, .acknowledged, .reported, .answer] : []) + [.remark]
        var table = Table(headings.map(\.description), fold: 6)
        for inject in score.injects { table.add(row(inject)) }
        return table
    }

    private func row(_ score: InjectScore) -> [Cell] {
        let title = score.inject.title.text(.current)
        let team = score.team
        var row: [Cell] = [
            Cell(number: "\(score.inject.id)"), .foreign(title, tone: .strong),
            Cell(SpanText.short(score.inject.at)),
            Cell("\(DrillText.verdict(score.verdict))", tone: Self.tone(score.verdict)),
            Cell(score.timeToDetect.map(SpanText.short) ?? "–"),
            Cell(number: "\(SpanText.points(score.points))/\(SpanText.points(score.inject.maximum))"),
        ]
        if hasTeam {
            row += [
                Cell(team.incident?.description ?? "–"),
                Cell(team.timeToAcknowledge.map(SpanText.short) ?? "–"),
                Cell(team.timeToReport.map(SpanText.short) ?? "–"), Cell(Self.answer(team)),
            ]
        }
        return row + [Cell(Self.remark(score))]
    }

    private static func tone(_ verdict: InjectVerdict) -> Palette.Tone? {
        switch verdict {
        case .found: nil
        case .late, .otherRule, .notPlayed: .caution
        case .wrongCategory, .missed: .alarm
        }
    }

    private static func answer(_ team: TeamScore) -> String {
        if team.answer.isEmpty { return "" }
        if team.answeredBy.isEmpty { return "–" }
        return "\(team.answer.count(where: \.isRight))/\(team.answer.count)"
    }

    /// The rules that were found, or why they were not.
    private static func remark(_ score: InjectScore) -> String {
        score.expectations.map { expectation in
            let name = expectation.pattern.rule ?? expectation.pattern.category?.rawValue ?? ""
            let near =
                expectation.verdict == .otherRule || expectation.verdict == .wrongCategory
                ? expectation.detection.map { "\(DrillText.near(rule: $0.rule))" } : nil
            let notes = [expectation.reason.map { "\(DrillText.reason($0))" }, near].compactMap { $0 }
            return Escaping.shown(name) + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
        }.joined(separator: ", ")
    }

    /// The lines under the table.
    func summary() -> [(text: String, tone: Palette.Tone?)] {
        var lines: [(text: String, tone: Palette.Tone?)] = []
        for silence in score.silences {
            let title = silence.silence.title.text(.current)
            lines.append(
                (
                    "\(DrillText.silence(title: title, isKept: silence.isKept))",
                    silence.isKept == false ? .alarm : nil
                ))
        }
        if !score.unexpected.isEmpty {
            let rules = Set(score.unexpected.map(\.rule)).sorted().map(Escaping.shown)
            let named = rules.prefix(8).joined(separator: ", ") + (rules.count > 8 ? ", …" : "")
            lines.append(("\(DrillText.unexpected(score.unexpected.count)): \(named)", .caution))
        }
        if score.unjudged > 0 { lines.append(("\(DrillText.unjudged(score.unjudged))", .alarm)) }
        let unassessed = score.injects.count { $0.isUnassessed }
        if unassessed > 0 { lines.append(("\(DrillText.unassessed(unassessed))", .caution)) }
        let total = "\(DrillText.score(points: score.points, of: score.maximum))"
        lines.append((total + (score.isWhole ? "" : " (\(DrillText.provisional))"), .strong))
        return lines
    }
}

extension ReportLanguage {
    /// The language of this process.
    static var current: ReportLanguage { Language.current == .vietnamese ? .vietnamese : .english }
}
