import Capture
import Foundation
import Incidents
import NetTypes
import Scan
import Sensor
import TestSupport
import Testing

@testable import haidang

/// The packets and objects of a case, out of real savefiles.
@Suite("The packets of a case")
struct EvidencePacketsTests {
    @Test(
        "Scanned again, the packets of a case give the same detections for its flows",
        arguments: [
            "malware/dropper-mail", "malware/eicar-http", "malware/eicar-plain-tcp", "webshell/php-command",
            "evasion/eicar-ipv4-fragments", "evasion/eicar-ipv6-fragments", "evasion/eicar-stacked-vlan",
            "evasion/eicar-tiny-segments", "evasion/eicar-wrap-midstream", "c2/dns-tunnel",
            "objects/http2-prior-knowledge", "objects/smb2-read", "lateral/worm-spread",
        ])
    func sameDetections(scenario: String) throws {
        let scene = try Scene()
        let rules = try EvidenceScene.rules.get()
        let path = EvidenceScene.capture(scenario)
        let all = try EvidenceScene.detections(path, rules)
        let flow = try #require(all.first?.flow.communityID)
        let ours = all.filter { $0.flow.communityID == flow }
        let evidence = try EvidenceScene.evidence(ours, source: path)
        let key = try EvidenceSecretKey.generate()
        let summary = try CaseExport.write(
            evidence, below: scene.folder.path, EvidenceScene.settings, .sealed(key.publicKey))
        let again = try EvidenceScene.detections(summary.path + "/packets.pcapng", rules)
        #expect(EvidenceScene.names(again) == EvidenceScene.names(ours))
        let missing = summary.manifest.missing.filter { $0.kind != "losses" }
        #expect(missing == [], "\(missing)")
        for detection in ours where !detection.object.kind.isRaw {
            let sha256 = try #require(detection.object.sha256)
            let object = try CaseObject.open(sha256.hexadecimal, in: summary.path, with: key)
            let digest = Digest.of(object.span)
            #expect(digest == sha256)
        }
        #expect(summary.manifest.files.contains { $0.purpose == "rule" })
        #expect(try CaseVerifier.verify(summary.path, anchor: summary.head).isIntact)
    }

    /// Two conversations in one savefile, and the detection in the first of them.
    private func twoTalks(_ scene: Scene) throws -> (path: String, EvidenceCase) {
        var frames: [Frame] = []
        for port in [UInt16(40000), 40001] {
            var talk = Conversation(client: "198.51.100.7", port, server: "203.0.113.9", 80)
            talk.handshake()
            talk.client(sends: "GET /\(port) HTTP/1.0\r\n\r\n")
            talk.server(sends: "HTTP/1.0 200 OK\r\n\r\n\(Scene.word)-\(port)")
            talk.close()
            frames += talk.frames
        }
        try scene.write("two.pcap", SavefileBytes.pcap(frames.inArrivalOrder()))
        try scene.write("rules/beacon.yar", Scene.rule)
        let path = scene.path("two.pcap")
        let rules = try RuleSet.load(paths: [scene.path("rules")]).0
        let found = try EvidenceScene.detections(path, rules).filter {
            $0.flow.client.port == 40000
        }
        return (path, try EvidenceScene.evidence(found, source: path))
    }

