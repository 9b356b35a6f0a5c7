import Testing

@Suite("What is read from a Swift file")
struct SwiftFileTests {
    private func file(_ text: String) -> SwiftFile {
        SwiftFile(path: "Sources/Room/Folder/Type+Aspect.swift", text: text)
    }

    @Test("Its place names its room and its owner")
    func place() {
        #expect(file("").room == "Room")
        #expect(file("").stem == "Type+Aspect")
        #expect(SwiftFile(path: "Package.swift", text: "").room.isEmpty)
    }

    @Test("Lines are counted as an editor counts them", arguments: [("", 0), ("a\n", 1), ("a\nb", 2)])
    func lines(text: String, count: Int) {
        #expect(file(text).lineCount == count)
    }

    @Test("Imports are found in every form")
    func imports() {
        let text = "import A\n@testable import B\npublic import struct C.D\n// import E\nlet s = \"import F\""
        #expect(file(text).imports.map(\.module) == ["A", "B", "C"])
        #expect(file(text).imports.map(\.line) == [1, 2, 3])
    }

    @Test("Only types outside any other count, and privacy is seen")
    func types() {
        let text = "struct A { enum B {} }\nprivate final class C {}\nextension D.E {}\nextension [UInt8] {}"
        #expect(file(text).topLevelTypes.map(\.name) == ["A", "C", "D", "E", "Array"])
        #expect(file(text).topLevelTypes.map(\.isPrivate) == [false, true, false, false, false])
        #expect(file(text).topLevelTypes.map(\.isExtension) == [false, false, true, true, true])
    }

    @Test(
        "The length of a function runs from its declaration to its last brace",
        arguments: [
            ("func f() {}", [("f", 1)]),
            ("func f(\n  a: () -> Int = { 1 }\n) {\n}", [("f", 4)]),
            ("func f() {\n func g() {\n }\n}", [("f", 4), ("g", 2)]),
            ("func f() { // }\n \"}\"\n}", [("f", 3)]),
            (
                "init?(a: Int) {\n}\ndeinit {\n}\nsubscript(a: Int) -> Int {\n0 }",
                [("init", 2), ("deinit", 2), ("subscript", 2)]
            ),
            ("var a: Int {\n 1\n}\nvar b = c {\n}\nvar d: Int\nif e {\n}", [("a", 3)]),
            ("protocol P {\n func f()\n func g() -> Int\n}\nstruct S {\n}", []),
            ("a.init(b) { c }\nself.init()", []),
            ("func f() {\n if a {\n", [("f", 2)]),
        ])
    func functions(text: String, expected: [(String, Int)]) {
        let found = file(text).functions
        #expect(found.map(\.name) == expected.map(\.0))
        #expect(found.map(\.length) == expected.map(\.1))
    }
}
