import Capture
import Incidents
import NetTypes
import TestSupport
import Testing

@Suite("haidang scan of files whose sensor lost frames")
struct ReportedLossScanTests {
    /// A conversation in pcapng that says at its end that so many frames were lost.
    private static func savefile(_ port: UInt16, lost: UInt64) -> [UInt8] {
        var talk = Conversation(client: "198.51.100.7", port, server: "203.0.113.9", 80)
        talk.handshake()
        talk.client(sends: "nothing of the kind")
        talk.close()
        var writer = PcapngWriter(capacity: 4096)
        writer.section(hardware: "", system: "", application: "test")
        writer.interface(RecordingInterface(name: "eth0", linkType: .ethernet, snaplen: 0))
        for frame in talk.frames { writer.packet(interface: 0, frame.header, frame.bytes.span) }
        writer.losses(
            interface: 0, RecordingLosses(byInterface: 1, bySystem: lost - 1), from: .scene, to: .scene)
        return writer.bytes
    }

    private func ready() throws -> Scene {
        let scene = try Scene.ready()
        try scene.write("in/a.pcapng", Self.savefile(20_000, lost: 1200))
        try scene.write("in/other.pcapng", Self.savefile(20_001, lost: 34))
        return scene
    }

    @Test("The sum is in the summary, changes no exit code, and silence is not called a proof")
    func said() throws {
        let scene = try ready()
        let outcome = try scene.run("scan", "in", "--rules", "rules")
        #expect(outcome.code == 0)
        #expect(outcome.lines.contains("The sensor reported 1,234 frames lost"))
        #expect(!outcome.output.contains("Nothing found; all payload"))
        let json = try scene.run("scan", "in", "--rules", "rules", "--json", "--jobs", "2")
        #expect(json.code == 0 && json.output.contains(#""frames_lost":1234,"#))
        #expect(json.output.contains(#""complete":true"#))
        let vietnamese = try scene.run("scan", "in", "--rules", "rules", "--lang", "vi")
        #expect(vietnamese.lines.contains("Cảm biến báo đã mất 1.234 khung"), "\(vietnamese.output)")
        let quiet = try scene.run("scan", "quiet.pcap", "--rules", "rules", "--json")
        #expect(quiet.output.contains(#""frames_lost":0,"#))
    }

    @Test("Files that are read as one capture are counted each, and the ledger keeps what each has said")
    func ledger() throws {
        let scene = try Scene.ready()
        try scene.write("in/eth0-1.pcapng", Self.savefile(20_000, lost: 1200))
        try scene.write("in/eth0-2.pcapng", Self.savefile(20_001, lost: 34))
        let outcome = try scene.run(
            "scan", "in", "--rules", "rules", "--ledger", "l.db", "--settle", "0s", "--json")
        #expect(outcome.output.contains(#""frames_lost":1234,"#))
        let counts = try scene.ledgerEntries("l.db").map(\.counts.framesLost)
        #expect(counts.sorted() == [34, 1200])
    }
}
