import Testing

@Suite("Rules about names")
struct NameRulesTests {
    static let faults = [
        Fault("Sources/Below/A.swift", "struct B {}", "Sources/Below/A.swift declares no A"),
        Fault(
            "Sources/Below/Report.swift", "extension B {}", "Sources/Below/Report.swift declares no Report"),
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

    @Test(
        "A file of extensions, a program's entry point and a private helper are left alone",
        arguments: [
            "extension B {}", "extension A.B {}", "@main enum Main {}", "struct A {}\nprivate struct B {}",
            "struct A { struct B {} }", "// nothing yet",
        ])
    func passes(text: String) {
        #expect(NameRules.violations(in: .sound(but: ["Sources/Below/A.swift": text])) == [])
    }
}
