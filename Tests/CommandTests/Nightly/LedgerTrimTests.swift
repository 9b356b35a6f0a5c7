import Incidents
import NetTypes
import Testing

@Suite("A ledger after many nights")
struct LedgerTrimTests {
    @Test("It lets go of old runs, and knows what is still there")
    func trimmed() throws {
        let scene = try Scene.ready()
        try scene.shell("mkdir in; cp hit.pcap in/stays.pcap; cp quiet.pcap in/goes.pcap")
        let options = ["--rules", "rules", "--ledger", "l.db", "--settle", "0s", "--json"]
        func scan() throws -> Outcome { try scene.finish(scene.process(["scan", "in"] + options)) }
        #expect(try scan().code == 1)
        try nights(ScanLedger.keptRuns, scene)
        try scene.shell("rm in/goes.pcap")
        let known = #""ledger":{"known":1,"left":0,"#
        #expect(try scan().output.contains(known))
        let ledger = try ScanLedger(path: scene.path("l.db"), creates: false)
        // The first is kept for the file that it scanned and that is still there.
        #expect(try ledger.runCount == ScanLedger.keptRuns + 1)
        #expect(try ledger.entries(ofRun: 1).map(\.path.description) == ["in/stays.pcap"])
        // Met in the last run, it is not forgotten by those that follow.
        let again = try scan()
        #expect(again.code == 0 && again.output.contains(known), "\(again.output)")
    }

    /// So many nights in which nothing was scanned.
    private func nights(_ count: Int, _ scene: Scene) throws {
        let ledger = try ScanLedger(path: scene.path("l.db"), creates: false)
        try ledger.hold(now: .zero)
        let basis = try #require(try ledger.lastRun).basis
        for _ in 0..<count {
            let run = try ledger.begin(asked: [LedgerPath("in")], basis: basis, host: "h", now: .zero)
            try ledger.finish(run, exitCode: 0, known: 0, left: 0, now: .zero)
        }
        try ledger.close()
    }
}
