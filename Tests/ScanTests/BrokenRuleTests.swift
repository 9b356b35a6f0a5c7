import NetTypes
import Testing

@testable import Scan

/// A source with a fault, what is said of it and which rules still load.
struct BrokenSource: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    /// Line, rule and a part of the message of each error, in order.
    var errors: [(line: Int, rule: String?, message: String)]
    var loaded: [String]

    var testDescription: String { name }

    init(
        _ name: String, _ text: String, errors: [(line: Int, rule: String?, message: String)],
        loaded: [String]
    ) {
        self.name = name
        self.text = text
        self.errors = errors
        self.loaded = loaded
    }
}

private let good = "rule good { condition: true }"
private let last = "rule last { strings: $a = \"}\" condition: $a }"

let brokenSources: [BrokenSource] = [
    BrokenSource(
        "a syntax error", "\(good)\nrule bad {\n  condition:\n    true and and false\n}\n\(last)",
        errors: [(4, "bad", "syntax error")], loaded: ["good", "last"]),
    BrokenSource(
        "an undefined string", "\(good)\nrule bad {\n  condition:\n    $nothing\n}\n\(last)",
        errors: [(4, "bad", "undefined string \"$nothing\"")], loaded: ["good", "last"]),
    BrokenSource(
        "an undefined identifier", "\(good)\nrule bad { condition: nowhere }\n\(last)",
        errors: [(2, "bad", "undefined identifier \"nowhere\"")], loaded: ["good", "last"]),
    BrokenSource(
        "an unreferenced string", "rule bad {\n strings:\n  $a = \"x\"\n condition: true }\n\(good)",
        errors: [(3, "bad", "unreferenced string \"$a\"")], loaded: ["good"]),
    BrokenSource(
        "a duplicate rule", "\(good)\nrule good { condition: false }\n\(last)",
        errors: [(2, "good", "duplicated identifier \"good\"")], loaded: ["good", "last"]),
    BrokenSource(
        "a duplicate of a broken rule", "rule twice { condition: nowhere }\nrule twice { condition: true }",
        errors: [(1, "twice", "undefined identifier \"nowhere\"")], loaded: ["twice"]),
    BrokenSource(
        "a bad pattern", "rule bad {\n strings:\n  $a = /a(b/\n condition: $a }\n\(good)",
        errors: [(3, "bad", "invalid regular expression")], loaded: ["good"]),
    BrokenSource(
        "a bad hex string", "rule bad {\n strings:\n  $a = { 0 }\n condition: $a }\n\(good)",
        errors: [(3, "bad", "invalid hex string")], loaded: ["good"]),
    BrokenSource(
        "an unknown module", "import \"nothing\"\nrule bad { condition: nothing.x == 1 }\n\(good)",
        errors: [(1, nil, "unknown module \"nothing\""), (2, "bad", "undefined identifier \"nothing\"")],
        loaded: ["good"]),
    BrokenSource(
        "a module that is not imported", "\(good)\nrule bad { condition: pe.is_pe }",
        errors: [(2, "bad", "undefined identifier \"pe\"")], loaded: ["good"]),
    BrokenSource(
        "an unterminated string", "rule bad {\n strings:\n  $a = \"open\n condition: $a }\n\(last)\n\(good)",
        errors: [(3, "bad", "unterminated string")], loaded: ["last", "good"]),
    BrokenSource(
        "an unterminated pattern", "rule bad {\n strings:\n  $a = /open\n condition: $a }\n\(good)",
        errors: [(3, "bad", "unterminated regular expression")], loaded: ["good"]),
    BrokenSource(
        "an illegal escape", "rule bad {\n strings:\n  $a = \"\\q\"\n condition: $a }\n\(good)",
        errors: [(3, "bad", "illegal escape sequence")], loaded: ["good"]),
    BrokenSource(
        "an unterminated comment", "\(good)\nrule bad { /* open\n condition: true }\n\(last)",
        errors: [(2, "bad", "comment is not closed")], loaded: ["good"]),
    BrokenSource(
        "an unterminated comment outside", "\(good)\n/* open\n\(last)",
        errors: [(2, nil, "comment is not closed")], loaded: ["good"]),
    BrokenSource(
        "a missing brace", "rule bad {\n condition: true\n\(good)\n\(last)",
        errors: [(2, "bad", "syntax error")], loaded: ["good", "last"]),
    BrokenSource(
        "a missing brace before a private rule",
        "rule bad {\n condition: true\nprivate rule last { condition: true }",
        errors: [(3, "bad", "syntax error")], loaded: ["last"]),
    BrokenSource(
        "a missing brace at the end", "\(good)\nrule bad {\n condition: true\n",
        errors: [(3, "bad", "syntax error")], loaded: ["good"]),
    BrokenSource(
        "a hex string without its brace", "rule bad {\n strings:\n $a = { 01 02\n condition: $a }\n\(good)",
        errors: [(3, "bad", "syntax error")], loaded: ["good"]),
    BrokenSource(
        "a brace too many", "\(good) }\n\(last)", errors: [(1, nil, "text outside any rule")],
        loaded: ["good", "last"]),
    BrokenSource(
        "a misspelt keyword", "\(good)\nrul bad { condition: true }\n\(last)",
        errors: [(2, nil, "text outside any rule")], loaded: ["good", "last"]),
    BrokenSource(
        "a rule without a name", "rule { condition: true }\n\(good)",
        errors: [(1, nil, "syntax error")], loaded: ["good"]),
    BrokenSource(
        "a rule that needs a broken one",
        "rule base { condition: nowhere }\nrule next { condition: base }\n"
            + "rule third { condition: next }\n\(good)",
        errors: [
            (1, "base", "undefined identifier \"nowhere\""), (2, "next", "undefined identifier \"base\""),
            (3, "third", "undefined identifier \"next\""),
        ], loaded: ["good"]),
    BrokenSource(
        "several faults at once",
        "rule a { condition: x1 }\n\(good)\nrule b { condition: x2 }\n"
            + "rule c { strings: $s = /(/ condition: $s }\n\(last)",
        errors: [(1, "a", "x1"), (3, "b", "x2"), (4, "c", "invalid regular expression")],
        loaded: ["good", "last"]),
    BrokenSource(
        "a name that is an external variable in use",
        "rule uses { condition: vlan == 1 }\nrule vlan { condition: true }",
        errors: [(2, "vlan", "duplicated identifier \"vlan\"")], loaded: ["uses"]),
    BrokenSource(
        "a zero byte", "\(good)\nrule bad { strings: $a = \"x\0y\" condition: $a }\n\(last)",
        errors: [(2, "bad", "NUL byte")], loaded: ["good", "last"]),
    BrokenSource(
        "an include in memory", "include \"other.yar\"\n\(good)",
        errors: [(1, nil, "cannot include \"other.yar\"")], loaded: ["good"]),
    BrokenSource("no rule at all", "// nothing\n", errors: [], loaded: []),
    BrokenSource("nothing but a broken rule", "rule a {", errors: [(1, "a", "syntax error")], loaded: []),
]

