import NetTypes
import Rulebook
import Testing

@Suite("Which rules are wanted")
struct RuleFilterTests {
    private func admits(_ set: (inout RuleFilter) -> Void) throws -> Bool {
        let identity = try Rules.identity(
            """
            description = "Mimikatz over SMB"
            severity = 2
            category = "intrusion"
            attack = "T1003.001"
            """, name: "Dump", tags: "lab")
        var filter = RuleFilter()
        set(&filter)
        return filter.admits(identity, RuleProfile(identity))
    }

    @Test("Each thing asked for is held against the rule, all of them together")
    func single() throws {
        #expect(try admits { _ in })
        #expect(try admits { $0.categories = [.malware, .intrusion] })
        #expect(try admits { $0.categories = [.malware] } == false)
        #expect(try admits { $0.severities = [1, 2] })
        #expect(try admits { $0.severities = [3] } == false)
        #expect(try admits { $0.techniques = [AttackTechnique("T1003")].compactMap { $0 } })
        #expect(try admits { $0.techniques = [AttackTechnique("T1003.001")].compactMap { $0 } })
        #expect(try admits { $0.techniques = [AttackTechnique("T1003.002")].compactMap { $0 } } == false)
        #expect(try admits { $0.techniques = [AttackTechnique("T1041")].compactMap { $0 } } == false)
        for text in ["mimiKATZ", "dump", "LAB", "a"] { #expect(try admits { $0.text = text }) }
        #expect(try admits { $0.text = "printer" } == false)
        #expect(
            try admits {
                $0.text = "dump"
                $0.severities = [4]
            } == false)
    }
}
