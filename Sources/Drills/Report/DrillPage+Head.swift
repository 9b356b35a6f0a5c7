import Incidents
import NetTypes

extension DrillPage {
    /// What it is about, and what must be known before anything in it is believed.
    func head(_ out: inout Markup) {
        out.element("p", [("class", "kind")], text: t(.title))
        out.element("h1", text: shown(title))
        warnings(&out)
        boxes(&out)
        for line in story { out.element("p", text: line) }
        facts(
            [
                (.played, when), (.length, length), (.pace, pace),
                (.state, t(.state(report.record.state))), (.made, numbers.wall(report.madeAt) + " (UTC+7)"),
                (.program, shown(report.record.program)),
            ], &out)
        if !report.drill.roles.isEmpty {
            let roles = report.drill.roles.prefix(ReportLimits.listed)
            table(
                "roles", [.role, .hosts],
                roles.map { role in
                    let hosts = role.hosts.prefix(ReportLimits.listed).map(Self.text)
                    let title = role.title.text(language)
                    return [shown(title.isEmpty ? role.name : title), hosts.joined(separator: ", ")]
                }, more: report.drill.roles.count - roles.count, &out)
        }
    }

    private func warnings(_ out: inout Markup) {
        var sentences: [String] = []
        if report.isProvisional { sentences.append(t(.provisional)) }
        if !report.record.incomplete.isEmpty {
            let words = report.record.incomplete.prefix(ReportLimits.listed).map { t(.remainder($0)) }
            sentences.append(t(.incomplete(words.joined(separator: "; "))))
        }
        if report.evidence.brokenLines > 0 {
            sentences.append(t(.brokenLines(numbers.count(report.evidence.brokenLines))))
        }
        if report.score.unjudged > 0 {
            sentences.append(t(.unjudged(numbers.count(report.score.unjudged))))
        }
        if report.record.interface != nil { sentences.append(t(.sent)) }
        for sentence in sentences { out.element("p", [("class", "warn"), ("role", "note")], text: sentence) }
    }

    private func boxes(_ out: inout Markup) {
        let score = report.score
        let found = score.injects.count { $0.verdict == .found }
        let detect = SpanSummary(score.injects.compactMap(\.timeToDetect))
        let boxes: [(String, String)] = [
            ("\(numbers.points(score.points)) / \(numbers.points(score.maximum))", t(.points)),
            ("\(found) / \(score.injects.count)", t(.foundInjects)),
            (detect.map { numbers.span($0.median) } ?? "–", t(.medianToDetect)),
            (numbers.count(score.unexpected.count), t(.unexpected)),
        ]
        out.element("table", [("class", "boxes")]) { out in
            out.element("tr") { out in
                for (number, label) in boxes {
                    out.element("td") { out in
                        out.element("div", [("class", "number")], text: number)
                        out.element("div", [("class", "label")], text: label)
                    }
                }
            }
        }
        out.newline()
    }

    /// A host, or a network with the length of its prefix.
    private static func text(_ network: IPNetwork) -> String {
        let isHost = network.prefixLength == (network.address.isIPv6 ? 128 : 32)
        return isHost ? "\(network.address)" : "\(network.address)/\(network.prefixLength)"
    }

    private var story: [String] {
        let text = report.drill.story.text(language)
        return text.isEmpty ? [] : PrintedStory.lines(text)
    }

    /// From when to when it was played, by the clock on the wall.
    private var when: String {
        guard let begun = report.run.clock.begun else { return "–" }
        let end = report.run.clock.ended(report.record.played).map { numbers.wall($0) }
        return t(.fromTo(numbers.wall(begun), end ?? t(.endUnknown))) + " (UTC+7)"
    }

    private var length: String {
        let (played, all) = (report.record.played, report.record.length)
        let frames = t(.frames(numbers.count(report.record.frames)))
        return numbers.drillTime(played) + " / " + numbers.drillTime(all) + " · " + frames
    }

    /// At which pace, and where that changed.
    private var pace: String {
        let segments = report.run.clock.segments
        let told = segments.enumerated().prefix(ReportLimits.segments).map { place, segment in
            let next = place + 1 < segments.count ? Timestamp(nanoseconds: segments[place + 1].wall) : nil
            var pace = segment.speed > 0 ? numbers.pace(segment.speed) : t(.asFastAsPossible)
            if segment.isPaused {
                let pause = next?.nanoseconds(since: Timestamp(nanoseconds: segment.wall))
                pace = t(.paused) + (pause.map { " " + numbers.span(.nanoseconds($0)) } ?? "")
            }
            return "\(numbers.drillTime(segment.played)) \(pace)"
        }
        if told.isEmpty { return "–" }
        return told.joined(separator: "; ") + (segments.count > told.count ? "; …" : "")
    }
}
