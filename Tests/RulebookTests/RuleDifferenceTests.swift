import NetTypes
import Rulebook
import Scan
import Testing

@Suite("The difference of two rule sets")
struct RuleDifferenceTests {
    private func difference(_ old: [String: String], _ new: [String: String]) throws -> RuleDifference {
        RuleDifference(
            from: try RuleReading([Rules.place(old)]).outlines,
            to: try RuleReading([Rules.place(new)]).outlines
        )
    }

    @Test("Blanks and comments are no difference")
    func same() throws {
        let text = Rules.rule("r", "x = 1")
        let difference = try difference(
            ["a.yar": text], ["a.yar": "// new\n" + text.replacing("    ", with: "\t")])
        #expect(difference.changes.isEmpty)
        #expect(difference.same == 1)
    }

    @Test("Added, removed, changed and moved rules are told, with what changed")
    func kinds() throws {
        let old = [
            "a.yar": Rules.rule("stays", "x = 1") + Rules.rule("gone", "x = 1", condition: "#a > 7"),
            "b.yar": Rules.rule("meta", "x = 1", condition: "#a > 1")
                + Rules.rule("logic", "x = 1", condition: "#a > 2")
                + Rules.rule("walks", "x = 1", condition: "#a > 3"),
        ]
        let new = [
            "a.yar": Rules.rule("stays", "x = 1") + Rules.rule("fresh", "x = 1", condition: "#a > 8"),
            "b.yar": Rules.rule("meta", tags: "t", "x = 2\ny = 3", condition: "#a > 1")
                + Rules.rule("logic", "x = 1", condition: "#a > 20"),
            "c.yar": Rules.rule("walked", "x = 5", condition: "#a > 3"),
        ]
        let difference = try difference(old, new)
        #expect(difference.same == 1)
        #expect(difference.changes.map(\.kind) == [.added, .removed, .changed, .changed, .moved])
        #expect(difference.changes.map(\.new) == ["a:fresh", "", "b:logic", "b:meta", "c:walked"])
        #expect(difference.changes.map(\.old) == ["", "a:gone", "b:logic", "b:meta", "b:walks"])
        #expect(difference.changes[2].parts == [.condition])
        #expect(difference.changes[3].parts == [.tags, .metadata])
        #expect(difference.changes[3].keys == ["x", "y"])
        #expect(difference.changes[4].parts == [.metadata])
    }

    @Test("Of several that find the same, each moves once")
    func twins() throws {
        let difference = try difference(
            ["a.yar": Rules.rule("a1", "x = 1") + Rules.rule("a2", "x = 1")],
            ["b.yar": Rules.rule("b1", "x = 1") + Rules.rule("b2", "x = 1") + Rules.rule("b3", "x = 1")])
        #expect(difference.changes.map(\.kind) == [.added, .moved, .moved])
        #expect(difference.changes.map(\.old) == ["", "a:a1", "a:a2"])
        #expect(difference.changes.map(\.new) == ["b:b3", "b:b1", "b:b2"])
    }
}
