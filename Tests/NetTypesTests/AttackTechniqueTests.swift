import NetTypes
import Testing

struct AttackTechniqueTests {
    @Test(arguments: ["T1059", "T1059.004"])
    func takesIdentifiers(_ text: String) {
        #expect(AttackTechnique(text)?.identifier == text)
    }

    @Test(arguments: [
        "", "T", "T105", "T10590", "t1059", "T1059.", "T1059.4", "T1059.0040", "T1059.004.1", "TA0002",
        "T105x",
    ])
    func refusesAllElse(_ text: String) {
        #expect(AttackTechnique(text) == nil)
    }
}
