import Foundation

/// Everything that `make bench` measures, and the page it makes of it.
struct Plan {
    /// Millions of bytes of the capture of few large flows.
    var megabytes = 300
    /// Flows of the capture of many small ones.
    var flows = 40_000
    /// Rounds in which everything is run in turn.
    var rounds = 5
    /// Where the page goes.
    var output = "docs/PERFORMANCE.md"

    func carryOut() throws {
        let place = try Workplace()
        defer { place.remove() }
        let environment = ProcessInfo.processInfo.environment.filter { !$0.value.isEmpty }
        let traffic = try captures(place, real: environment["HAIDANG_BULK"])
        let sets = [RuleChoice(name: "10 rules", path: "rules")] + larger(environment["HAIDANG_BULK_RULES"])
        var measured: [Measurement] = []
        for (index, capture) in traffic.enumerated() {
            Bench.complain("\(capture.title): capture \(index + 1) of \(traffic.count)")
            try place.settle(capture)
            measured.append(try Measurement(of: capture, sets, rounds: rounds, in: place))
        }
        Bench.complain("memory")
        let memory = MemoryRun()
        let old = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
        let page = Page(
            machine: Machine(), measured: measured, rounds: rounds, downloads: memory.downloads,
            memory: try memory.result(in: place, rules: sets[0].path), old: old)
        try page.text.write(toFile: output, atomically: true, encoding: .utf8)
        print("\(output) is written.")
    }

    private func captures(_ place: Workplace, real: String?) throws -> [TrafficChoice] {
        let bulk = place.url.appendingPathComponent("bulk.pcap").path
        let mixed = place.url.appendingPathComponent("mixed.pcap").path
        let forge = try place.program("forge")
        Bench.complain("making captures of \(megabytes) MB and of \(flows) flows")
        let make = [
            ["bulk", bulk, "--megabytes", "\(megabytes)"], ["mixed", mixed, "--flows", "\(flows)"],
        ]
        for arguments in make { _ = try Command(arguments: [forge] + arguments).run(in: place.url) }
        var list = [
            TrafficChoice(
                title: "Bulk", what: "Few large flows: two dozen HTTP downloads side by side, generated",
                path: bulk),
            TrafficChoice(
                title: "Mixed",
                what: "Many small flows: name lookups, short web requests, scans; some of it reordered, "
                    + "lost or sent again; generated",
                path: mixed),
        ]
        if let real {
            list.append(
                TrafficChoice(
                    title: "Real bulk", what: "A capture of a web server at work, not generated", path: real))
        }
        return list
    }

    private func larger(_ path: String?) -> [RuleChoice] {
        path.map { [RuleChoice(name: "the larger rule set", path: $0)] } ?? []
    }
}
