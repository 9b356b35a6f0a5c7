import NetTypes
import TestSupport
import Testing

@testable import Scan

@Suite struct ScannerTests {
    @Test func `a hit names its rule and its strings by offset, then identifier, with evidence`() throws {
        let set = try rules(
            """
            rule absent { strings: $a = "nowhere" condition: $a }
            rule two { strings: $b = "bcd" $a = "bc" $c = "xy" condition: any of them and #a > 0 and #b > 0 }
            """)
        var configuration = ScanConfiguration()
        configuration.bytesAround = 1
        let outcome = try set.scan(Array("abcd xy bc".utf8), base: 1_000, configuration: configuration)
        #expect(outcome.verdict == .finished)
        func match(_ name: String, _ offset: UInt64, _ before: String, _ text: String, _ after: String)
            -> StringMatch
        {
            var match = StringMatch(
                identifier: name, offset: offset, length: text.utf8.count, bytes: Array(text.utf8))
            (match.before, match.after) = (Array(before.utf8), Array(after.utf8))
            return match
        }
        #expect(
            outcome.hits == [
                Hit(
                    rule: 1,
                    strings: [
                        match("$a", 1_001, "a", "bc", "d"), match("$b", 1_001, "a", "bcd", " "),
                        match("$c", 1_005, " ", "xy", " "), match("$a", 1_008, " ", "bc", ""),
                    ])
            ])
    }

    @Test func `what is kept of a hit is bounded by the configuration`() throws {
        var configuration = ScanConfiguration()
        configuration.stringsPerHit = 3
        configuration.bytesPerString = 2
        let set = try rules("rule r { strings: $a = \"aaaa\" $b = \"b\" condition: #a > 1 and #b == 1 }")
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 100) + [UInt8(ascii: "b")]
        let hit = try #require(try set.scan(bytes, configuration: configuration).hits.first)
        #expect(hit.strings.map(\.offset) == [0, 1, 2])
        #expect(hit.strings.allSatisfy { $0.length == 4 && $0.bytes == [97, 97] })
        configuration.stringsPerHit = 0
        #expect(try set.scan(bytes, configuration: configuration).hits == [Hit(rule: 0, strings: [])])
    }

    @Test func `private rules and private strings are not reported`() throws {
        let set = try rules(
            """
            private rule hidden { strings: $a = "x" condition: $a }
            rule shown { strings: $p = "x" private $q = "y" condition: hidden and $p and $q }
            """)
        let outcome = try set.scan(Array("xy".utf8))
        #expect(outcome.hits.map(\.rule) == [1])
        #expect(outcome.hits.first?.strings.map(\.identifier) == ["$q"])
    }

    @Test func `a global rule that does not match silences its namespace only`() throws {
        let text = "rule r { condition: true }"
        let (set, _) = try RuleSet.compile([
            RuleSource(
                file: "a", namespace: "a",
                bytes: Array(("global rule g { condition: filesize > 9 } " + text).utf8)),
            RuleSource(file: "b", namespace: "b", bytes: Array(text.utf8)),
        ])
        #expect(try set.scan([1]).hits.map(\.rule) == [2])
        #expect(try set.scan([UInt8](repeating: 0, count: 10)).hits.map(\.rule) == [0, 1, 2])
    }

    @Test func `empty bytes are scanned, and a set without rules finds nothing`() throws {
        let set = try rules(
            "rule empty { condition: filesize == 0 } rule other { strings: $a = \"a\" condition: $a }")
        #expect(try set.hits("") == ["empty"])
        let nothing = try rules("")
        #expect(nothing.rules.isEmpty)
        #expect(try nothing.scan(Array("abc".utf8)) == ScanOutcome(verdict: .finished, hits: []))
    }

    @Test func `the entry point of one unit is not seen by the next`() throws {
        let set = try rules("rule entry { strings: $a = \"MARK\" condition: $a at entrypoint }")
        var scanner = try Scanner(set, configuration: ScanConfiguration())
        var text = [UInt8](repeating: UInt8(ascii: "."), count: 1_024)
        text.replaceSubrange(512..<516, with: Array("MARK".utf8))
        #expect(scanner.scan(minimalExecutable().span, ScanVariables()).hits.count == 1)
        #expect(scanner.scan(text.span, ScanVariables()).hits.isEmpty)
        #expect(scanner.scan(minimalExecutable().span, ScanVariables()).hits.count == 1)
    }

    /// A PE file of 1 KiB whose entry point is at offset 512, where the text `MARK` stands.
    private func minimalExecutable() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 1_024)
        func put(_ offset: Int, _ value: UInt32, _ width: Int) {
            for index in 0..<width { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
        }
        put(0, 0x5a4d, 2)
        put(0x3c, 0x80, 4)
        put(0x80, 0x4550, 4)
        put(0x84, 0x14c, 2)  // i386
        put(0x86, 1, 2)  // sections
        put(0x94, 0xe0, 2)  // size of the optional header
        put(0x96, 0x102, 2)
        put(0x98, 0x10b, 2)  // PE32
        put(0xa8, 0x1000, 4)  // entry point
        put(0xb8, 0x1000, 4)  // section alignment
        put(0xbc, 0x200, 4)  // file alignment
        let section = 0x98 + 0xe0
        put(section + 8, 0x200, 4)
        put(section + 12, 0x1000, 4)
        put(section + 16, 0x200, 4)
        put(section + 20, 0x200, 4)
        bytes.replaceSubrange(512..<516, with: Array("MARK".utf8))
        return bytes
    }

    @Test func `a scan that takes too long is timed out, and the scanner goes on`() throws {
        let set = try rules(
            """
            rule slow { condition: proto == "slow" and for all i in (0..2000000000) : ( i >= 0 ) }
            rule fast { strings: $a = "x" condition: $a }
            """)
        var configuration = ScanConfiguration()
        configuration.timeout = 1
        var scanner = try Scanner(set, configuration: configuration)
        var variables = ScanVariables()
        variables.proto = "slow"
        let bytes = Array("x".utf8)
        #expect(scanner.scan(bytes.span, variables) == ScanOutcome(verdict: .timedOut, hits: []))
        variables.proto = "tcp"
        let outcome = scanner.scan(bytes.span, variables)
        #expect(outcome.verdict == .finished)
        #expect(outcome.hits.map(\.rule) == [1])
    }

    @Test func `a nasty pattern on many letters is timed out`() throws {
        let set = try rules("rule nasty { strings: $a = /a[ab]{1,2000}c/ condition: $a }")
        var configuration = ScanConfiguration()
        configuration.timeout = 1
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 64 << 10)
        #expect(try set.scan(bytes, configuration: configuration).verdict == .timedOut)
    }

    @Test func `a pattern that fails on some bytes does not hide them from other rules`() throws {
        let set = try rules(
            """
            rule fails { strings: $a = /a.{0,2000}a.{0,2000}a[^a]/s $b = "end" condition: $b and not $a }
            rule also { strings: $a = /(a|aa|aaa){1,100}b/ condition: $a }
            rule finds { strings: $a = "end" condition: $a }
            """)
        var scanner = try Scanner(set, configuration: ScanConfiguration())
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 8 << 10) + Array("end".utf8)
        let outcome = scanner.scan(bytes.span, ScanVariables())
        #expect(outcome.verdict == .failed(code: 46))
        #expect(outcome.failedRules.sorted() == [0, 1])
        #expect(outcome.hits.map(\.rule) == [2])
        #expect(outcome.hits.first?.strings.map(\.offset) == [8 << 10])
        let next = scanner.scan(Array("end".utf8).span, ScanVariables())
        #expect(next.verdict == .finished)
        #expect(next.failedRules == [])
        #expect(next.hits.map(\.rule) == [0, 2])
    }

    @Test func `a string that matches too often is counted, and the scan finishes`() throws {
        let set = try rules("rule often { strings: $a = \"ab\" $b = \"end\" condition: #a > 2 and $b }")
        let bytes =
            [UInt8](repeating: UInt8(ascii: "a"), count: 2_000_100).indices.map { $0 % 2 == 0 ? 97 : 98 }
            as [UInt8]
        let outcome = try set.scan(bytes + Array("end".utf8))
        #expect(outcome.verdict == .finished)
        #expect(outcome.tooManyMatches == 1)
        #expect(outcome.hits.map(\.rule) == [0])
    }

    @Test func `two scanners on two threads share a rule set`() async throws {
        let set = try rules(
            """
            import "math"
            rule even { strings: $a = "even" condition: #a == 2 and proto == "even" }
            rule odd { strings: $a = "odd" condition: #a == 2 and proto == "odd" and math.abs(-1) == 1 }
            """)
        let wrong = await withTaskGroup(of: Int.self) { group in
            for worker in 0..<2 {
                group.addTask {
                    let word = worker == 0 ? "even" : "odd"
                    let bytes = Array("..\(word)...\(word)..".utf8)
                    var variables = ScanVariables()
                    variables.proto = word
                    guard var scanner = try? Scanner(set, configuration: ScanConfiguration()) else {
                        return 1
                    }
                    var wrong = 0
                    for _ in 0..<300 {
                        let outcome = scanner.scan(bytes.span, variables)
                        if outcome.hits.map(\.rule) != [worker] { wrong += 1 }
                    }
                    return wrong
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }
}
