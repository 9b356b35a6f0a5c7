import TestSupport
import Testing

@testable import Scan

/// Patterns are made together with a text that each matches: what a pattern is said to need must be in the text.
@Suite("What is spelt out of patterns is in every match")
struct SpellingTests {
    @Test(arguments: 0..<40)
    func patterns(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var needed = 0
        for _ in 0..<100 {
            let ignoresCase = Bool.random(using: &random)
            let (pattern, match) = Self.pattern(&random, depth: 3)
            let spelling = PatternReader.spelling(of: Array(pattern.utf8), ignoresCase: ignoresCase)
            guard let strings = spelling.needed else { continue }
            needed += 1
            let text = Array((ignoresCase ? match.lowercased() : match).utf8)
            #expect(strings.contains { text.contains($0) }, "/\(pattern)/ matches \(match)")
            if case .exact(let all) = spelling {
                #expect(all.contains(text), "/\(pattern)/ matches \(match)")
            }
        }
        #expect(needed > 20)
    }

    /// A pattern and a text that it matches from end to end.
    private static func pattern(_ random: inout SeededGenerator, depth: Int) -> (String, String) {
        var (pattern, match) = ("", "")
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let (part, text) = part(&random, depth: depth)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: (pattern, match) = (pattern + part + "*", match + text + text)
            case 1: (pattern, match) = (pattern + part + "?", match)
            case 2: (pattern, match) = (pattern + part + "+?", match + text)
            case 3: (pattern, match) = (pattern + part + "{2,3}", match + text + text)
            case 4: (pattern, match) = (pattern + part + "{2}", match + text + text)
            default: (pattern, match) = (pattern + part, match + text)
            }
        }
        return (pattern, match)
    }

    /// A part that may be repeated, and a text that it matches.
    private static func part(_ random: inout SeededGenerator, depth: Int) -> (String, String) {
        let letters = Array("abcXYZ01")
        let letter = String(letters[Int.random(in: 0..<letters.count, using: &random)])
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &random) {
        case 0: return ("[\(letter)q-t]", letter)
        case 1: return ("[^/]", letter)
        case 2: return ("\\x41", "A")
        case 3: return ("\\.", ".")
        case 4: return (".", letter)
        case 6, 7:
            let (left, text) = pattern(&random, depth: depth - 1)
            let (right, other) = pattern(&random, depth: depth - 1)
            return ("(\(left)|\(right))", Bool.random(using: &random) ? text : other)
        case 8: return ("(\(letter)word|)", "")
        default: return (letter, letter)
        }
    }

    @Test(arguments: [
        "4d5a????636f6d", "4d5a[2-4](01|02??)63", "(4d|(5a|00))aabb", "4?5a", "?d5a5a5a", "4d5a[0-]6060",
    ])
    func hexadecimal(text: String) throws {
        let set = try rules("rule r { strings: $a = { \(text.map { String($0) }.joined()) } condition: $a }")
        let strings = HexReader.spelling(of: Array(text.utf8)).needed ?? []
        // Whatever libyara finds in bytes of these alone has one of the strings.
        var random = SeededGenerator(seed: 7)
        let alphabet: [UInt8] = [0x4d, 0x5a, 0x63, 0x6f, 0x6d, 1, 2, 0xaa, 0xbb, 0, 0x60]
        var hits = 0
        for _ in 0..<300 {
            let bytes = (0..<800).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            let found = try set.scan(bytes).hits
            guard !found.isEmpty else { continue }
            hits += 1
            #expect(strings.isEmpty || strings.contains { bytes.contains($0) }, "\(text)")
        }
        #expect(hits > 0, "\(text)")
    }

    @Test(
        "What is not of the known form needs nothing",
        arguments: ["a(b", "a)b", "*a", "a\\", "[a", "(?:ab)", "\\xg0"])
    func odd(pattern: String) {
        #expect(PatternReader.spelling(of: Array(pattern.utf8), ignoresCase: false).needed == nil)
    }
}
