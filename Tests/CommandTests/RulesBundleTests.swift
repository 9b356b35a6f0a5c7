import Foundation
import Testing

@Suite("haidang rules bundle")
struct RulesBundleTests {
    /// A scene with two pairs of keys and a bundle that the first has signed.
    private func scene() throws -> Scene {
        let scene = try Scene.ready()
        for name in ["ours", "theirs"] {
            #expect(try scene.run("rules", "bundle", "key", name).code == 0)
        }
        let outcome = try scene.run(
            "rules", "bundle", "create", "rules", "r.hdb", "--author", "Đội ứng cứu", "--version", "1.0",
            "--date",
            "2026-11-28", "--key", "ours.key")
        #expect(outcome.code == 0, "\(outcome.messages)")
        return scene
    }

    @Test("The private half is for its owner alone, and no key is written over")
    func keys() throws {
        let scene = try scene()
        let attributes = try FileManager.default.attributesOfItem(atPath: scene.path("ours.key"))
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let before = try scene.text("ours.key")
        let again = try scene.run("rules", "bundle", "key", "ours")
        #expect(again.code == 2)
        #expect(again.messages.contains("ours.key"))
        #expect(try scene.text("ours.key") == before)
        try scene.shell("rm ours.key")
        #expect(try scene.run("rules", "bundle", "key", "ours").code == 2)
        #expect(!FileManager.default.fileExists(atPath: scene.path("ours.key")))
    }

    @Test("A bundle says who made it, and whether the key that is trusted has signed it")
    func verify() throws {
        let scene = try scene()
        let known = try scene.run("rules", "bundle", "verify", "r.hdb", "--key", "ours.pub")
        #expect(known.code == 0)
        #expect(known.output.contains("By Đội ứng cứu, 2026-11-28"))
        #expect(known.lines.last == "The bundle is whole, and signed by the key given.")
        let unknown = try scene.run("rules", "bundle", "verify", "r.hdb")
        #expect(unknown.code == 0)
        #expect(unknown.lines.last?.contains("that it names itself") == true)
        let other = try scene.run("rules", "bundle", "verify", "r.hdb", "--key", "theirs.pub")
        #expect(other.code == 4)
        #expect(other.messages.contains("r.hdb: is refused: it is not signed by the key that was given"))
        #expect(try scene.run("rules", "bundle", "verify", "r.hdb", "--key", "ours.key").code == 2)
        #expect(try scene.run("rules", "bundle", "verify", "r.hdb", "--key", "no.pub").code == 5)
        #expect(try scene.run("rules", "bundle", "verify", "hit.pcap").code == 4)
        let json = try scene.run("rules", "bundle", "verify", "r.hdb", "--json", "--key", "ours.pub")
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(object?["trusted"] as? Bool == true)
        #expect((object?["files"] as? [Any])?.count == 1)
    }

    @Test("Whatever takes rules takes a bundle, and finds the same with the same rule set")
    func use() throws {
        let scene = try scene()
        let packed = try scene.run("scan", "hit.pcap", "--rules", "r.hdb", "--json", "--host", "h")
        let plain = try scene.run("scan", "hit.pcap", "--rules", "rules", "--json", "--host", "h")
        #expect(packed.code == 1)
        #expect(packed.output == plain.output)
        for command in ["check", "list"] {
            let outcome = try scene.run("rules", command, "r.hdb")
            #expect(outcome.code == 0)
            #expect(outcome.output.contains("beacon:Beacon"))
        }
        #expect(try scene.run("rules", "diff", "r.hdb", "rules").code == 0)
    }

    @Test("With a key set, only bundles by that key are taken: by option and by configuration")
    func trust() throws {
        let scene = try scene()
        let good = try scene.run("scan", "hit.pcap", "--rules", "r.hdb", "--rules-key", "ours.pub")
        #expect(good.code == 1)
        for rules in ["rules", "rules/beacon.yar"] {
            let outcome = try scene.run("scan", "hit.pcap", "--rules", rules, "--rules-key", "ours.pub")
            #expect(outcome.code == 4)
            #expect(
                outcome.messages.contains("\(rules): is refused: rules must be a bundle signed by the key"))
            #expect(outcome.output.isEmpty)
        }
        let other = try scene.run("scan", "hit.pcap", "--rules", "r.hdb", "--rules-key", "theirs.pub")
        #expect(other.code == 4)
        try scene.write("c.yml", "rules: rules\nrules-key: ours.pub\n")
        #expect(try scene.run("scan", "hit.pcap", "--config", "c.yml").code == 4)
        #expect(try scene.run("rules", "check", "rules", "--config", "c.yml").code == 4)
        try scene.write("d.yml", "rules: r.hdb\nrules-key: ours.pub\n")
        #expect(try scene.run("scan", "hit.pcap", "--config", "d.yml").code == 1)
    }

    @Test("A bundle that was changed is refused even when no key is asked for")
    func changed() throws {
        let scene = try scene()
        var bytes = Array(try Data(contentsOf: scene.folder.appendingPathComponent("r.hdb")))
        let place = try #require(bytes.count > 400 ? bytes.count - 150 : nil)
        bytes[place] ^= 1
        try scene.write("changed.hdb", bytes)
        let outcome = try scene.run("scan", "hit.pcap", "--rules", "changed.hdb")
        #expect(outcome.code == 4)
        #expect(outcome.messages.contains("changed.hdb: is refused: it was changed after it was signed"))
    }

    @Test("Without a key a bundle is made with a warning; rules that do not compile are not packed")
    func create() throws {
        let scene = try scene()
        let plain = try scene.run(
            "rules", "bundle", "create", "rules", "plain.hdb", "--author", "a", "--version", "1")
        #expect(plain.code == 0)
        #expect(plain.messages.contains("not signed"))
        #expect(try scene.run("scan", "hit.pcap", "--rules", "plain.hdb").code == 1)
        #expect(
            try scene.run("scan", "hit.pcap", "--rules", "plain.hdb", "--rules-key", "ours.pub").code == 4)
        try scene.write("rules/broken.yar", Scene.brokenRule)
        let broken = try scene.run(
            "rules", "bundle", "create", "rules", "no.hdb", "--author", "a", "--version", "1")
        #expect(broken.code == 4)
        #expect(!FileManager.default.fileExists(atPath: scene.path("no.hdb")))
    }
}
