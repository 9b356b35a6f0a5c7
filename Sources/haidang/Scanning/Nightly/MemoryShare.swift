import AppLayer
import Flow
import Foundation
import Scan
import Sensor

/// How the memory of a run is shared out among its jobs, so that the process stays under a limit.
struct MemoryShare: Equatable {
    /// Jobs for which there is enough.
    let jobs: Int
    /// The engine of each of them.
    let sensor: SensorConfiguration

    /// What a job takes beside its budgets: its flow table, parsers, the files that it reads, and findings that wait.
    static let overhead = 160 << 20
    /// The least that the budgets of a job may have together.
    private static let least = 48 << 20

    /// Shares out what `limit` leaves beside `used`, all in bytes: budgets get smaller in proportion, and where they would be
    /// too small there are fewer jobs. Nil where one job has not enough, with what it would take at least.
    static func of(
        _ limit: Int, used: Int, jobs: Int, _ sensor: SensorConfiguration
    ) throws(CommandError) -> MemoryShare {
        let wanted = sensor.application.objectBudget + sensor.scan.budget + sensor.flow.heldInAll
        let room = limit - used
        let most = max(1, room / (overhead + least))
        let jobs = min(jobs, most)
        let share = room / jobs - overhead
        guard share >= least else {
            throw .usage("\(NightText.tooLittleMemory(atLeast: UInt64(max(0, used + overhead + least))))")
        }
        guard share < wanted else { return MemoryShare(jobs: jobs, sensor: sensor) }
        var part = sensor
        func scaled(_ budget: Int) -> Int {
            max(1 << 20, Int(Double(budget) * Double(share) / Double(wanted)))
        }
        part.application.objectBudget = scaled(sensor.application.objectBudget)
        part.scan.budget = scaled(sensor.scan.budget)
        part.flow.heldInAll = scaled(sensor.flow.heldInAll)
        return MemoryShare(jobs: jobs, sensor: part)
    }

    /// Bytes of memory that this process has now; 0 where the system does not say.
    static var used: Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return 0 }
        return pages * Int(getpagesize())
    }
}
