import CMeter
import Capture
import Foundation
import NetTypes
import Rulebook
import Scan
import Sensor

/// What lists of indicators cost: reading a million of them, and looking for them.
struct IndicatorRun {
    /// Indicators in the list.
    var entries = 1_000_000
    /// Flows of the capture of many small ones.
    var flows = 20_000
    /// Rounds in which a run with the list and one without take turns.
    var rounds = 5

    /// Measures, and prints the figures.
    func carryOut() throws {
        let place = try Workplace()
        defer { place.remove() }
        let list = place.url.appendingPathComponent("list.txt")
        try Data(text().utf8).write(to: list)
        let before = Machine.memoryInUse
        let start = meter_own_seconds()
        let load = try IndicatorLoader.load(paths: [list.path])
        let seconds = meter_own_seconds() - start
        print(
            String(
                format: "load: %d indicators, %d left out, %.2f s, tables %d MB, process +%d MB, peak %d MB",
                load.set.count, load.leftOut, seconds, load.set.memory >> 20,
                (Machine.memoryInUse - min(before, Machine.memoryInUse)) >> 20, Machine.peakMemory >> 20))
        let capture = place.url.appendingPathComponent("mixed.pcap").path
        _ = try Command(arguments: [try place.program("forge"), "mixed", capture, "--flows", "\(flows)"]).run(
            in: place.url)
        let rules = try RuleSet.load(paths: ["rules"]).0
        for (name, rules) in [("without rules", nil), ("with the project's rules", rules)] {
            var ratios: [Double] = []
            var checked: UInt64 = 0
            for round in 0..<rounds {
                // Who is first changes, so that neither always finds what the other left.
                var seconds = [0.0, 0.0]
                for isWith in [round % 2 == 0, round % 2 != 0] {
                    let (spent, statistics) = try inspect(capture, rules, isWith ? load.set : nil)
                    seconds[isWith ? 1 : 0] = spent
                    if isWith { checked = statistics.indicators.checked }
                }
                ratios.append(seconds[1] / seconds[0])
            }
            print(
                "inspect \(name): \(checked) values looked up, processor time with the list to without: "
                    + Spread(ratios).text("%.3f"))
        }
    }

    private func inspect(
        _ path: String, _ rules: RuleSet?, _ indicators: IndicatorSet?
    ) throws -> (seconds: Double, statistics: SensorStatistics) {
        var savefile = try Savefile(path: path)
        var inspector = try Inspector(SensorConfiguration(), rules: rules, indicators: indicators)
        var tally = Tally()
        let start = meter_own_seconds()
        _ = try Replay.run(&savefile, &inspector, &tally)
        return (meter_own_seconds() - start, inspector.statistics)
    }

    /// A list of all kinds in equal parts, none of which the capture holds.
    private func text() -> String {
        var text = ""
        for number in 0..<entries {
            let digest = Digest.of(Array("\(number)".utf8).span).hexadecimal
            switch number % 5 {
            case 0: text += digest + "\n"
            case 1: text += "n\(digest.prefix(12)).list\(number % 977).example\n"
            case 2: text += "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)\n"
            case 3: text += "2001:db8:\(digest.prefix(4)):\(digest.dropFirst(4).prefix(4))::/64\n"
            default: text += "http://h\(number % 4999).example/\(digest.prefix(16))\n"
            }
        }
        return text
    }
}
