import Incidents
import NetTypes

extension DigestSheet {
    /// New incidents, by unit and severity.
    var incidents: DigestSection {
        guard !digest.incidents.isEmpty else {
            return DigestSection(.incidents, [.line(Cell("\(DigestText.none)"))])
        }
        let severities = (1...4).map { "\(SummaryText.severity($0))" }
        let rows = digest.incidents.shown.map { unit in
            [unit.unit.isEmpty ? Cell("\(DigestText.noUnit)") : .foreign(unit.unit, tone: .strong)]
                + unit.severities.enumerated().map { Self.bad($1, $0 < 2 ? .alarm : .caution) }
                + [Cell(unit.sum)]
        }
        let sums =
            [Cell("\(DigestHeading.sum)", tone: .strong)] + digest.severities.map { Cell($0) }
            + [Cell(digest.incidents.sum)]
        let table = DigestTable(
            ["\(DigestHeading.unit)"] + severities + ["\(DigestHeading.sum)"], rows + [sums],
            more: digest.incidents.more)
        return DigestSection(
            .incidents,
            [.line(Cell("\(DigestText.incidents(digest.incidents.sum))", tone: .alarm)), .table(table)])
    }

    /// Rules that hit, and those that never did before.
    var rules: [DigestSection] {
        let detections = digest.scanned.counts.detections + digest.hunted.counts.detections
        var blocks: [DigestBlock] = [
            .line(Cell("\(DigestText.hits(digest.ruleHits.sum, detections: detections))"))
        ]
        if !digest.ruleHits.isEmpty {
            blocks.append(.table(Self.table(digest.ruleHits, .rule, .hits) { Cell($0) }))
        }
        let all = [DigestSection(.rules, blocks)]
        if digest.newRules.isEmpty { return all }
        return all + [
            DigestSection(.newRules, [.table(Self.table(digest.newRules, .rule, .hits) { Cell($0) })])
        ]
    }

    /// Rules that the engine looked at most bytes for; empty where nobody has counted that.
    var costs: [DigestSection] {
        if digest.ruleCosts.isEmpty { return [] }
        return [DigestSection(.costs, [.table(Self.table(digest.ruleCosts, .rule, .bytes, Self.bytes))])]
    }

    /// Addresses with most bytes.
    var talkers: DigestSection {
        if digest.talkers.isEmpty {
            return DigestSection(.talkers, [.line(Cell("\(DigestText.none)"))])
        }
        return DigestSection(
            .talkers, [.table(Self.table(digest.talkers, .address, .bytes, Self.bytes))])
    }

    /// How this night compares with those before.
    var nights: DigestSection {
        if digest.nights.isEmpty {
            return DigestSection(.nights, [.line(Cell("\(DigestText.noNights)"))])
        }
        let lines = digest.changes.map { change in
            let isUsual = change.kind == .asUsual || change.kind == .unknown
            return DigestBlock.line(
                Cell("\(DigestText.change(change))", tone: isUsual ? nil : .caution))
        }
        let headings: [DigestHeading] = [
            .night, .run, .filesScanned, .faults, .bytes, .detections, .incidentsOpened, .code,
        ]
        let rows = ([digest.summary] + digest.nights).map { night in
            let tone: Palette.Tone? = night.run == digest.run.number ? .strong : nil
            return [
                Cell(String(VietnamTime(night.started).date), tone: tone), Cell(night.run),
                Cell(night.files),
                Self.bad(night.faults), Self.bytes(night.bytes), Cell(night.detections),
                Cell(night.incidents), Cell(number: night.exitCode.map { "\($0)" } ?? "–"),
            ]
        }
        let bars = (digest.nights.reversed()) + [digest.summary]
        return DigestSection(
            .nights, lines + [.bars(bars), .table(DigestTable(headings.map(\.description), rows))])
    }

    private static func table(
        _ list: NightList<LedgerTally>, _ name: DigestHeading, _ value: DigestHeading,
        _ cell: (UInt64) -> Cell
    ) -> DigestTable {
        DigestTable(
            [name.description, value.description],
            list.shown.map { [Cell(Self.name($0.name)), cell($0.value)] }, more: list.more)
    }
}
