import Incidents
import NetTypes

extension DrillPage {
    /// The score, by what it is for and by inject.
    func result(_ out: inout Markup) {
        section(.result, &out) { out in
            kinds(&out)
            verdicts(&out)
            times(&out)
            out.element("h3", text: t(.byInject))
            board(&out)
            silences(&out)
        }
    }

    private func kinds(_ out: inout Markup) {
        let kinds = PointsByKind(report.score)
        var rows: [[String]] = []
        for kind in PointsByKind.Kind.allCases {
            let (earned, possible) = (kinds.earned[kind] ?? 0, kinds.possible[kind] ?? 0)
            if earned == 0, possible == 0 { continue }
            rows.append([
                t(.kind(kind)), numbers.points(earned), kind == .penalty ? "" : numbers.points(possible),
            ])
        }
        rows.append([t(.total), numbers.points(report.score.points), numbers.points(report.score.maximum)])
        table("points", [.kind, .earned, .possible], rows, &out)
        if kinds.total < 0 { out.element("p", [("class", "hint")], text: t(.neverBelowZero)) }
    }

    private func verdicts(_ out: inout Markup) {
        let injects = report.score.injects
        var rows = InjectVerdict.allCases.compactMap { verdict -> [String]? in
            let those = injects.filter { $0.verdict == verdict }.map(\.inject.id)
            return those.isEmpty ? nil : [t(.verdict(verdict)), numbers.count(those.count), list(those)]
        }
        let unassessed = injects.filter(\.isUnassessed).map(\.inject.id)
        if !unassessed.isEmpty {
            rows.append([t(.unassessed), numbers.count(unassessed.count), list(unassessed)])
        }
        table("verdicts", [.verdict, .count, .injects], rows, &out)
    }

    private func times(_ out: inout Markup) {
        let injects = report.score.injects
        let spans: [(DrillLabel, [Duration])] = [
            (.timeToDetect, injects.compactMap(\.timeToDetect)),
            (.timeToAcknowledge, injects.compactMap(\.team.timeToAcknowledge)),
            (.timeToReport, injects.compactMap(\.team.timeToReport)),
        ]
        let rows = spans.map { name, spans in
            let summary = SpanSummary(spans)
            return [
                t(name), numbers.count(spans.count), summary.map { numbers.span($0.median) } ?? "–",
                summary.map { numbers.span($0.longest) } ?? "–",
            ]
        }
        table("times", [.time, .count, .median, .longest], rows, &out)
    }

    private func board(_ out: inout Markup) {
        let injects = report.score.injects.prefix(ReportLimits.injects)
        let rows = injects.map { score in
            let team = score.team
            return [
                "\(score.inject.id)", shown(score.inject.title.text(language)),
                numbers.drillTime(score.inject.at.nanoseconds), t(.verdict(score.verdict)),
                score.timeToDetect.map(numbers.span) ?? "–",
                team.timeToAcknowledge.map(numbers.span) ?? "–", team.timeToReport.map(numbers.span) ?? "–",
                answers(score),
                numbers.points(score.points) + " / " + numbers.points(score.inject.maximum),
            ]
        }
        table(
            "board",
            [.number, .inject, .at, .verdict, .detected, .acknowledged, .reported, .answers, .points], rows,
            more: report.score.injects.count - injects.count, &out)
    }

    /// How many parts of the answer are right; one that nobody gave is no zero.
    private func answers(_ score: InjectScore) -> String {
        if score.isUnassessed { return t(.unassessed) }
        let answer = score.team.answer
        return answer.isEmpty ? "–" : "\(answer.count(where: \.isRight)) / \(answer.count)"
    }

    private func silences(_ out: inout Markup) {
        if report.score.silences.isEmpty { return }
        out.element("h3", text: t(.silences))
        let silences = report.score.silences.prefix(ReportLimits.silences)
        let rows = silences.map { silence in
            [
                shown(silence.silence.title.text(language)), t(.kept(silence.isKept)),
                silence.breach.map { shown($0.rule) + " · " + time(of: $0) } ?? "–",
                numbers.points(silence.points) + " / " + numbers.points(silence.silence.points * 100),
            ]
        }
        table(
            "silences", [.silence, .verdict, .breach, .points], rows,
            more: report.score.silences.count - silences.count, &out)
    }

    /// When in the drill something was detected.
    func time(of detection: LoggedDetection) -> String {
        numbers.drillTime(report.run.offset(of: detection.time), exactly: true)
    }
}
