import ArgumentParser
import Foundation
import Glibc
import NetTypes

/// Options of a scan that says how hard it works and when it has to be over.
struct PaceOptions: ParsableArguments {
    @Flag(help: ArgumentHelp("\(NightHelp.separate)"))
    var separate = false

    @Option(help: ArgumentHelp("\(NightHelp.jobs)", valueName: "N"))
    var jobs = 1

    @Option(help: ArgumentHelp("\(NightHelp.nice)", valueName: "N"))
    var nice: Int?

    @Option(help: ArgumentHelp("\(NightHelp.memory)", valueName: "SIZE"))
    var maxMemory: String?

    @Option(help: ArgumentHelp("\(NightHelp.until)", valueName: "HH:MM[:SS]"))
    var until: String?

    /// The most jobs, and the most that a process can give way.
    private static let mostJobs = 256
    private static let mostNice = 19

    func validate() throws {
        if !(0...Self.mostJobs).contains(jobs) {
            throw ValidationError("\(NightText.badNumber(option: "--jobs", least: 0, most: Self.mostJobs))")
        }
        if let nice, !(0...Self.mostNice).contains(nice) {
            throw ValidationError("\(NightText.badNumber(option: "--nice", least: 0, most: Self.mostNice))")
        }
        if let until, Self.time(until) == nil { throw ValidationError("\(NightText.badUntil(until))") }
        if let maxMemory, ConfigurationKind.bytes(maxMemory) ?? 0 <= 0 {
            throw ValidationError("\(NightText.badMemory(maxMemory))")
        }
    }

    /// Gives way to other processes, makes budgets and perhaps the number of jobs as small as the memory that is allowed, and
    /// says how a run goes. Standard input is read by one job only: no other thread could be called off it.
    func begin(
        reading files: [String], _ engine: inout ScanEngine, _ messages: Messages
    ) throws(CommandError) -> ScanPace {
        // Safe: the call takes numbers only.
        if let nice, setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Int32(nice)) != 0 {
            messages.warning(NightText.cannotNice)
        }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        var pace = ScanPace(jobs: files.contains("-") ? 1 : (jobs == 0 ? cores : jobs))
        pace.until = until.flatMap { Self.time($0) }
        if let limit = maxMemory.flatMap({ ConfigurationKind.bytes($0) }) {
            let share = try MemoryShare.of(limit, used: MemoryShare.used, jobs: pace.jobs, engine.sensor)
            (pace.jobs, engine.sensor) = (share.jobs, share.sensor)
        }
        return pace
    }

    /// The next moment at which clocks show a time of day, to the minute or to the second; nil for a text that is none.
    static func time(_ text: String, after now: Date = Date(), in calendar: Calendar = .current) -> Timestamp?
    {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), (1...2).contains(parts[0].count),
            parts.dropFirst().allSatisfy({ $0.count == 2 })
        else { return nil }
        let numbers = parts.compactMap { part in
            part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
        }
        guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 })
        else { return nil }
        let wanted = DateComponents(
            hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
        guard let next = calendar.nextDate(after: now, matching: wanted, matchingPolicy: .nextTime)
        else { return nil }
        return Timestamp(nanoseconds: Int64(next.timeIntervalSince1970) * 1_000_000_000)
    }
}
