import Testing

@Suite("Rules about raw memory")
struct UnsafeRulesTests {
    static let faults = [
        Fault(
            "Sources/Above/A.swift", "let a = unsafe b",
            "Sources/Above/A.swift:1: unsafe outside the unsafe addresses"),
        Fault(
            "Sources/Above/A.swift", "let a: UnsafeRawPointer",
            "Sources/Above/A.swift:1: UnsafeRawPointer outside the unsafe addresses"),
        Fault(
            "Sources/Above/A.swift", "a.withUnsafeBytes { _ in }",
            "Sources/Above/A.swift:1: withUnsafeBytes outside the unsafe addresses"),
        Fault(
            "Sources/Above/A.swift", "unsafeBitCast(a, to: B.self)",
            "Sources/Above/A.swift:1: unsafeBitCast outside the unsafe addresses"),
        Fault(
            "Sources/Above/A.swift", "final class A: @unchecked Sendable {\n// Why.\n}",
            "Sources/Above/A.swift:1: unchecked outside the unsafe addresses"),
        Fault(
            "Sources/Below/Handle.swift", "import CDoor",
            "Sources/Below/Handle.swift is listed as unsafe and names no raw memory"),
        Fault(
            RoomTable.page, Tree.edited(RoomTable.page, "the library's handle", ""),
            "Sources/Below/Handle.swift is listed without a reason"),
        Fault(
            "Sources/Below/Handle.swift", "struct Handle: @unchecked Sendable {\n}",
            "Sources/Below/Handle.swift:1: @unchecked Sendable without its reason on the next line"),
    ]

    @Test("Raw memory elsewhere is seen, and so is a stale address", arguments: faults)
    func complains(fault: Fault) {
        #expect(UnsafeRules.violations(in: fault.tree) == [fault.complaint])
    }
}
