import AppLayer
import Foundation
import Scan
import Sensor

/// What the engine keeps in memory of many downloads that stop in the middle, with the default budgets.
struct MemoryRun {
    /// Downloads that are open at a time.
    var downloads = 10_000

    /// Makes the capture, scans it in a process of its own, and says what that took.
    func result(in place: Workplace, rules: String = "rules") throws -> PhaseResult {
        let file = place.url.appendingPathComponent("half-open.pcap").path
        let forge = try place.program("forge")
        let make = Command(arguments: [forge, "half-open", file, "--downloads", "\(downloads)"])
        _ = try make.run(in: place.url)
        let output = try place.phase(.objects, file, ["--rules", rules]).run(in: place.url).output
        guard let result = PhaseResult(line: output) else {
            throw PhaseRun.Failure(reason: "haidang-bench phase objects said: \(output)")
        }
        return result
    }

    /// Measures, and prints the figures.
    func carryOut() throws {
        let place = try Workplace()
        defer { place.remove() }
        let result = try result(in: place)
        let budgets = SensorConfiguration()
        print(
            "downloads=\(downloads) budget_objects=\(budgets.application.objectBudget) "
                + "budget_streams=\(budgets.scan.budget) \(result.line)")
    }
}
