import Incidents
import NetTypes

extension DrillPage {
    /// The techniques of ATT&CK that the drill is about, and which of them were detected.
    func techniques(_ out: inout Markup) {
        section(.coverage, &out) { out in
            out.element("p", [("class", "hint")], text: t(.coverageDetail))
            let all = TechniqueCoverage.rows(report.score)
            let rows = all.prefix(ReportLimits.techniques).map { row in
                [
                    row.technique.identifier,
                    AttackStage(row.technique).map { ReportWord.stage($0, language) } ?? "–",
                    t(.coverage(row.state)), list(row.asked), list(row.seen), list(row.named),
                ]
            }
            table(
                "coverage", [.technique, .stage, .verdict, .askedIn, .seenIn, .namedIn], Array(rows),
                more: all.count - rows.count, &out)
            let unknown = TechniqueCoverage.unknown(report.score)
            if unknown.isEmpty { return }
            let names = unknown.prefix(ReportLimits.listed).map(shown).joined(separator: ", ")
            out.element("p", text: t(.techniquesUnknown(names)))
            more(unknown.count - ReportLimits.listed, &out)
        }
    }

    /// Who took part, by the journal.
    func people(_ out: inout Markup) {
        section(.people, &out) { out in
            let rows = report.people.prefix(ReportLimits.people).map { person in
                [
                    shown(person.name), numbers.count(person.actions), numbers.count(person.answers),
                    numbers.count(person.incidents),
                ]
            }
            table(
                "people", [.person, .actions, .answers, .incidents], Array(rows),
                more: report.people.count - rows.count, &out)
        }
    }

    /// What the score was worked out from, so that anybody can do it again.
    func basis(_ out: inout Markup) {
        section(.basis, &out) { out in
            out.element("p", text: t(.basisDetail))
            out.element("pre", [("class", "command")], text: report.command)
            let record = report.record
            let log = t(.eventLog)
            let logs = report.logs.prefix(ReportLimits.listed).map { file in
                [log + " " + shown(file.name), file.sha256.isEmpty ? t(.notYet) : shown(file.sha256)]
            }
            let rows =
                [
                    [t(.drillFile) + " " + shown(report.file.name), shown(report.file.sha256)],
                    [t(.traffic) + " traffic.pcapng", shown(record.trafficSHA256)],
                ] + logs + [
                    [
                        t(.ruleSet) + " (" + t(.rules(numbers.count(record.rules.count))) + ")",
                        record.ruleSetSHA256.isEmpty ? "–" : shown(record.ruleSetSHA256),
                    ]
                ]
            table("digests", [.file, .digest], rows, more: report.logs.count - logs.count, &out)
            if report.file.sha256 != record.drillSHA256 {
                out.element("p", [("class", "warn")], text: t(.otherDrill(shown(record.drillSHA256))))
            }
            out.element("p", [("class", "hint")], text: t(.confidential))
        }
    }
}
