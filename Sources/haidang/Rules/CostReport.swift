import NetTypes
import Rulebook
import Scan

/// Tells what rules cost.
struct CostReport {
    let cost: RuleCost
    /// Times a plain string that a rule may cost.
    let budget: Double
    /// The line rate that the cost of the set is told for, in megabits a second.
    let rate: Int

    /// Tables of rules and shards, and what the set takes.
    func printTables(_ terminal: Terminal) {
        let headings: [HeadingText] = [.rule, .shard, .processor, .weight, .candidates, .hits]
        var table = Table(headings.map(\.description), fold: 1)
        for row in cost.rows {
            let isBad = row.exceeds(budget)
            table.add([
                .foreign(Self.name(row), tone: isBad ? .alarm : .strong),
                .foreign(row.plan.shard, tone: .faint),
                Cell("\(CostText.milliseconds(row.seconds))"),
                Cell(
                    "\(row.hasFailed ? CostText.failed : CostText.times(row.weight))",
                    tone: isBad ? .alarm : .calm),
                Cell("\(CostText.share(row.candidateBytes, of: cost.sampledBytes))"), Cell(row.hits),
            ])
        }
        terminal.write(table)
        terminal.results.line("")
        let shardHeadings: [HeadingText] = [.shard, .rules, .candidates]
        var shards = Table(shardHeadings.map(\.description), fold: 0)
        for shard in cost.shards {
            shards.add([
                .foreign(shard.name), Cell(shard.rules),
                Cell("\(CostText.share(shard.candidateBytes, of: cost.bytes))"),
            ])
        }
        terminal.write(shards)
        terminal.results.line("")
        terminal.results.line("\(CostText.corpusRead(units: cost.units, bytes: cost.bytes))")
        if cost.sampledBytes < cost.bytes {
            terminal.results.line("\(CostText.sampled(units: cost.sampled, bytes: cost.sampledBytes))")
        }
        terminal.results.line("\(CostText.set(seconds: cost.seconds, share: share, rate: rate))")
        let refused = cost.rows.count { $0.exceeds(budget) }
        if refused > 0 {
            terminal.results.line(
                terminal.palette.paint("\(CostText.overBudget(refused, budget: budget))", .alarm))
        }
    }

    /// The same as JSON lines: one for each rule and shard, and one for all.
    func printLines(_ terminal: Terminal) {
        for row in cost.rows {
            terminal.results.line(
                JSONValue.object([
                    ("type", .text("rule")), ("rule", .text(Self.name(row))),
                    ("shard", .text(row.plan.shard)),
                    ("cpu_us", .count(Self.microseconds(row.seconds))),
                    ("cpu_us_alone", .count(Self.microseconds(row.secondsAlone))),
                    ("weight_percent", .count(Int((row.weight * 100).rounded()))),
                    ("candidates", .count(row.candidates)), ("candidate_bytes", .count(row.candidateBytes)),
                    ("hits", .count(row.hits)), ("failed", .boolean(row.hasFailed)),
                    ("over_budget", .boolean(row.exceeds(budget))),
                ]).line)
        }
        for shard in cost.shards {
            terminal.results.line(
                JSONValue.object([
                    ("type", .text("shard")), ("shard", .text(shard.name)), ("rules", .count(shard.rules)),
                    ("candidates", .count(shard.candidates)),
                    ("candidate_bytes", .count(shard.candidateBytes)),
                ]).line)
        }
        terminal.results.line(
            JSONValue.object([
                ("type", .text("set")), ("rules", .count(cost.rows.count)), ("units", .count(cost.units)),
                ("bytes", .count(cost.bytes)), ("sampled_bytes", .count(cost.sampledBytes)),
                ("cpu_us", .count(Self.microseconds(cost.seconds))), ("rate_mbit", .count(rate)),
                ("core_percent", .count(Int((share * 100).rounded()))),
            ]).line)
    }

    private var share: Double { cost.share(atBitsPerSecond: Double(rate) * 1_000_000) }

    private static func name(_ row: CostRow) -> String {
        guard let rule = row.rules.first(where: { !$0.isPrivate }) ?? row.rules.first else { return "" }
        let others = row.rules.count > 1 ? " (+\(row.rules.count - 1))" : ""
        return "\(rule.identity.namespace):\(rule.identity.name)\(others)"
    }

    private static func microseconds(_ seconds: Double) -> Int {
        Int((seconds * 1_000_000).rounded())
    }
}
