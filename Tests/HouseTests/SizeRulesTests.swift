import Testing

@Suite("Rules about sizes")
struct SizeRulesTests {
    static let faults = [
        Fault(
            "Sources/Below/A.swift", Fault.repeated("let a = 1", 401), "Sources/Below/A.swift has 401 lines"),
        Fault(
            "Tests/A/A.swift", "func f() {\n\(Fault.repeated("a()", 59))}\n",
            "Tests/A/A.swift:1: f has 61 lines"),
        Fault(
            "Tests/A/A.swift", Fault.repeated("let a = 1", 171),
            "half of the files in Tests have 171 lines or more"
        ),
    ]

    @Test("What is too long is seen", arguments: faults)
    func complains(fault: Fault) {
        #expect(SizeRules.violations(in: fault.tree) == [fault.complaint])
    }

    @Test("What is just short enough passes")
    func limits() {
        let function = "func f() {\n\(Fault.repeated("a()", 58))}\n"
        let changes = [
            "Tests/A/A.swift": function, "Sources/Below/A.swift": Fault.repeated("let a = 1", 400),
        ]
        #expect(SizeRules.violations(in: .sound(but: changes)) == [])
    }
}
