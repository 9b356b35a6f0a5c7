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

    @Option(help: ArgumentHelp("\(NightHelp.until)", valueName: "HH:MM"))
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

    /// The next moment at which clocks show a time of day; nil for a text that is none.
    static func time(_ text: String, after now: Date = Date(), in calendar: Calendar = .current) -> Timestamp?
    {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isASCII) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
            (0..<60).contains(minute), parts[1].count == 2,
            let next = calendar.nextDate(
                after: now, matching: DateComponents(hour: hour, minute: minute, second: 0),
                matchingPolicy: .nextTime)
        else { return nil }
        return Timestamp(nanoseconds: Int64(next.timeIntervalSince1970) * 1_000_000_000)
    }
}