    private func packets(_ summary: CaseFolder.Summary) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: summary.path + "/packets.pcapng"))
    }

    @Test("Packets of other flows stay out")
    func others() throws {
        let scene = try Scene()
        let (path, evidence) = try twoTalks(scene)
        let summary = try CaseExport.write(evidence, below: scene.folder.path, EvidenceScene.settings, .none)
        let all = try EvidenceScene.frames(path)
        let taken = try EvidenceScene.frames(summary.path + "/packets.pcapng")
        #expect(taken.count * 2 == all.count)
        #expect(summary.manifest.flows.map(\.packets) == [UInt64(taken.count)])
        let bytes = try packets(summary)
        #expect(bytes.range(of: Data("\(Scene.word)-40000".utf8)) != nil)
        #expect(bytes.range(of: Data("40001".utf8)) == nil)
        for frame in taken {
            let twin = all.first { $0.bytes == frame.bytes && $0.header.timestamp == frame.header.timestamp }
            #expect(twin?.header.wireLength == frame.header.wireLength)
        }
    }

    @Test("Packets long before and after the incident stay out")
    func window() throws {
        let scene = try Scene()
        var (path, evidence) = try twoTalks(scene)
        let frames = try EvidenceScene.frames(path).map { frame in
            var header = frame.header
            header.timestamp = header.timestamp.advanced(by: -2 * EvidenceRequest.margin)
            return Frame(header: header, bytes: frame.bytes)
        }
        let later = try EvidenceScene.frames(path).map { Frame(header: $0.header, bytes: $0.bytes) }
        try scene.write("two.pcap", SavefileBytes.pcap(frames + later))
        let summary = try CaseExport.write(evidence, below: scene.folder.path, EvidenceScene.settings, .none)
        let taken = try EvidenceScene.frames(summary.path + "/packets.pcapng")
        #expect(taken.count * 2 == later.count)
        evidence.incident.firstAt = evidence.incident.firstAt.advanced(by: -2 * EvidenceRequest.margin)
        try FileManager.default.removeItem(atPath: summary.path)
        let more = try CaseExport.write(evidence, below: scene.folder.path, EvidenceScene.settings, .none)
        #expect(try EvidenceScene.frames(more.path + "/packets.pcapng").count == later.count)
    }

    @Test("Where a network keeps only hashes, no byte of payload is left, and headers are")
    func hashPolicy() throws {
        let scene = try Scene()
        let (path, evidence) = try twoTalks(scene)
        let client = try #require(evidence.detections.first?.client.address)
        var settings = EvidenceScene.settings
        settings.sensor.networks = EvidenceScene.networks(client, .hash)
        let summary = try CaseExport.write(evidence, below: scene.folder.path, settings, .zip)
        let bytes = try packets(summary)
        for word in ["GET", "HTTP", Scene.word, "40000"] { #expect(bytes.range(of: Data(word.utf8)) == nil) }
        let taken = try EvidenceScene.frames(summary.path + "/packets.pcapng")
        #expect(taken.count * 2 == (try EvidenceScene.frames(path)).count)
        #expect(taken.allSatisfy { $0.bytes.count >= 54 && $0.bytes.count <= 74 })
        #expect(taken.contains { $0.header.wireLength > $0.bytes.count })
        #expect(summary.manifest.flows.map(\.cut) == [true])
        // Nothing in the headers is lost: flags, sequence numbers, checksums.
        let all = try EvidenceScene.frames(path)
        for frame in taken { #expect(all.contains { $0.bytes.starts(with: frame.bytes) }) }
    }

    @Test(
        "Of pieces of datagrams, too, only headers are left",
        arguments: [
            "evasion/eicar-ipv4-fragments", "evasion/eicar-ipv6-fragments", "evasion/eicar-stacked-vlan",
            "evasion/eicar-tiny-segments", "c2/dns-tunnel",
        ])
    func hashPolicyOfFragments(scenario: String) throws {
        let scene = try Scene()
        let path = EvidenceScene.capture(scenario)
        let found = try EvidenceScene.detections(path, try EvidenceScene.rules.get())
        let evidence = try EvidenceScene.evidence(found, source: path)
        var settings = EvidenceScene.settings
        let client = try #require(found.first?.flow.client.address)
        settings.sensor.networks = EvidenceScene.networks(client, .hash)
        let summary = try CaseExport.write(evidence, below: scene.folder.path, settings, .zip)
        let taken = try EvidenceScene.frames(summary.path + "/packets.pcapng")
        let all = try EvidenceScene.frames(path)
        #expect(!taken.isEmpty)
        for frame in taken {
            // Ethernet, two tags, IPv6 with a fragment header, TCP with options.
            #expect(frame.bytes.count <= 14 + 8 + 48 + 60)
            #expect(all.contains { $0.bytes.starts(with: frame.bytes) })
        }
        let bytes = try packets(summary)
        for found in found {
            for string in found.strings where string.bytes.count >= 4 {
                #expect(bytes.range(of: Data(string.bytes)) == nil)
            }
        }
    }

    @Test("A frame of which nobody knows where its payload begins is left empty")
    func unknownHeaders() throws {
        let cut = PayloadCut(SensorConfiguration().decoder)
        func length(_ bytes: [UInt8]) -> Int {
            cut.length(
                FrameHeader(number: 1, timestamp: .zero, wireLength: bytes.count, linkType: .ethernet),
                bytes.span)
        }
        let packet = PacketBuilder(source: .literal("192.0.2.1"), destination: .literal("192.0.2.2"))
        let datagram = FrameBuilder().frame(packet.udp(from: 4000, to: 53, Array("payload".utf8)))
        #expect(length(datagram) == 42)
        #expect(length(Array("no frame of ours at all, and nothing to trust".utf8)) == 0)
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        talk.client(sends: "secret words")
        let frame = try #require(talk.frames.last { $0.bytes.count > 60 })
        var bytes = frame.bytes
        #expect(length(bytes) == 54)
        bytes[14 + 20 + 12] = 0x10  // A TCP header of four bytes, which cannot be.
        #expect(length(bytes) == 0)
    }

    @Test("Where a network keeps nothing, its flows are held back, and that is said")
    func nonePolicy() throws {
        let scene = try Scene()
        let (_, evidence) = try twoTalks(scene)
        var settings = EvidenceScene.settings
        let server = try #require(evidence.detections.first?.server.address)
        settings.sensor.networks = EvidenceScene.networks(server, .none)
        let summary = try CaseExport.write(evidence, below: scene.folder.path, settings, .zip)
        #expect(try EvidenceScene.frames(summary.path + "/packets.pcapng").isEmpty)
        let reasons = summary.manifest.missing.filter { $0.kind == "packets" }.map(\.reason)
        #expect(reasons == ["a network at one end keeps no payload"])
    }

    @Test("A savefile that is gone, or was cut, is said and ends nothing")
    func damagedSources() throws {
        let scene = try Scene()
        let (path, evidence) = try twoTalks(scene)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try whole.dropLast(30).write(to: URL(fileURLWithPath: path))
        let cut = try CaseExport.write(evidence, below: scene.folder.path, EvidenceScene.settings, .none)
        #expect(cut.manifest.sources.first?.damage.contains("cut short") == true)
        for (content, kind) in [(Data("text".utf8), "source"), (nil, "source")] {
            try FileManager.default.removeItem(atPath: cut.path)
            try FileManager.default.removeItem(atPath: path)
            try content?.write(to: URL(fileURLWithPath: path))
            let summary = try CaseExport.write(
                evidence, below: scene.folder.path, EvidenceScene.settings, .none)
            #expect(summary.manifest.missing.contains { $0.kind == kind && $0.name == path })
            #expect(summary.manifest.missing.contains { $0.kind == "packets" })
            if content == nil { break }
        }
    }

    @Test("What was captured live is found in the recording, and what its account of losses says")
    func recording() throws {
        let scene = try Scene()
        var (path, evidence) = try twoTalks(scene)
        let folder = scene.path("recording")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var recorder = try Recorder(
            folder: folder, RecordingConfiguration(),
            interfaces: [RecordingInterface(name: "eth1", linkType: .ethernet, snaplen: 0)])
        for frame in try EvidenceScene.frames(path) { recorder.take(frame.header, frame.bytes.span) }
        recorder.finish()
        for place in evidence.detections.indices { evidence.detections[place].source = "eth1" }
        var settings = EvidenceScene.settings
        settings.live.recordingFolder = folder
        let times = [-7_200, 60, 7_200].map { evidence.incident.firstAt.advanced(by: $0 * 1_000_000_000) }
        let lines = zip(times, [(1, 5), (100, 8), (200, 20)]).map { time, numbers in
            """
            {"timestamp":"\(time)","event_type":"stats","stats":{"uptime":\(numbers.0),"capture":\
            {"kernel_packets":\(numbers.0),"kernel_drops":\(numbers.1)},"law":{"complete":true}}}

            """
        }
        try scene.write("eve.json", lines.joined())
        settings.eventLog = scene.path("eve.json")
        let summary = try CaseExport.write(evidence, below: scene.folder.path, settings, .none)
        #expect(summary.manifest.sources.map(\.kind) == ["recording"])
        let taken = try EvidenceScene.frames(summary.path + "/packets.pcapng")
        #expect(taken.count * 2 == (try EvidenceScene.frames(path)).count)
        let losses = try String(contentsOfFile: summary.path + "/losses.json", encoding: .utf8)
        #expect(losses.contains("\"known\":true,\"complete\":false"))
        // From before the time to after it: 20 less 5.
        #expect(losses.contains("\"capture.kernel_drops\":15"))
    }
}
