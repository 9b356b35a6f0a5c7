import Testing

@Suite("Rules about captures")
struct CaptureRulesTests {
    @Test("A capture that lacks a file is seen", arguments: CaptureRules.required)
    func captures(name: String) {
        let tree = Tree.sound(but: ["captures/web/shell/\(name)": String?.none])
        #expect(CaptureRules.violations(in: tree) == ["captures/web/shell has no \(name)"])
    }
}
