import NetTypes
import TestSupport
import Testing

@testable import Rulebook

/// Whatever a file holds, reading it ends, and every line is somewhere.
@Suite("Lists that are garbage")
struct GarbageListTests {
    private static let names = ["a", "a.txt", "a.csv", "a.json"]
    private static let sources = [
        JSONListTests.misp, "type,value,comment\ndomain,evil.example,\"a \"\"b\"\"\"\n",
        "evil.example\n192.0.2.0/24\nhxxp[://]bad[.]example/x\n2001:db8::1\n*.a.example\n",
        #"{"type":"bundle","objects":[{"type":"indicator","pattern":"[url:value = 'http://a.example/']"}]}"#,
    ]

    private static func read(_ bytes: [UInt8]) {
        for name in names {
            guard let list = try? Lists(name, bytes: bytes) else { continue }
            let report = list.report
            #expect(report.taken == list.load.set.count + list.load.set.duplicates)
            #expect(report.problems.count <= IndicatorLimits().problems)
            _ = list.values
        }
    }

    @Test("Random bytes")
    func random() {
        var random = SeededGenerator(seed: 7)
        for count in 0..<150 {
            Self.read((0..<count * 3).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
        let alphabet = Array("[]{}\"',:.\\/#\n|-0aft13 ".utf8)
        for count in 0..<300 {
            Self.read((0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 })
        }
    }

    @Test("Good lists, cut at every byte and with bytes changed", arguments: sources)
    func damaged(source: String) {
        var random = SeededGenerator(seed: 8)
        let whole = Array(source.utf8)
        for end in stride(from: 0, to: whole.count, by: 3) { Self.read(Array(whole[..<end])) }
        for _ in 0..<150 {
            var bytes = whole
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            Self.read(bytes)
        }
    }
}
