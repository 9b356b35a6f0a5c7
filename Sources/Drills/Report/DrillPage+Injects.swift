import Incidents
import NetTypes

extension DrillPage {
    /// Each inject: what was to be seen, what was, and how its points came about.
    func injects(_ out: inout Markup) {
        section(.eachInject, &out) { out in
            let injects = report.score.injects.prefix(ReportLimits.injects)
            for inject in injects { self.inject(inject, &out) }
            more(report.score.injects.count - injects.count, &out)
        }
    }

    private func inject(_ score: InjectScore, _ out: inout Markup) {
        out.element("article", [("id", "inject-\(score.inject.id)")]) { out in
            out.element("h3") { out in
                out.text(
                    t(.numbered(score.inject.id)) + ": " + shown(score.inject.title.text(language)) + " ")
                badge(score.verdict, &out)
            }
            facts(summary(score), &out)
            for expectation in score.expectations { self.expectation(expectation, of: score.inject, &out) }
            answers(score, &out)
            out.element("h4", text: t(.howPoints))
            table("sums", [.kind, .sum, .points], sums(score), &out)
        }
        out.newline()
    }

    /// A verdict as a word in a frame; the colour only repeats it.
    func badge(_ verdict: InjectVerdict, _ out: inout Markup) {
        out.element("span", [("class", "badge \(verdict.rawValue)")], text: t(.verdict(verdict)))
    }

    private func summary(_ score: InjectScore) -> [(DrillLabel, String)] {
        let inject = score.inject
        let at = inject.at.nanoseconds
        let until =
            inject.within.map { numbers.drillTime(at &+ $0.nanoseconds) + " (\(numbers.span($0)))" }
            ?? t(.endOfDrill)
        var facts: [(DrillLabel, String)] = [
            (.at, t(.fromTo(numbers.drillTime(at), until))),
            (.timeToDetect, score.timeToDetect.map(numbers.span) ?? "–"),
        ]
        if let id = score.team.incident {
            let status = report.incidents[id].map { " · " + t(.status($0)) } ?? ""
            facts.append((.incident, id.description + status))
            facts.append((.timeToAcknowledge, score.team.timeToAcknowledge.map(numbers.span) ?? "–"))
            facts.append((.timeToReport, score.team.timeToReport.map(numbers.span) ?? "–"))
        } else {
            facts.append((.incident, "–"))
        }
        return facts
    }

    private func expectation(
        _ expectation: ExpectationScore, of inject: Inject, _ out: inout Markup
    ) {
        out.element("div", [("class", "expectation")]) { out in
            out.element("p") { out in
                out.element("b", text: t(.expected) + ": ")
                out.text(pattern(expectation.pattern) + " ")
                badge(expectation.verdict, &out)
            }
            if let why = why(expectation) { out.element("p", text: t(.why) + ": " + why) }
            if let detection = expectation.detection {
                proof(detection, &out)
            } else {
                traffic(expectation.pattern, of: inject, &out)
            }
        }
    }

    /// Why it was not detected as expected; nil where it was, or the log does not tell.
    func why(_ expectation: ExpectationScore) -> String? {
        if expectation.verdict == .late { return t(.afterDeadline) }
        return expectation.reason.map { t(.reason($0)) }
    }

    /// What was expected, in words.
    func pattern(_ pattern: DetectionPattern) -> String {
        var parts: [String] = []
        if let rule = pattern.rule { parts.append(shown(rule)) }
        if let category = pattern.category { parts.append(t(.category(category))) }
        if !pattern.isAnywhere {
            let port = pattern.serverPort.map { ":\($0)" } ?? ""
            let client = pattern.client?.description ?? "*"
            let server = pattern.server.map { $0.isIPv6 && !port.isEmpty ? "[\($0)]" : "\($0)" } ?? "*"
            parts.append("\(client) → \(server)\(port)")
        }
        if let direction = pattern.direction { parts.append(t(.direction(direction))) }
        if let object = pattern.object { parts.append(t(.object(object))) }
        return parts.isEmpty ? t(.anyDetection) : parts.joined(separator: " · ")
    }

    private func answers(_ score: InjectScore, _ out: inout Markup) {
        let answer = score.team.answer
        if answer.isEmpty { return }
        out.element("h4", text: t(.answers))
        if score.team.answeredBy.isEmpty {
            out.element("p", [("class", "warn")], text: t(.unassessed) + ": " + t(.nobodyAnswered))
        } else {
            out.element("p", text: t(.answeredBy) + ": " + shown(score.team.answeredBy))
        }
        let rows = answer.map { part in
            let right = score.team.answeredBy.isEmpty ? t(.unassessed) : t(.right(part.isRight))
            return [
                t(.part(part.name)), said(part.expected, part),
                part.given.isEmpty ? "–" : said(part.given, part),
                right,
            ]
        }
        table("answers", [.part, .truth, .given, .verdict], rows, &out)
    }

    /// What was said, or is right; a category by its name.
    private func said(_ text: String, _ part: AnswerPart) -> String {
        guard part.name == .category, let category = RuleCategory(rawValue: text) else { return shown(text) }
        return t(.category(category))
    }

    /// How the points came about, as a sum that anybody can do again.
    private func sums(_ score: InjectScore) -> [[String]] {
        let (inject, team) = (score.inject, score.team)
        let credits = score.expectations.prefix(ReportLimits.listed).map { credit($0.verdict, inject.credit) }
        let mean = credits.map { "\($0) %" }.joined(separator: " + ")
        let more = score.expectations.count > credits.count ? " + …" : ""
        let average = credits.count == 1 ? mean : "(\(mean)\(more)) ÷ \(score.expectations.count)"
        var rows = [
            [t(.kind(.detection)), "\(inject.points) × \(average)", numbers.points(score.detectionPoints)]
        ]
        if let answer = inject.answer {
            let right = team.answer.count(where: \.isRight)
            rows.append([
                t(.kind(.answer)), "\(answer.points) × \(right) ÷ \(max(answer.parts, 1))",
                numbers.points(team.answerPoints),
            ])
        }
        if let deadline = inject.acknowledgement {
            let given = team.acknowledgementPoints ?? 0
            rows.append(row(.acknowledgement, deadline, team.timeToAcknowledge, given))
        }
        if let deadline = inject.report {
            rows.append(row(.report, deadline, team.timeToReport, team.reportPoints ?? 0))
        }
        return rows
    }

    private func row(
        _ kind: PointsByKind.Kind, _ deadline: TeamDeadline, _ span: Duration?, _ points: Int
    ) -> [String] {
        let within = t(.inTime(deadline.points, numbers.span(deadline.within)))
        return [
            t(.kind(kind)), within + ": " + (span.map(numbers.span) ?? t(.notDone)), numbers.points(points),
        ]
    }

    private func credit(_ verdict: InjectVerdict, _ credit: PartialCredit) -> Int {
        switch verdict {
        case .found: 100
        case .late: credit.late
        case .otherRule: credit.otherRule
        case .wrongCategory: credit.wrongCategory
        case .missed, .notPlayed: 0
        }
    }
}
