import Foundation
import Incidents
import NetTypes
import Testing

@testable import haidang

/// The commands of evidence, as a person runs them.
@Suite("haidang evidence")
struct EvidenceCommandTests {
    /// A scene with a case folder `case`, whose objects are sealed for `team.pub`.
    private func scene() throws -> (Scene, sha256: String) {
        let scene = try Scene()
        #expect(try scene.run("evidence", "key", "team").code == 0)
        let path = EvidenceScene.capture("malware/eicar-http")
        let found = try EvidenceScene.detections(path, try EvidenceScene.rules.get())
        let key = try EvidenceFiles.publicKey(scene.path("team.pub"))
        let summary = try CaseExport.write(
            try EvidenceScene.evidence(found, source: path), below: scene.folder.path,
            EvidenceScene.settings, .sealed(key))
        try FileManager.default.moveItem(atPath: summary.path, toPath: scene.path("case"))
        let object = try #require(found.first { !$0.object.kind.isRaw }?.object.sha256)
        return (scene, object.hexadecimal)
    }

    @Test("The secret half is for its owner alone, and no key is written over")
    func keys() throws {
        let scene = try Scene()
        let made = try scene.run("evidence", "key", "team")
        #expect(made.code == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: scene.path("team.key"))
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let before = try scene.text("team.key")
        #expect(!made.output.contains(before.split(separator: "\n")[1]))
        #expect(try scene.run("evidence", "key", "team").code == 2)
        #expect(try scene.text("team.key") == before)
        try scene.shell("rm team.key")
        #expect(try scene.run("evidence", "key", "team").code == 2)
        #expect(!FileManager.default.fileExists(atPath: scene.path("team.key")))
    }

    @Test("A case is intact, or is broken at a file or a line, or is none")
    func verify() throws {
        let (scene, _) = try scene()
        let whole = try scene.run("evidence", "verify", "case")
        #expect(whole.code == 0)
        #expect(whole.lines.first?.hasPrefix("Intact: ") == true)
        let json = try scene.run("evidence", "verify", "case", "--json")
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(object?["intact"] as? Bool == true)
        let head = try #require(object?["head"] as? String)
        #expect(try scene.run("evidence", "verify", "case", "--anchor", head).code == 0)
        let other = String(repeating: "0", count: 64)
        #expect(try scene.run("evidence", "verify", "case", "--anchor", other).code == 1)
        try scene.shell("printf x >> case/events.json; touch 'case/new\u{1b}[2J'")
        let broken = try scene.run("evidence", "verify", "case")
        #expect(broken.code == 1)
        #expect(
            broken.lines.dropLast() == ["events.json: was changed", "new\\x1b[2J: was added"])
        let faults = try scene.run("evidence", "verify", "case", "--json").output
        #expect(faults.contains(#"{"path":"events.json","line":null,"fault":"changed"}"#))
        #expect(try scene.run("evidence", "verify", ".").code == 5)
        #expect(try scene.run("evidence", "verify", "none").code == 5)
    }

    @Test("Whoever looks at a case is in its log, and a broken one is left as it is")
    func view() throws {
        let (scene, sha256) = try scene()
        let outcome = try scene.run("evidence", "view", "case", "--note", "for the court")
        #expect(outcome.code == 0, "\(outcome.messages)")
        for word in ["packets.pcapng", sha256, "exported", "viewed", "for the court"] {
            #expect(outcome.output.contains(word), "\(word)")
        }
        let vietnamese = try scene.run("evidence", "view", "case", "--lang", "vi")
        #expect(vietnamese.output.contains("gói tin"))
        #expect(vietnamese.output.contains("Nguyên vẹn"))
        #expect(try scene.text("case/custody.log").split(separator: "\n").count == 3)
        try scene.shell("sed -i 's/for the court/for the cause/' case/custody.log")
        let broken = try scene.run("evidence", "view", "case")
        #expect(broken.code == 1)
        #expect(broken.output.contains("custody.log:2: was changed"))
        #expect(try scene.text("case/custody.log").split(separator: "\n").count == 3)
    }

    @Test("An object is opened with the secret key, after that was entered, and never over a file")
    func open() throws {
        let (scene, sha256) = try scene()
        func open(_ key: String, _ object: String, _ to: String) throws -> Outcome {
            try scene.run(
                "evidence", "open", "case", "--secret-key", key, "--object", object, "--to", to)
        }
        #expect(try open("team.key", sha256, "out").code == 0)
        let bytes = [UInt8](try Data(contentsOf: scene.folder.appendingPathComponent("out")))
        let digest = Digest.of(bytes.span).hexadecimal
        #expect(digest == sha256)
        #expect(try scene.text("case/custody.log").contains(#""action":"opened","detail":"\#(sha256)""#))
        #expect(try open("team.key", sha256, "out").code == 2)
        #expect(try open("team.pub", sha256, "two").code == 2)
        #expect(try open("none.key", sha256, "two").code == 5)
        #expect(try open("team.key", "../../etc/passwd", "two").code == 5)
        #expect(try scene.run("evidence", "key", "other").code == 0)
        #expect(try open("other.key", sha256, "two").code == 5)
        #expect(!FileManager.default.fileExists(atPath: scene.path("two")))
        #expect(try scene.text("case/custody.log").split(separator: "\n").count == 2)
        #expect(try scene.run("evidence", "verify", "case").code == 0)
    }

    @Test("What names no incident, and a key that is none, are said")
    func wrongExport() throws {
        let scene = try Scene.ready()
        let scan = ["scan", "hit.pcap", "--rules", "rules", "--store", "i.db", "--exit-zero"]
        #expect(try scene.finish(scene.process(scan)).code == 0)
        let list = try scene.run("incident", "list", "--store", "i.db", "--json").output
        let id = String(try #require(list.firstMatch(of: /HD-[0-9]{8}-[0-9A-Z]{8}/)).output)
        let outcome = try scene.run("evidence", "export", "../x\u{1b}", "--store", "i.db")
        #expect(outcome.code == 2)
        #expect(outcome.messages.contains("../x\\x1b"))
        try scene.write("bad.pub", "nothing")
        func export(_ options: String...) throws -> Int32 {
            let process = scene.process(["evidence", "export", id, "--store", "i.db"] + options)
            return try scene.finish(process).code
        }
        #expect(try export("--key", "bad.pub") == 2)
        #expect(try export("--key", "none.pub") == 5)
        #expect(try export("--objects", "sealed") == 2)
        #expect(try export("--objects", "none", "--to", "cases") == 0)
        #expect(try scene.run("evidence", "verify", "cases/\(id)").code == 0)
        #expect(try export("--objects", "none", "--to", "cases") == 2)
        let page = try scene.run("incident", "show", id, "--store", "i.db").output
        #expect(page.contains("evidence exported"))
    }
}
