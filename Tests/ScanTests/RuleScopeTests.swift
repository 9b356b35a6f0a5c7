import NetTypes
import Testing

@testable import Scan

@Suite struct RuleScopeTests {
    private static let strings = """
        strings:
          $a1 = "abc"
          $a2 = { 01 02 [1-100] 03 }
          $b = /x[^y]z{2,9}/ wide
        """

    @Test(
        "conditions that any one window can decide",
        arguments: [
            "any of them", "1 of them", "any of ($a*, $b)", "($a1 or $a2) or $b",
            "proto == \"tcp\" and any of them", "any of them and dst_port == 80 and not vlan > 5",
            "(src_port == 1 or dst_port == 1) and ($a1 or 1 of ($a2, $b))", "true or any of them",
            "filename matches /^a$/ and any of them", "not (proto == \"udp\") and any of them",
        ])
    func anyWindow(condition: String) throws {
        #expect(try needsWholeUnit(condition) == false)
    }

    @Test(
        "conditions that need the whole unit",
        arguments: [
            "all of them", "2 of them", "any of them and $a1", "any of them and #a1 > 2",
            "any of them or #b == 0",
            "not $a1 or any of them", "$a1 at 0 or any of them", "$a1 in (0..9) or any of them",
            "any of them and filesize < 100", "any of them in (0..100)", "none of them", "50% of them",
            "any of them or uint16(0) == 0x5a4d", "for any of them : ( @ > 1 )",
            "any of them or entrypoint == 1",
            "proto == \"tcp\" and $a1 and any of them", "vlan + 1 == 2 and any of them",
            "any of them and (proto == \"tcp\" or filesize > 1)",
        ])
    func wholeUnit(condition: String) throws {
        #expect(try needsWholeUnit(condition) == true)
    }

    private func needsWholeUnit(_ condition: String) throws -> Bool? {
        let unused = "or (filesize < 0 and ($a1 and $a2 and $b))"
        // Every string must be named somewhere, or libyara refuses the rule.
        let text = "rule r { \(Self.strings) condition: \(condition) }"
        let (set, problems) = try compile(text)
        if set.rules.isEmpty, problems.contains(where: { $0.message.contains("unreferenced") }) {
            return try #require(
                rules("rule r { \(Self.strings) condition: \(condition) \(unused) }").rules.first
            )
            .needsWholeUnit
        }
        return set.rules.first?.needsWholeUnit
    }

    @Test(
        "strings whose matches depend on where a window ends",
        arguments: [
            ("\"abc\"", false), ("\"abc\" nocase wide ascii", false), ("\"abc\" xor", false),
            ("\"abc\" base64", false),
            ("\"abc\" fullword", true), ("{ 01 02 [-] 03 04 }", true), ("{ 01 02 [10-500] 03 04 }", true),
            ("{ 01 02 [10-20] 03 04 }", false), ("/^abc/", true), ("/abc$/", true), (#"/\babc/"#, true),
            (#"/a\^b\$c/"#, false), ("/a[^b]c/", false), ("/a[$^]c/", false), ("/a[]^$]c/", false),
            (#"/a[\b]c/"#, false), ("/a(b|^c)/", true),
            ("\"\(String(repeating: "x", count: 4_097))\" wide", true),
            ("\"\(String(repeating: "x", count: 4_096))\" wide", false),
        ])
    func strings(definition: String, whole: Bool) throws {
        let set = try rules("rule r { strings: $a = \(definition) condition: $a }")
        #expect(set.rules.first?.needsWholeUnit == whole)
    }

    @Test func `strings must fit the overlap that the set is loaded for`() throws {
        let text =
            "rule a { strings: $a = \"abcdefgh\" wide condition: $a } "
            + "rule b { strings: $a = /ab?c/ condition: $a }"
        var configuration = ScanConfiguration()
        for (overlap, whole) in [
            (15, [true, true]), (16, [false, true]), (8_191, [false, true]), (8_192, [false, false]),
        ] {
            configuration.overlap = overlap
            let source = RuleSource(file: "f", namespace: "n", bytes: Array(text.utf8))
            let (set, _) = try RuleSet.compile([source], configuration: configuration)
            #expect(set.rules.map(\.needsWholeUnit) == whole, "overlap \(overlap)")
        }
    }

    @Test func `a global rule makes its neighbours need the whole unit, but not other namespaces`() throws {
        let text = "rule r { strings: $a = \"x\" condition: $a }"
        let sources = [
            RuleSource(
                file: "a", namespace: "a", bytes: Array((text + " global rule g { condition: true }").utf8)),
            RuleSource(file: "b", namespace: "b", bytes: Array(text.utf8)),
        ]
        let (set, _) = try RuleSet.compile(sources)
        #expect(set.rules.map(\.needsWholeUnit) == [true, false, false])
    }

    @Test func `deep nesting is answered with care, not with a crash`() throws {
        let depth = 5_000
        let open = Array(String(repeating: "(", count: depth).utf8)
        let close = Array(String(repeating: ")", count: depth).utf8)
        #expect(ConditionReader.dependence(of: open + Array("$a".utf8) + close) == .other)
        #expect(ConditionReader.dependence(of: Array(String(repeating: "not ", count: depth).utf8)) == .other)
    }
}
