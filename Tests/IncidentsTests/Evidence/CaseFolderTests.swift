import Foundation
import NetTypes
import Testing

@testable import Incidents

/// What a case folder holds, and that it is there whole or not at all.
@Suite struct CaseFolderTests {
    private func object(_ path: String) throws -> [String: Any] {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    }

    @Test func `a case has its files, each named in the manifest with its digest`() throws {
        let scene = try CaseScene()
        let summary = try scene.export()
        let path = scene.folder + "/" + Samples.incident.id.description
        #expect(summary.path == path)
        let names = CaseScene.objects.map { "objects/" + Digest.of($0.span).hexadecimal + ".sealed" }
        let rule = Digest.of(Array("rule A { condition: true }".utf8).span).hexadecimal
        let expected =
            [
                "custody.head", "custody.log", "events.json", "incident.json", "journal.json",
                "losses.json", "manifest.json", "packets.pcapng", "rules/\(rule).yar", "rules/rules.json",
                "versions.json",
            ] + names
        #expect(try CaseScene.files(path) == expected.sorted())
        let manifest = try object(path + "/manifest.json")
        #expect(manifest["incident"] as? String == Samples.incident.id.description)
        #expect(manifest["person"] as? String == "an")
        let files = try #require(manifest["files"] as? [[String: Any]])
        #expect(
            files.compactMap { $0["path"] as? String }
                == expected.sorted().filter {
                    !["manifest.json", "custody.log", "custody.head"].contains($0)
                })
        for file in files {
            let bytes = try CaseScene.bytes(path + "/" + (file["path"] as? String ?? ""))
            #expect(file["size"] as? Int == bytes.count)
            let digest = Digest.of(bytes.span).hexadecimal
            #expect(file["sha256"] as? String == digest)
        }
        #expect(try CaseScene.bytes(path + "/packets.pcapng") == Array("packets of the case".utf8))
        let events = try String(contentsOfFile: path + "/events.json", encoding: .utf8)
        #expect(events.split(separator: "\n").count == 4)
        #expect(try object(path + "/losses.json")["complete"] as? Bool == false)
        #expect(try object(path + "/incident.json")["attacker"] as? String == "192.0.2.10")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        let verdict = try CaseVerifier.verify(path, anchor: summary.head)
        #expect(verdict.isIntact)
        #expect(verdict.head == summary.head)
    }

    @Test func `what is not in the folder is said`() throws {
        let scene = try CaseScene()
        var context = CaseScene.context(.none)
        context.losses = nil
        var evidence = CaseScene.evidence
        evidence.incident.detections = 50
        var source = CannedSource(objects: CaseScene.objects)
        source.account.missing = [EvidenceGap(kind: "source", name: "day.pcap", reason: "it is gone")]
        let summary = try CaseFolder.write(evidence, below: scene.folder, from: &source, context)
        let kinds = summary.manifest.missing.map(\.kind)
        #expect(kinds == ["source", "object", "object", "detections", "rule", "losses"])
        #expect(summary.manifest.missing[1].reason.contains("no key"))
        #expect(summary.manifest.missing[3].name == "47")
        #expect(source.asked?.objects == [])
        #expect(try CaseScene.files(summary.path + "/objects").isEmpty)
    }

    @Test func `an object that did not come again, or is too large, is said`() throws {
        let scene = try CaseScene()
        var context = CaseScene.context(.zip)
        context.limits.object = 100
        var source = CannedSource(objects: [CaseScene.objects[0]])
        let summary = try CaseFolder.write(CaseScene.evidence, below: scene.folder, from: &source, context)
        let reasons = Dictionary(
            uniqueKeysWithValues: summary.manifest.missing.filter { $0.kind == "object" }
                .map { ($0.name, $0.reason) })
        let names = CaseScene.objects.map { Digest.of($0.span).hexadecimal }
        #expect(reasons[names[0]] == "it is larger than 100 bytes")
        #expect(
            reasons[names[1]]
                == "it was not found again in the packets of the case")
        #expect(try CaseScene.files(summary.path + "/objects").isEmpty)
    }

    @Test func `a flow is asked for once, with a margin of time around its detections`() throws {
        let request = EvidenceRequest(CaseScene.evidence)
        #expect(request.flows.map(\.communityID) == ["1:LQU9qZlK+B5F3KDmev6m5PMibrg="])
        #expect(request.sources == ["day.pcap"])
        #expect(request.from == Samples.time.advanced(by: -EvidenceRequest.margin))
        #expect(request.to == Samples.time.advanced(by: 90_000_000_000 + EvidenceRequest.margin))
        #expect(request.objects.count == 2)
    }

    @Test(arguments: [("none", 0), ("hash", 1), ("a new word", 0)])
    func `a network that keeps no payload keeps back packets or what they carry`(
        policy: String, asked: Int
    ) throws {
        let scene = try CaseScene()
        var evidence = CaseScene.evidence
        evidence.incident.attackerUnit = evidence.incident.unit
        evidence.incident.attackerUnit?.payload = policy
        var source = CannedSource(objects: CaseScene.objects)
        let summary = try CaseFolder.write(
            evidence, below: scene.folder, from: &source, CaseScene.context(.zip))
        #expect((source.asked == nil ? 0 : 1) == asked)
        #expect(FileManager.default.fileExists(atPath: summary.path + "/packets.pcapng") == (asked == 1))
        #expect(try CaseScene.files(summary.path + "/objects").isEmpty)
        #expect(summary.manifest.payload == (asked == 1 ? "hash" : "none"))
        let missing = summary.manifest.missing.filter { $0.reason.contains("keeps no payload") }
        #expect(missing.map(\.kind) == (asked == 1 ? [] : ["packets"]) + ["object", "object"])
        #expect(source.asked?.payload ?? .hash == .hash)
        #expect(source.asked?.objects ?? [] == [])
        #expect(try CaseVerifier.verify(summary.path).isIntact)
    }

    @Test func `a case is never written over`() throws {
        let scene = try CaseScene()
        let summary = try scene.export()
        let before = try CaseScene.bytes(summary.path + "/manifest.json")
        #expect(throws: EvidenceError.exists(path: summary.path)) { try scene.export() }
        #expect(try CaseScene.bytes(summary.path + "/manifest.json") == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scene.folder).count == 1)
    }

    @Test func `whatever fails, nothing is left, and nothing was there under the name before the end`() throws
    {
        let scene = try CaseScene()
        let path = scene.folder + "/" + Samples.incident.id.description
        var wasThere = false
        var plain = false
        func run(_ context: CaseContext, _ error: EvidenceError?) throws {
            var source = CannedSource(objects: CaseScene.objects, error: error)
            source.lookAround = {
                wasThere = wasThere || FileManager.default.fileExists(atPath: path)
                plain = plain || !Self.isFree(of: CaseScene.objects[1], scene.folder)
            }
            _ = try CaseFolder.write(CaseScene.evidence, below: scene.folder, from: &source, context)
        }
        let key = try EvidenceSecretKey.generate().publicKey
        for error in [EvidenceError.interrupted, .engine("x")] {
            #expect(throws: error) { try run(CaseScene.context(.sealed(key)), error) }
        }
        // A full disk, at every place that it may be noticed in.
        for limit in [0, 10, 19, 200, 70_200, 71_000, 74_000, 76_000] {
            var context = CaseScene.context(.sealed(key))
            context.limits.bytes = UInt64(limit)
            #expect(throws: EvidenceError.tooLarge(limit: UInt64(limit))) { try run(context, nil) }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scene.folder) == [])
        #expect(!wasThere)
        #expect(!plain)
    }

    /// True when no file below a folder holds these bytes.
    private static func isFree(of bytes: [UInt8], _ folder: String) -> Bool {
        let files = (try? CaseScene.files(folder)) ?? []
        return files.allSatisfy { file in
            let content = (try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))) ?? Data()
            return content.range(of: Data(bytes)) == nil
        }
    }

    @Test func `a folder that cannot be written to is the system's reason`() throws {
        let scene = try CaseScene()
        try CaseScene.write([], scene.folder + "/file")
        var source = CannedSource()
        #expect {
            try CaseFolder.write(
                CaseScene.evidence, below: scene.folder + "/file/x", from: &source, CaseScene.context(.zip))
        } throws: { error in
            guard case .cannotWrite = error as? EvidenceError else { return false }
            return true
        }
    }
}
