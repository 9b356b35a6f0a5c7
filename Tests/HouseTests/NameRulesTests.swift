import Testing

@Suite("Rules about names")
struct NameRulesTests {
    static let faults = [
        Fault("Sources/Below/A.swift", "struct B {}", "Sources/Below/A.swift declares no A"),
        Fault("Sources/Below/A+X.swift", "extension B {}", "Sources/Below/A+X.swift declares no A"),
        Fault("Sources/Below/A.swift", "struct A {}\nenum B {}", "Sources/Below/A.swift declares A and B"),
        Fault(
            "Sources/Below/Above.swift", "enum Above {}",
            "Sources/Below/Above.swift: the type Above bears the name of a room"),
    ]

    @Test("A file or type with the wrong name is seen", arguments: faults)
    func complains(fault: Fault) {
        #expect(NameRules.violations(in: fault.tree) == [fault.complaint])
    }
}
