import Foundation
import NetTypes
import Rulebook
import Scan
import TestSupport
import Testing

@Suite("Bundles of rules")
struct RuleBundleTests {
    static let files: [String: [UInt8]] = [
        "web/a.yar": Array("include \"../lib/p.inc\"\n\(Rules.rule("a", "x = 1"))".utf8),
        "b.yar": Array(Rules.rule("b", "x = 1").utf8), "lib/p.inc": Array("rule p { condition: true }".utf8),
        "notes.txt": Array("not packed".utf8),
    ]

    static func bytes(_ key: SigningKey?) throws -> [UInt8] {
        let folder = try TestFolder(files)
        return try RuleBundle.create(
            folder: folder.path, version: "1.0", author: "Đội ứng cứu", date: "2026-11-28", key: key)
    }

    private func error(_ bytes: [UInt8], trusting key: VerifyingKey? = nil) -> BundleError? {
        do throws(BundleError) {
            _ = try RuleBundle(bytes, trusting: key)
            return nil
        } catch {
            return error
        }
    }

    /// A signed bundle whose manifest was written by hand: right in every digest and signature.
    private func forged(_ manifest: String, _ body: [UInt8], _ key: SigningKey) throws -> [UInt8] {
        let head = Array(manifest.utf8) + body
        let digest = Digest.of(head.span)
        return head + digest + (try #require(key.sign(Array("haidang-bundle 1\n".utf8) + digest)))
    }

    @Test(
        "Rule files and what they include are packed, and load as the folder does", arguments: [false, true])
    func roundTrip(isSigned: Bool) throws {
        let key = isSigned ? SigningKey.generate() : nil
        let bundle = try RuleBundle(try Self.bytes(key), trusting: key?.verifyingKey)
        try bundle.verifyRules()
        #expect(bundle.manifest.entries.map(\.path) == ["b.yar", "lib/p.inc", "web/a.yar"])
        #expect(bundle.manifest.version == "1.0")
        #expect(bundle.manifest.author == "Đội ứng cứu")
        #expect(bundle.manifest.signer == key?.verifyingKey)
        #expect(bundle.files["b.yar"] == Self.files["b.yar"])
        let folder = try TestFolder(Self.files)
        let (set, _) = try RuleSet.load(paths: [folder.path])
        let (packed, problems) = try RuleSet.load(places: [bundle.place("r.hdb")])
        #expect(problems == [])
        #expect(packed.sha256 == set.sha256)
        #expect(bundle.manifest.ruleSet == set.sha256)
        #expect(packed.rules.map(\.identity.name) == set.rules.map(\.identity.name))
    }

    @Test("The same folder, words and key give the same bytes")
    func stable() throws {
        let key = try #require(SigningKey([UInt8](repeating: 7, count: 32)))
        #expect(try Self.bytes(key) == Self.bytes(key))
    }

    @Test("Whichever byte is changed, a signed bundle is refused, with the key and without")
    func flips() throws {
        let key = try #require(SigningKey.generate())
        let bytes = try Self.bytes(key)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x01
            #expect(error(changed, trusting: key.verifyingKey) != nil, "byte \(index)")
            #expect(error(changed) != nil, "byte \(index)")
        }
        #expect(error(bytes, trusting: key.verifyingKey) == nil)
        #expect(error(bytes) == nil)
    }

