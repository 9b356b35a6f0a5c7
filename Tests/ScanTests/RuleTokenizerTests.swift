import NetTypes
import TestSupport
import Testing

@testable import Scan

@Suite struct RuleTokenizerTests {
    private func tokens(_ text: String) -> [String] {
        let source = Array(text.utf8)
        var tokenizer = RuleTokenizer(source)
        var result: [String] = []
        while let token = tokenizer.next() {
            result.append(String(decoding: source[token.range], as: UTF8.self))
        }
        return result
    }

    @Test(
        "tokens are cut as libyara cuts them",
        arguments: [
            ("$a* of (@b, #c, !d)", ["$a*", "of", "(", "@b", ",", "#c", ",", "!d", ")"]),
            ("a!=1..10", ["a", "!=", "1", "..", "10"]),
            ("0x1F<<2>=1.5", ["0x1F", "<<", "2", ">=", "1.5"]),
            (#"$x = "a\"}b" /* "} */ // "}"#, ["$x", "=", #""a\"}b""#]),
            (#"/a\/b"}/is{"#, [#"/a\/b"}/is"#, "{"]),
            ("\"open\nnext", ["\"open", "next"]),
            ("/open\nnext", ["/open", "next"]),
            ("{ AA // }\n BB /* } */ }", ["{", "AA", "BB", "}"]),
            ("/* never", ["/* never"]),
            ("\"\\", ["\"\\"]),
        ])
    func cuts(text: String, expected: [String]) {
        #expect(tokens(text) == expected)
    }

    @Test func `any bytes are cut into items in order, without overlap, and in their own lines`() {
        let parts = [
            "rule", " a", "{", "}", "\"", "/", "/*", "*/", "//", "\n", "\\", "condition", ":", "import",
            "include",
            "private", "global", "$", "!", "0", ".", "\0", "é", " ", "strings", "=", "true",
        ].map { Array($0.utf8) }
        for seed in 0..<400 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            var source: [UInt8] = []
            for _ in 0..<Int.random(in: 0..<120, using: &random) {
                source += parts.randomElement(using: &random) ?? []
                if Int.random(in: 0..<20, using: &random) == 0 {
                    source.append(.random(in: 0...255, using: &random))
                }
            }
            var position = 0
            for item in RuleSplitter.items(of: source) {
                #expect(item.range.lowerBound >= position, "seed \(seed)")
                #expect(item.range.upperBound <= source.count, "seed \(seed)")
                let newlines = source[..<item.range.lowerBound].count { $0 == UInt8(ascii: "\n") }
                #expect(item.firstLine == newlines + 1, "seed \(seed)")
                #expect(item.lastLine >= item.firstLine, "seed \(seed)")
                position = max(position, item.range.upperBound)
            }
        }
    }

    @Test func `garbage between good rules harms neither`() throws {
        for seed in 0..<60 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let alphabet = Array("abc {}()$\"/:=\\\n*rule0".utf8)
            var garbage: [UInt8] = (0..<40).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            if String(decoding: garbage, as: UTF8.self).contains("/*") { garbage = [] }
            let text =
                Array("rule first { condition: true }\n".utf8) + garbage
                + Array("\nrule last { condition: true }\n".utf8)
            let (set, _) = try RuleSet.compile([RuleSource(file: "f", namespace: "n", bytes: text)])
            let names = set.rules.map(\.identity.name)
            #expect(names.contains("first") && names.contains("last"), "seed \(seed)")
        }
    }
}
