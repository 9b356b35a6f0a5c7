import Foundation
import TestSupport

/// Savefiles sent over a cable while `haidang live` listens and records, and what it and a scan make of them.
struct LiveReplay {
    /// What one savefile led to, each as sorted canonical lines.
    struct Result {
        /// What live wrote; what a scan of the recording wrote. Nothing is left out but where it came from.
        var live: [String] = []
        var recorded: [String] = []
        /// What live wrote, and a scan of the savefile itself, without times and what follows from them.
        var timeless: [String] = []
        var original: [String] = []
        /// Frames live received, and frames in the savefile.
        var received = 0
        var sent = 0
        /// The exit code, and what was said.
        var code: Int32 = 0
        var messages = ""
        /// Laws of conservation that do not hold, and frames that were dropped.
        var broken: [String] = []
        var dropped = 0
    }

    /// Where an event came from.
    private static let origin: Set<String> = ["in_iface", "pcap_filename", "pcap_cnt"]
    /// What depends on when frames came: times, numbers made of them, and whether a flow still lived at the end.
    private static let times: Set<String> = [
        "timestamp", "flow_id", "flow.start", "flow.end", "flow.age", "flow.reason",
    ]

    let scene: Scene
    let rules: String

    /// Makes the cable, in the network of this thread. Frames may be as long as a packet can be.
    init(_ scene: Scene, rules: String) throws {
        self.scene = scene
        self.rules = rules
        _ = try LiveCable()
    }

    /// Sends each savefile, by its path, past so many workers, and compares.
    func run(_ savefiles: [String], workers: Int) throws -> [String: Result] {
        let folder = "workers-\(workers)"
        var results: [Result] = []
        for (index, savefile) in savefiles.enumerated() {
            results.append(try send(savefile, to: "\(folder)/\(index)", workers: workers))
        }
        // One scan for all, since each savefile is a capture of its own.
        let recordings = savefiles.indices.map { "\(folder)/\($0)/recorded" }
        let recorded = try scan(recordings, to: "\(folder)/recorded.json") {
            $0.split(separator: "/").dropLast().joined(separator: "/")
        }
        let original = try scan(savefiles, to: "\(folder)/original.json") { $0 }
        for (index, savefile) in savefiles.enumerated() {
            results[index].recorded = try Self.lines(recorded[recordings[index]] ?? [], without: Self.origin)
            let events = original[savefile] ?? []
            results[index].original = try Self.lines(events, without: Self.origin.union(Self.times))
            results[index].sent =
                events.last { $0.type == "stats" }?.number("stats.law.frames.received") ?? -1
        }
        return Dictionary(zip(savefiles, results)) { $1 }
    }

    /// Sends one savefile to a live run of its own, which writes into a folder.
    private func send(_ savefile: String, to folder: String, workers: Int) throws -> Result {
        let log = "\(folder)/live.json"
        try scene.write("\(folder)/recorded/.here", "")
        let options = [
            "--rules", rules, "--event-log", log, "--workers", "\(workers)", "--json", "--record",
            "\(folder)/recorded",
        ]
        let live = try NetworkProcess.live(scene, on: LiveCable.far, options)
        try NetworkProcess.replay(scene, savefile, on: LiveCable.near)
        NetworkProcess.waitForKernel()
        let outcome = try live.finish(after: SIGTERM)
        let events = try LoggedEvent.all(scene, log)
        var result = Result()
        (result.code, result.messages) = (outcome.code, outcome.messages)
        result.live = try Self.lines(events, without: Self.origin)
        result.timeless = try Self.lines(events, without: Self.origin.union(Self.times))
        guard let last = events.last(where: { $0.type == "stats" }) else { return result }
        result.received = last.sum("stats.live.interfaces", "frames")
        result.dropped =
            last.sum("stats.live.interfaces", "kernel_drops") + last.sum("stats.live.rings", "dropped")
        result.broken = last.texts("stats.law.broken")
        return result
    }

    /// The events of a scan, by a name made of the path of their savefile.
    private func scan(
        _ paths: [String], to log: String, by name: (String) -> String
    ) throws -> [String: [LoggedEvent]] {
        let options = ["--rules", rules, "--event-log", log, "--host", "h"]
        _ = try NetworkProcess.run(scene, ["scan"] + paths + options)
        return Dictionary(grouping: try LoggedEvent.all(scene, log)) { name($0.text("pcap_filename") ?? "") }
    }

    private static func lines(_ events: [LoggedEvent], without paths: Set<String>) throws -> [String] {
        try events.filter { $0.type != "stats" }.map { try $0.canonical(without: paths) }.sorted()
    }
}
