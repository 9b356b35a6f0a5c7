import NetTypes
import Testing

@testable import Scan

@Suite("Digests of rules, by which a hunt knows what is new")
struct RuleDigestTests {
    private func set(_ text: String, _ namespace: String = "a") throws -> RuleSet {
        try RuleSet.compile([RuleSource(file: "a.yar", namespace: namespace, bytes: Array(text.utf8))]).0
    }

    private static let one = "rule One { strings: $a = \"one\" condition: $a }\n"
    private static let two = "rule Two { strings: $a = \"two\" condition: $a }\n"

    @Test(
        "A rule has its digest whatever stands beside it, and another one once its text or namespace is another"
    )
    func text() throws {
        let digest = try set(Self.one).digests
        #expect(digest.count == 1 && digest[0].count == RuleSet.digestLength)
        #expect(try set("// A word\n" + Self.two + "\n" + Self.one).digests.contains(digest[0]))
        #expect(try set(Self.one, "b").digests != digest)
        #expect(try set(Self.one.replacing("\"one\"", with: "\"One\"")).digests != digest)
    }

    @Test("Rules that name one another have one digest together, which a change of any of them changes")
    func groups() throws {
        let base = "private rule Base { strings: $a = \"base\" condition: $a }\n"
        let user = "rule User { condition: Base }\n"
        let before = try set(base + user + Self.one).digests
        #expect(before.count == 2)
        let after = try set(base.replacing("\"base\"", with: "\"bass\"") + user + Self.one).digests
        #expect(Set(before).intersection(after) == Set(try set(Self.one).digests))
    }

    @Test("A set without what is known has the rest, which says of itself what it says in the whole")
    func without() throws {
        let place = RulePlace.files(name: "rules", ["x.yar": Array((Self.one + Self.two).utf8)])
        let whole = try RuleSet.load(places: [place]).0
        let known = Set(try set(Self.one, whole.rules[0].identity.namespace).digests)
        #expect(known.isSubset(of: whole.digests))
        let rest = try RuleSet.load(places: [place], without: known).0
        #expect(rest.rules.map(\.identity.name) == ["Two"])
        #expect(rest.rules[0].identity == whole.rules[1].identity, "its number and the digest of the set")
        #expect(rest.sha256 == whole.sha256)
        let none = try RuleSet.load(places: [place], without: Set(whole.digests)).0
        #expect(none.rules.isEmpty)
    }
}