@Suite struct BrokenRuleTests {
    @Test("a broken rule is named with line and message, and the others load", arguments: brokenSources)
    func namedAndLeftOut(source: BrokenSource) throws {
        let (set, problems) = try compile(source.text)
        #expect(set.rules.map(\.identity.name) == source.loaded)
        let errors = problems.filter(\.isError)
        #expect(errors.map(\.line) == source.errors.map(\.line))
        #expect(errors.map(\.rule) == source.errors.map(\.rule))
        for (error, expected) in zip(errors, source.errors) {
            #expect(error.message.contains(expected.message), "\(error.message)")
            #expect(error.file == "test.yar")
        }
    }

    @Test func `rules that load in spite of a neighbour still match`() throws {
        let (set, _) = try compile(
            "rule bad {\n strings: $a = \"open\n}\nrule ok { strings: $a = \"abc\" condition: $a }")
        #expect(try set.hits("xxabcxx") == ["ok"])
    }

    @Test func `a slow pattern is advice, not an error`() throws {
        let (set, problems) = try compile("rule slow {\n strings:\n  $a = /.*x/\n condition: $a }")
        #expect(set.rules.count == 1)
        #expect(!problems.isEmpty)
        #expect(problems.allSatisfy { !$0.isError && $0.line == 3 && $0.rule == "slow" })
    }

    @Test func `many broken rules are all named`() throws {
        let text = (0..<300).map { "rule r\($0) { condition: \($0 % 2 == 0 ? "true" : "nowhere") }" }
        let (set, problems) = try compile(text.joined(separator: "\n"))
        #expect(set.rules.count == 150)
        #expect(problems.map(\.line) == (0..<150).map { $0 * 2 + 2 })
    }

    @Test func `a chain of broken rules longer than the limit of rounds ends`() throws {
        let count = RuleLimits.repairRounds + 20
        let text = (0..<count).map { "rule r\($0) { condition: \($0 == 0 ? "nowhere" : "r\($0 - 1)") }" }
        let (set, problems) = try compile(text.joined(separator: "\n"))
        #expect(set.rules.isEmpty)
        #expect(problems.last?.message.contains("rounds of errors") == true)
    }
}
