import Testing

@Suite("Rules about imports")
struct ImportRulesTests {
    static let faults = [
        Fault("Sources/Below/A.swift", "import Above", "Sources/Below/A.swift:1: Below may not import Above"),
        Fault("Sources/Above/A.swift", "import CDoor", "CDoor is imported by Above and Below"),
        Fault("Sources/Other/A.swift", "let a = 1", "Other is not in the table of rooms"),
        Fault("Sources/program/Program.swift", nil, "program has no folder"),
        Fault(
            "Package.swift", Tree.edited("Package.swift", "[\"Below\"]", "[]"),
            "Above: the manifest and the table of rooms differ"),
        Fault(
            "Package.swift", Tree.edited("Package.swift", "door(", "door(\"CNew\"), door("),
            "CNew is a door that no room opens"),
        Fault(
            RoomTable.page, Tree.edited(RoomTable.page, "| values | – |", "| values | Above |"),
            "Above imports itself by a circle"),
    ]

    @Test("A wrong arrow is seen", arguments: faults)
    func complains(fault: Fault) {
        #expect(ImportRules.violations(in: fault.tree).contains(fault.complaint))
    }

    @Test("An arrow that nobody uses is seen once the room has its files")
    func unusedArrow() {
        var changes: [String: String?] = ["Sources/Above/Report.swift": "struct Report {}"]
        #expect(ImportRules.violations(in: .sound(but: changes)) == [])
        for name in 1..<ImportRules.furnished {
            changes["Sources/Above/T\(name).swift"] = "struct T\(name) {}"
        }
        #expect(
            ImportRules.violations(in: .sound(but: changes))
                == ["Above never imports Below, which the table lets it"])
    }
}
