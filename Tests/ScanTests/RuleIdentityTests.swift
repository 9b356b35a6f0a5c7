import NetTypes
import Testing

@testable import Scan

@Suite struct RuleIdentityTests {
    @Test func `tags and metadata keep the order of the source`() throws {
        let text = """
            rule r : zeta alpha mid {
              meta:
                severity = 2
                author = "b"
                active = true
                count = -5
                author = "a"
              condition: true
            }
            """
        let rule = try #require(try rules(text).rules.first)
        #expect(rule.identity.tags == ["zeta", "alpha", "mid"])
        #expect(
            rule.identity.metadata == [
                .init(key: "severity", value: .number(2)), .init(key: "author", value: .text("b")),
                .init(key: "active", value: .boolean(true)), .init(key: "count", value: .number(-5)),
                .init(key: "author", value: .text("a")),
            ])
        #expect(rule.identity.severity == 2)
    }

    @Test(
        "severity comes from metadata, and is 3 otherwise",
        arguments: [
            ("severity = 1", 1), ("severity = 4", 4), ("severity = 5", 3), ("severity = 0", 3),
            ("severity = \"critical\"", 1), ("severity = \"HIGH\"", 2), ("severity = \"medium\"", 3),
            ("severity = \"low\"", 4), ("severity = \"other\"", 3), ("level = 1", 3),
        ])
    func severity(meta: String, expected: Int) throws {
        let set = try rules("rule r { meta: \(meta) condition: true }")
        #expect(set.rules.first?.identity.severity == expected)
    }

    @Test func `a rule's number follows from namespace and name for ever`() throws {
        let (set, _) = try compile("rule golden { condition: true }", namespace: "malware/test")
        // SHA-256 of "malware/test:golden" begins with 95d6710c; its first 30 bits and 2³⁰ make the number.
        #expect(set.rules.first?.identity.signatureID == 1_702_206_531)
        let (other, _) = try compile(
            "rule x { condition: true } rule golden { condition: false }", namespace: "malware/test")
        #expect(other.rules.last?.identity.signatureID == set.rules.first?.identity.signatureID)
    }

    @Test func `rules whose numbers meet get different ones, whatever their order`() {
        let rules = [("n", "c"), ("n", "a"), ("n", "b"), ("n", "d")]
        let numbers = SignatureNumbers(rules.map { ($0.0, $0.1) }) { $0 == "n:d" ? 8 : UInt32.max }
        #expect(numbers.numbers == [0x4000_0001, 0x7fff_ffff, 0x4000_0000, 0x4000_0002])
        #expect(numbers.collisions == [.init(rule: 2, other: 1), .init(rule: 0, other: 1)])
    }

    @Test func `private, global, imports, strings, file and line are told`() throws {
        let text = """
            import "pe"
            import "math"

            private rule hidden { condition: true }
            global
              rule every { strings: $a = "x" $b = { 01 [300-400] 02 03 04 } condition: any of them }
            rule uses { condition: math.abs(-1) == 1 and hidden }
            """
        let set = try rules(text)
        #expect(set.rules.map(\.isPrivate) == [true, false, false])
        #expect(set.rules.map(\.isGlobal) == [false, true, false])
        #expect(set.rules.map(\.imports) == [[], [], ["math"]])
        #expect(set.rules.map(\.stringCount) == [0, 2, 0])
        #expect(set.rules.map(\.line) == [4, 6, 7])
        #expect(set.rules.map(\.file) == ["test.yar", "test.yar", "test.yar"])
    }

    @Test func `the digest of a set is that of its files, whatever their order`() throws {
        let one = RuleSource(file: "1", namespace: "one", bytes: Array("rule a { condition: true }".utf8))
        let two = RuleSource(file: "2", namespace: "two", bytes: Array("rule b { condition: true }".utf8))
        let bad = RuleSource(file: "3", namespace: "bad", bytes: Array("rule c {".utf8))
        let set = try RuleSet.compile([one, two]).0
        #expect(try RuleSet.compile([two, bad, one]).0.sha256 == set.sha256)
        #expect(try RuleSet.compile([one]).0.sha256 != set.sha256)
        #expect(set.rules.allSatisfy { $0.identity.ruleSetSHA256 == set.sha256 })
        let digest = Digest(.sha256)
        for part in ["one", "rule a { condition: true }", "two", "rule b { condition: true }"] {
            digest.update(([0, 0, 0, 0, 0, 0, 0, UInt8(part.utf8.count)] + Array(part.utf8)).span)
        }
        #expect(set.sha256 == digest.finish().hexadecimal)
    }

    @Test func `a byte order mark and Windows line ends are no fault`() throws {
        let set = try rules(
            "\u{feff}rule a\r\n{\r\n condition:\r\n  true\r\n}\r\nrule b { condition: true }\r\n")
        #expect(set.rules.map(\.line) == [1, 6])
    }
}
