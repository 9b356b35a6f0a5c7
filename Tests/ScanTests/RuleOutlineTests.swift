import NetTypes
import Testing

@testable import Scan

@Suite("Rules as they are written")
struct RuleOutlineTests {
    private func outlines(_ text: String) throws -> [RuleOutline] {
        try RuleReading([.files(name: "pack", ["web/a.yar": Array(text.utf8)])]).outlines
    }

    @Test("Parts are told apart, and comments, blanks and line ends do not count")
    func parts() throws {
        let one = try outlines(
            """
            import "pe"
            private global rule A : x y
            {
                meta:
                    author = "strings: { condition: }"  // who
                    score = -5
                strings:
                    $a = { 4D 5A [2-4] ( 00 | 01 ) }  /* begins */
                    $b = /a:{2}"/ nocase
                condition:
                    $a at 0 and // here
                    all of them
            }
            """)
        let two = try outlines(
            "import \"pe\"\r\nglobal private rule A:x y{meta:author=\"strings: { condition: }\" score=-5 "
                + "strings: $a={4D 5A [2-4](00|01)} $b=/a:{2}\"/ nocase condition: $a at 0 and all of them}")
        let first = try #require(one.first)
        let second = try #require(two.first)
        #expect(one.count == 1)
        #expect(first.namespace == "web/a")
        #expect(first.name == "A")
        #expect(first.line == 2)
        #expect(first.modifiers == ["global", "private"])
        #expect(first.tags == ["x", "y"])
        #expect(first.metadata.map(\.key) == ["author", "score"])
        #expect(first.metadata.map(\.value) == ["\"strings: { condition: }\"", "-5"])
        #expect(first.condition == "$a at 0 and all of them")
        #expect(first.strings.hasPrefix("$a = { 4D 5A [ 2"))
        #expect(first.strings.hasSuffix("$b = /a:{2}\"/ nocase"))
        #expect(second.modifiers == first.modifiers)
        #expect(second.tags == first.tags)
        #expect(second.metadata == first.metadata)
        #expect(second.strings == first.strings)
        #expect(second.condition == first.condition)
    }

    @Test("A rule that does not compile has an outline, too")
    func broken() throws {
        let found = try outlines("rule A { meta: k = condition: $x }\nrule B { }\nrule C { condition: true }")
        #expect(found.map(\.name) == ["A", "B", "C"])
        #expect(found.last?.condition == "true")
    }

    @Test(
        "What speaks of a file is found in the condition, and only there",
        arguments: [
            ("filesize < 1MB", [FileSign.fileSize]), ("$a at 0", [.offsetZero]), ("$a at 0x0", [.offsetZero]),
            ("uint16(0) == 0x5A4D and uint32be(0) == 1", [.offsetZero]), ("uint16(4) == 1", []),
            ("$a at 1", []), ("pe.is_pe and filesize > 1", [.module("pe"), .fileSize]), ("elf.type == 1", []),
            ("math.entropy(0, 10) > 7", []), ("extension == \".exe\"", [.variable("extension")]),
            ("$a at entrypoint", [.entryPoint]), ("any of them", []), ("$filesize", []),
        ])
    func signs(condition: String, signs: [FileSign]) throws {
        let text =
            "import \"pe\"\nimport \"math\"\nrule A { strings: $a = \"filesize at 0\" condition: \(condition) }"
        #expect(try outlines(text).first?.fileSigns == signs)
    }
}
