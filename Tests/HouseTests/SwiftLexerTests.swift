import Testing

@Suite("The scanner that the house rules stand on")
struct SwiftLexerTests {
    private func words(_ text: String) -> [String] {
        SwiftLexer(text).tokens.map(\.text)
    }

    @Test(
        "It sees code and neither comments nor strings",
        arguments: [
            ("let a = 1 // try!\nb", ["let", "a", "=", "1", "b"]),
            ("a /* b /* c */ d */ e", ["a", "e"]),
            ("a /* never closed", ["a"]),
            (#"f("a \" b", c)"#, ["f", "(", "\"a \\\" b", ",", "c", ")"]),
            ("\"\" x", ["\"", "x"]),
            ("\"\"\"\n one \"two\" {\n\"\"\" }", ["\"\n one \"two\" {\n", "}"]),
            ("#\"a\"b\\(c)\"# d", ["\"a\"b\\(c)", "d"]),
            ("#/ a \" b /# c", ["c"]),
            ("\"never closed\nx", ["\"never closed", "x"]),
            ("#if os(Linux)", ["#", "if", "os", "(", "Linux", ")"]),
            ("a / b /c", ["a", "/", "b", "/", "c"]),
            ("`any`.đèn", ["`any`", ".", "đèn"]),
        ])
    func tokens(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test("It sees the code inside an interpolation, however deep")
    func interpolation() {
        #expect(
            words("\"a \\(f(\"b \\(try! c())\")) d\"").starts(with: ["f", "(", "try", "!", "c", "(", ")"]))
        #expect(words("#\"a \\#(b)\"#").first == "b")
        #expect(words("\"\\(a)\" + \"{\"").filter { $0 == "{" }.isEmpty)
    }

    @Test("It counts lines through comments and strings of several lines")
    func lines() {
        let tokens = SwiftLexer("/* 1\n2 */ a\n\"\"\"\n4\n\"\"\"\nb\n\"x\\(\n7)\"\nc").tokens
        #expect(tokens.filter { $0.string == nil }.map(\.line) == [2, 6, 8, 9])
    }

    @Test("It keeps comments with their lines")
    func comments() {
        #expect(SwiftLexer("a\n// b\n/* c\n */ d").comments.map(\.line) == [2, 3])
    }

    @Test("Any prefix of any file ends, and no token is lost before the cut")
    func prefixes() throws {
        let text = try #require(Tree.house.texts["Tests/HouseTests/Reading/SwiftLexer.swift"])
        let whole = words(text)
        for length in stride(from: 0, to: text.utf8.count, by: 97) {
            let some = words(String(decoding: Array(text.utf8.prefix(length)), as: UTF8.self)).dropLast()
            #expect(whole.starts(with: some))
        }
    }
}
