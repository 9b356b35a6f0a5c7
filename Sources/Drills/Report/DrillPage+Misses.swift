import Incidents
import NetTypes

extension DrillPage {
    /// What was not detected as expected, why, and what follows from it.
    func misses(_ out: inout Markup) {
        section(.missed, &out) { out in
            out.element("p", [("class", "hint")], text: t(.missedDetail))
            let advice = report.advice.filter { $0.inject != nil }
            let shownAdvice = advice.prefix(ReportLimits.advice)
            if shownAdvice.isEmpty { out.element("p", [("class", "none")], text: t(.nothingMissed)) }
            var reached = 0
            for inject in report.score.injects {
                for expectation in inject.expectations
                where expectation.verdict != .found && expectation.verdict != .notPlayed {
                    if reached >= ReportLimits.advice { break }
                    let steps = DrillAdvice.following(expectation, of: inject.inject.id)
                    reached += max(steps.count, 1)
                    miss(inject, expectation, steps, &out)
                }
            }
            more(advice.count - shownAdvice.count, &out)
        }
    }

    private func miss(
        _ inject: InjectScore, _ expectation: ExpectationScore, _ steps: [DrillAdvice], _ out: inout Markup
    ) {
        out.element("div", [("class", "miss")]) { out in
            out.element("p") { out in
                out.element(
                    "a", [("href", "#inject-\(inject.inject.id)")], text: t(.numbered(inject.inject.id)))
                out.text(": " + shown(inject.inject.title.text(language)) + " ")
                badge(expectation.verdict, &out)
            }
            out.element("p") { out in
                out.element("b", text: t(.expected) + ": ")
                out.text(pattern(expectation.pattern))
            }
            if let detection = expectation.detection {
                out.element("p") { out in
                    out.element("b", text: t(.seenInstead) + ": ")
                    out.text(
                        shown(detection.rule) + " · " + time(of: detection) + " · "
                            + packets(detection.packets))
                }
            }
            out.element("p") { out in
                out.element("b", text: t(.why) + ": ")
                out.text(why(expectation) ?? t(.nobodyKnows))
            }
            if !steps.isEmpty {
                out.element("p", [("class", "lead")]) { $0.element("b", text: t(.follows) + ":") }
                out.element("ul") { out in
                    for step in steps { out.element("li") { $0.prose(step.step.text(language)) } }
                }
            }
            if steps.contains(where: \.step.asksForTraffic) {
                traffic(expectation.pattern, of: inject.inject, &out)
            }
        }
    }

    /// Detections that nothing expects, and what follows from them.
    func strangers(_ out: inout Markup) {
        section(.unexpected, &out) { out in
            let unexpected = report.score.unexpected
            let rows = unexpected.prefix(ReportLimits.unexpected).map { detection in
                [
                    time(of: detection), shown(detection.rule) + " · " + shown(detection.summary(language)),
                    ends(detection.client, detection.server), range(detection.packets),
                ]
            }
            table(
                "strangers", [.at, .rule, .flow, .packets], Array(rows),
                more: unexpected.count - rows.count, &out)
            if unexpected.count >= DrillJudge.mostUnexpected {
                out.element("p", [("class", "hint")], text: t(.moreUnexpected))
            }
            let advice = report.advice.filter { $0.inject == nil }
            if advice.isEmpty { return }
            out.element("p", [("class", "lead")]) { $0.element("b", text: t(.follows) + ":") }
            out.element("ul") { out in
                for advice in advice.prefix(ReportLimits.unexpected) {
                    let count = advice.count > 1 ? " (\(numbers.count(advice.count)))" : ""
                    out.element("li") { $0.prose(advice.step.text(language) + count) }
                }
            }
            more(advice.count - ReportLimits.unexpected, &out)
        }
    }
}
