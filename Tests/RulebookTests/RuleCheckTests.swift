import NetTypes
import Rulebook
import Scan
import Testing

@Suite("The check of rules")
struct RuleCheckTests {
    /// Metadata of our own that is in order.
    static let good = """
        id = "HD-0001"
        description = "One line"
        description_vi = "Một dòng"
        severity = 2
        category = "malware"
        attack = "T1059.004"
        author = "Somebody"
        date = "2026-11-24"
        reference = "https://example.org/"
        scope = "stream"
        hits = "malware/one"
        misses = "benign"
        """

    private func check(_ rules: String..., isStrict: Bool = false) throws -> RuleCheck {
        let files = Dictionary(
            uniqueKeysWithValues: rules.enumerated().map { ("f\($0.offset).yar", $0.element) })
        let today = try #require(RuleDate("2026-11-28"))
        return try RuleCheck(
            [Rules.place(files)], configuration: ScanConfiguration(), today: today, isStrict: isStrict)
    }

    @Test("Metadata in order has no fault, strict or not", arguments: [false, true])
    func inOrder(isStrict: Bool) throws {
        let verdicts = try check(Rules.rule("r", Self.good), isStrict: isStrict).verdicts
        #expect(verdicts.map(\.faults) == [[]])
        #expect(verdicts.first?.isGood == true)
    }

    @Test(
        "Every key of ours is asked for, and has its form",
        arguments: [
            ("id", "HD-001"), ("severity", "5"), ("severity", "high"), ("category", "bad"),
            ("attack", "1059"),
            ("attack", "T1059, T1105"), ("date", "2026-11-32"), ("date", "20261124"), ("reference", "a book"),
            ("scope", "file"), ("hits", "../etc"), ("misses", "malware/other"),
        ])
    func forms(key: String, value: String) throws {
        let lines = Self.good.split(separator: "\n").filter { !$0.hasPrefix("\(key) ") }
        let without = lines.joined(separator: "\n")
        let bad = try check(Rules.rule("r", without + "\n\(key) = \"\(value)\""), isStrict: true)
        #expect(bad.verdicts.first?.faults == [.malformed(key: key, value: value)])
        let missing = try check(Rules.rule("r", without), isStrict: true)
        #expect(missing.verdicts.first?.faults == [.missing(key: key)])
        let empty = try check(Rules.rule("r", without + "\n\(key) = \"\""), isStrict: true)
        #expect(empty.verdicts.first?.faults == [.missing(key: key)])
    }

    @Test("Rules of others are held to our convention only when strict")
    func others() throws {
        let rule = Rules.rule("r", "author = \"x\"\nscore = 70")
        let lenient = try check(rule)
        #expect(lenient.verdicts.first?.faults == [])
        let strict = try check(rule, isStrict: true)
        #expect(strict.verdicts.first?.faults.contains(.missing(key: "id")) == true)
        #expect(strict.hints > 0)
    }

    @Test("What is read of the metadata of others must be readable")
    func readable() throws {
        let meta = "score = 170\nmitre_att = \"Execution\"\nsharing = \"SECRET\"\nexpires = \"soon\""
        let faults = try check(Rules.rule("r", meta)).verdicts.first?.faults
        #expect(faults?.map(\.key) == ["score", "mitre_att", "sharing", "expires"])
    }

    @Test(
        "A rule expires after its last day",
        arguments: [("2026-11-27", true), ("2026-11-28", false), ("2027-01-01", false)])
    func expiry(last: String, isOver: Bool) throws {
        for key in ["expires", "valid_until"] {
            let faults = try check(Rules.rule("r", "\(key) = \"\(last)\"")).verdicts.first?.faults
            #expect(faults?.map(\.word) == (isOver ? ["expired"] : []))
        }
    }

    @Test("An id belongs to one rule")
    func repeated() throws {
        let faults = try check(Rules.rule("r", Self.good), Rules.rule("s", Self.good)).verdicts.map(\.faults)
        #expect(faults == [[], [.repeated(id: "HD-0001", other: "f0:r")]])
    }

    @Test("What a rule is about comes from its metadata, else from its condition")
    func subject() throws {
        let rules =
            Rules.rule("a", "scope = \"object\"") + Rules.rule("b", "x = 1", condition: "$a at 0")
            + Rules.rule("c", "x = 1")
            + Rules.rule("d", "scope = \"stream\"", condition: "filesize < 10 and $a")
            + Rules.rule("e", "scope = \"elsewhere\"")
        let subjects = try check(rules).verdicts.map(\.subject)
        #expect(subjects.map(\.kind) == [.object, .object, .both, .stream, .both])
        #expect(
            subjects.map(\.origin) == [
                .metadata, .condition([.offsetZero]), .neither, .metadata, .neither,
            ])
    }

    @Test("What serves other rules only is not asked for metadata")
    func helpers() throws {
        let text = "private rule p { condition: true }\n" + Rules.rule("r", Self.good, condition: "p and $a")
        #expect(try check(text, isStrict: true).hints == 0)
    }

    @Test("The compiler's advice stands with its rule")
    func advice() throws {
        let slow = "rule slow { strings: $a = /.*x.*/ condition: $a }"
        let check = try check(slow + "\n" + Rules.rule("r", Self.good))
        #expect(check.errors == 0)
        #expect(check.verdicts.first?.advice.isEmpty == false)
        #expect(check.verdicts.last?.advice == [])
    }
}
