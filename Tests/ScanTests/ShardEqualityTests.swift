import Foundation
import TestSupport
import Testing

@testable import Scan

/// A shortcut may skip work, never a hit: rules in shards find what the same rules find when all of them run on every
/// byte.
@Suite("Rules in shards equal one big rule set")
struct ShardEqualityTests {
    private static let words = [
        "redredwine", "bluemoonlight", "sunflower", "MZ", "\u{7f}ELF", "PK\u{3}\u{4}", "crypto1",
        "HTTP/1.1 200 OK",
        "<script>", "eval(base64_decode(", "abclongtail123lefthand", "nightowl99",
    ]

    private static let conditions = [
        "any of them", "all of them", "2 of them", "$a", "$b", "$a and $b", "$a or $c", "not $a",
        "$a and not $b",
        "#a > 1", "#b == 2", "$a at 0", "$a in (0..20)", "@b < 40", "uint16(0) == 0x5a4d",
        "uint16(0) == 0x5a4d and $a",
        "uint32be(0) == 0x7f454c46 and any of ($b, $c)",
        "(uint16(0) == 0x5a4d or uint16(0) == 0x4b50) and $c",
        "filesize < 60", "filesize > 60 and $a", "for any of ($a, $b) : ( @ > 10 )",
        "for all i in (1..#a) : ( @a[i] < 90 )",
        "math.entropy(0, filesize) > 3.0 and $a", "direction == \"to_server\" and $b", "$c or src_port == 80",
        "none of them",
        "pe.number_of_sections == 0 or $a", "50% of them", "first and $a", "any of (fir*) and $b",
    ]

    private static let values: [(String, String, String)] = [
        ("\"redredwine\"", "\"bluemoonlight\" nocase", "\"sunflower\" wide ascii"),
        ("\"MZ\"", "/eval\\((base64_decode|gzinflate)\\(/", "{ 63 72 79 70 74 6f ?? }"),
        ("\"HTTP/1.1 200\"", "\"<SCRIPT>\" nocase", "/ab+c(long)?tail[0-9]{2,4}(left|right)hand/i"),
        ("\"nightowl99\" xor", "\"nightowl99\" base64", "\"owl\""),
    ]

    private static var source: String {
        var text = """
            import "math"
            import "pe"
            rule first { strings: $s = "sunflower" condition: $s }

            """
        for (number, value) in values.enumerated() {
            for (place, condition) in conditions.enumerated() {
                let strings = declarations(value, for: condition)
                text += "rule r\(number)_\(place) { \(strings) condition: \(condition) }\n"
            }
        }
        return text
    }

    /// The strings that a condition uses, for libyara refuses those that none does.
    private static func declarations(_ value: (String, String, String), for condition: String) -> String {
        var lines: [String] = []
        for (name, text) in [("a", value.0), ("b", value.1), ("c", value.2)] {
            let isUsed =
                condition.contains("them") || ["$", "#", "@"].contains { condition.contains($0 + name) }
            if isUsed { lines.append("$" + name + " = " + text) }
        }
        return lines.isEmpty ? "" : "strings: " + lines.joined(separator: "\n    ")
    }

    private static func set(_ sources: [RuleSource], shards: Bool) throws -> RuleSet {
        var configuration = ScanConfiguration()
        configuration.shards = shards
        return try RuleSet.compile(sources, configuration: configuration).0
    }

    @Test("Over bytes put together from what the rules look for", arguments: 0..<8)
    func madeBytes(seed: UInt64) throws {
        let sources = [
            RuleSource(file: "a.yar", namespace: "a", bytes: Array(Self.source.utf8)),
            RuleSource(
                file: "g.yar", namespace: "g",
                bytes: Array(
                    """
                    global private rule web { strings: $h = "HTTP/1.1 200" condition: $h }
                    rule inside { strings: $r = "redredwine" condition: $r }
                    """.utf8)),
        ]
        let (parted, whole) = (try Self.set(sources, shards: true), try Self.set(sources, shards: false))
        #expect(whole.shards.count == 1)
        #expect(parted.shards.count > 4)
        #expect(parted.rules.map(\.identity) == whole.rules.map(\.identity))
        var left = try Scanner(parted, configuration: ScanConfiguration())
        var right = try Scanner(whole, configuration: ScanConfiguration())
        var random = SeededGenerator(seed: seed)
        var (hits, skipped) = (0, 0)
        for _ in 0..<150 {
            let bytes = Self.bytes(&random)
            var variables = ScanVariables()
            variables.direction = Bool.random(using: &random) ? "to_server" : "to_client"
            variables.sourcePort = Bool.random(using: &random) ? 80 : 81
            let (found, expected) = (left.scan(bytes.span, variables), right.scan(bytes.span, variables))
            #expect(found == expected)
            hits += expected.hits.count
            skipped += left.lastCandidates.count { !$0 }
        }
        #expect(hits > 1_000)
        #expect(skipped > 100)
    }

    private static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0..<6, using: &random) {
            let word = words[Int.random(in: 0..<words.count, using: &random)]
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes += word.utf8.flatMap { [$0, 0] }
            case 1: bytes += Array(word.uppercased().utf8)
            case 2: bytes += word.utf8.map { $0 ^ 0x20 }
            default: bytes += Array(word.utf8)
            }
            for _ in 0..<Int.random(in: 0..<30, using: &random) {
                bytes.append(.random(in: .min ... .max, using: &random))
            }
        }
        return bytes
    }

    @Test("Where literals cannot be searched every shard is a candidate")
    func withoutMatcher() throws {
        let sources = [RuleSource(file: "a.yar", namespace: "a", bytes: Array(Self.source.utf8))]
        let parted = try Self.set(sources, shards: true)
        let blind = RuleSet(
            rules: parted.rules, sha256: parted.sha256, digests: parted.digests, shards: parted.shards,
            matchers: nil,
            externals: parted.externals)
        var left = try Scanner(parted, configuration: ScanConfiguration())
        var right = try Scanner(blind, configuration: ScanConfiguration())
        var random = SeededGenerator(seed: 99)
        for _ in 0..<50 {
            let bytes = Self.bytes(&random)
            let (found, expected) = (
                left.scan(bytes.span, ScanVariables()), right.scan(bytes.span, ScanVariables())
            )
            #expect(found == expected)
        }
    }
}
