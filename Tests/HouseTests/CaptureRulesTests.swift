import Testing

@Suite("Rules about captures")
struct CaptureRulesTests {
    @Test("A capture that lacks a file is seen", arguments: CaptureRules.required)
    func captures(name: String) {
        let tree = Tree.sound(but: ["captures/web/shell/\(name)": String?.none])
        #expect(CaptureRules.violations(in: tree) == ["captures/web/shell has no \(name)"])
    }

    @Test("What lies in a family itself is about all that is in it, and no capture")
    func family() {
        let tree = Tree.sound(but: ["captures/web/networks.yml": "units: []\n"])
        #expect(CaptureRules.violations(in: tree) == [])
    }
}
