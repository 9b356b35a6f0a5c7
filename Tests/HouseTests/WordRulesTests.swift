import Testing

@Suite("Rules about words")
struct WordRulesTests {
    @Test("A word of the ground floor is seen there and allowed above", arguments: WordRules.groundFloor)
    func groundWords(sequence: [String]) {
        let text = "a " + sequence.joined(separator: " ") + " b"
        let complaints = WordRules.violations(in: .sound(but: ["Sources/Below/A.swift": text]))
        #expect(complaints == ["Sources/Below/A.swift:1: \(sequence.joined())"])
        #expect(WordRules.violations(in: .sound(but: ["Sources/Above/A.swift": text])) == [])
    }

    @Test("A trap is seen anywhere, tests included", arguments: WordRules.everywhere)
    func traps(sequence: [String]) {
        let complaints = WordRules.violations(in: .sound(but: ["Tests/A/A.swift": sequence.joined()]))
        #expect(complaints == ["Tests/A/A.swift:1: \(sequence.joined())"])
    }

    @Test("A note of unfinished work is seen", arguments: WordRules.notes)
    func notes(note: String) {
        let complaints = WordRules.violations(in: .sound(but: ["Tests/A/A.swift": "a\n// \(note): b"]))
        #expect(complaints == ["Tests/A/A.swift:2: \(note)"])
    }

    @Test("A machine's path is seen in every text but those that hold traffic", arguments: WordRules.machines)
    func machines(folder: String) {
        let text = "# A\nsee \(folder)us/a\n"
        let complaints = WordRules.violations(in: .sound(but: ["docs/A.md": text, "captures/A.md": text]))
        #expect(complaints == ["docs/A.md:2: \(folder)"])
        #expect(WordRules.violations(in: .sound(but: ["docs/A.md": "https://example.org\(folder)a"])) == [])
    }
}