    @Test("Whichever byte is changed, one without a signature is refused, too")
    func flipsUnsigned() throws {
        let bytes = try Self.bytes(nil)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x01
            #expect(error(changed) != nil, "byte \(index)")
        }
    }

    @Test("Cut anywhere, or with anything behind it, it is refused", arguments: [false, true])
    func lengths(isSigned: Bool) throws {
        let key = isSigned ? SigningKey.generate() : nil
        let bytes = try Self.bytes(key)
        for count in bytes.indices { #expect(error(Array(bytes.prefix(count))) != nil, "\(count) bytes") }
        for tail in [[0], [10], Array(repeating: 65, count: 64), bytes] {
            #expect(error(bytes + tail) != nil)
            #expect(error(bytes + tail, trusting: key?.verifyingKey) != nil)
        }
    }

    @Test("Only the key that is trusted will do")
    func keys() throws {
        let (key, other) = (try #require(SigningKey.generate()), try #require(SigningKey.generate()))
        let signed = try Self.bytes(key)
        #expect(error(signed, trusting: other.verifyingKey) == .wrongKey)
        #expect(error(try Self.bytes(nil), trusting: key.verifyingKey) == .unsigned)
        #expect(error(Array("rule a { condition: true }".utf8), trusting: key.verifyingKey) == .notABundle)
        // Signed by the right key, but naming another: whoever reads it without a key would be told a lie.
        let (manifest, body) = try Self.parts(signed, other.verifyingKey)
        #expect(error(try forged(manifest, body, key), trusting: key.verifyingKey) == .wrongKey)
        #expect(error(try forged(manifest, body, key)) == .wrongSignature)
    }

    /// The manifest with another key in it, and the files.
    private static func parts(_ bytes: [UInt8], _ key: VerifyingKey) throws -> (String, [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let end = try #require(text.range(of: "\n\n")).upperBound
        var lines = text[..<end].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let index = try #require(lines.firstIndex { $0.hasPrefix("signed-by: ") })
        let length = text[..<end].utf8.count
        lines[index] = "signed-by: " + key.bytes.hexadecimal
        return (lines.joined(separator: "\n"), Array(bytes[length..<(bytes.count - 96)]))
    }

    @Test(
        "A name that leads anywhere else is refused, even when the right key has signed it",
        arguments: [
            "../a.yar", "/a.yar", "a/../b.yar", "a//b.yar", "a/", ".", ".a.yar", "./a.yar", "a\\b.yar",
            "a\u{7f}.yar", "a\u{202e}.yar", "", "a/.git/b.yar",
        ])
    func names(name: String) throws {
        let key = try #require(SigningKey.generate())
        #expect(
            error(try forged(Self.manifest([(name, 1)], key), [65], key), trusting: key.verifyingKey) != nil)
    }

    private static func manifest(_ files: [(String, Int)], _ key: SigningKey, count: String? = nil) -> String
    {
        let digest = Digest.of([65].span).hexadecimal
        return "haidang-bundle 1\nversion: 1\nauthor: a\ndate: d\nrule-set: \(digest)\n"
            + "signed-by: \(key.verifyingKey.bytes.hexadecimal)\nfiles: \(count ?? String(files.count))\n"
            + files.map { "\(digest) \($0.1) \($0.0)\n" }.joined() + "\n"
    }

    @Test("A manifest has one form: order, numbers and lines")
    func form() throws {
        let key = try #require(SigningKey.generate())
        func refusal(_ manifest: String, _ body: [UInt8]) throws -> BundleError? {
            error(try forged(manifest, body, key), trusting: key.verifyingKey)
        }
        let good = Self.manifest([("a.yar", 1), ("b.yar", 1)], key)
        #expect(try refusal(good, [65, 65]) == nil)
        #expect(try refusal(Self.manifest([("b.yar", 1), ("a.yar", 1)], key), [65, 65]) != nil)
        #expect(try refusal(Self.manifest([("a.yar", 1), ("a.yar", 1)], key), [65, 65]) != nil)
        #expect(try refusal(Self.manifest([("a.yar", 2)], key), [65]) != nil)
        #expect(try refusal(Self.manifest([("a.yar", 1 << 40)], key), [65]) != nil)
        #expect(try refusal(Self.manifest([("a.yar", 1)], key, count: "2"), [65]) != nil)
        #expect(try refusal(Self.manifest([("a.yar", 1)], key, count: "01"), [65]) != nil)
        #expect(try refusal(Self.manifest([("a.yar", 1)], key, count: "99999999999999999999"), [65]) != nil)
        #expect(try refusal(good.replacing("version: 1", with: "version:  1"), [65, 65]) == nil)
        #expect(try refusal(good.replacing("version: 1", with: "version: "), [65, 65]) != nil)
        #expect(try refusal(good.replacing("author: a\n", with: ""), [65, 65]) != nil)
        #expect(try refusal(good.replacing("\n", with: "\r\n"), [65, 65]) != nil)
        #expect(try refusal(good, [65, 66]) == .fileDamaged(path: "b.yar"))
    }

    @Test("A manifest that names another rule set is found out")
    func otherRules() throws {
        let key = try #require(SigningKey.generate())
        let rule = Array("rule a { condition: true }".utf8)
        let text = Self.manifest([("a.yar", rule.count)], key).replacing(
            Digest.of([65].span).hexadecimal + " \(rule.count)",
            with: Digest.of(rule.span).hexadecimal + " \(rule.count)")
        let bundle = try RuleBundle(try forged(text, rule, key), trusting: key.verifyingKey)
        #expect(throws: BundleError.otherRules) { try bundle.verifyRules() }
    }

    @Test("Rules that do not compile, and words that are none, are not packed")
    func refusals() throws {
        let broken = try TestFolder(["a.yar": Array("rule a { condition: $x }".utf8)])
        #expect(throws: BundleError.brokenRules(1)) {
            try RuleBundle.create(folder: broken.path, version: "1", author: "a", date: "d", key: nil)
        }
        let good = try TestFolder(Self.files)
        for word in ["", "two\nlines", "back\u{202e}wards"] {
            #expect(throws: BundleError.self) {
                try RuleBundle.create(folder: good.path, version: word, author: "a", date: "d", key: nil)
            }
        }
        #expect(throws: BundleError.self) {
            try RuleBundle.create(folder: good.path + "/none", version: "1", author: "a", date: "d", key: nil)
        }
    }
}
