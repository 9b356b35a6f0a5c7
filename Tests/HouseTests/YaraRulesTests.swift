import Testing

@Suite("Rules about YARA rules")
struct YaraRulesTests {
    @Test("A rule without one of its metadata is seen", arguments: YaraRules.required)
    func metadata(key: String) {
        let text = Tree.edited("rules/web.yar", "\(key) = ", "\(key)_ = ")
        let complaints = YaraRules.violations(in: .sound(but: ["rules/web.yar": text]))
        #expect(complaints == ["rules/web.yar: Shell has no \(key)"])
    }

    static let faults = [
        Fault(
            "rules/web.yar", Tree.edited("rules/web.yar", "web/shell", "web/other"),
            "rules/web.yar: Shell names web/other, which is no capture"),
        Fault(
            "rules/web.yar", Tree.edited("rules/web.yar", "= \"benign\"", "= \"evil\""),
            "rules/web.yar: Shell names evil, which is no capture"),
        Fault("rules/more.yar", Tree.sound["rules/web.yar"], "two rules have the id HD-1"),
    ]

    @Test("A rule that names no capture, or another's id, is seen", arguments: faults)
    func complains(fault: Fault) {
        #expect(YaraRules.violations(in: fault.tree) == [fault.complaint])
    }

    @Test("Only what stands under meta is metadata, in whatever form a rule begins")
    func reading() {
        let text = """
            private global rule One : a b {
                meta: author = "x"
                    id = "1"
                variables:
                    date = 3
                strings:
                    $category = "id = 2"
                condition: for any i in (1..2): ( severity == i )
            }
            rule Two { condition: true }
            // rule Three
            """
        #expect(YaraRules.rules(in: text).map(\.name) == ["One", "Two"])
        #expect(YaraRules.rules(in: text).first?.metadata == ["id": "1"])
        #expect(YaraRules.rules(in: text).last?.metadata == [:])
    }
}
