import Foundation
import NetTypes
import TestSupport
import Testing

@testable import Scan

private let yara = "/usr/bin/yara"

@Suite struct YaraOracleTests {
    private static let text = """
        rule literal { strings: $a = "ab" $b = "ba" wide condition: #a > 3 or $b }
        rule pattern { strings: $a = /a[bc]{2,4}d/ $b = /c.d/s nocase condition: #a > 0 or #b > 1 }
        rule hex { strings: $a = { 61 ?? 63 [1-3] 64 } condition: #a > 0 }
        rule word { strings: $a = "abc" fullword $b = "cab" fullword condition: for any of them : ( # > 0 ) }
        rule chained { strings: $a = { 61 62 63 [0-600] 64 63 62 61 } condition: #a > 0 }
        rule place { strings: $a = "d" condition: $a at 3 or (filesize > 500 and uint8(0) == 0x61) }
        rule mixed { strings: $a = "aa" xor $b = "abcd" base64 condition: #a > 0 or #b > 0 }
        """

    @Test(
        "hits and matches are those of the yara program",
        .enabled(if: FileManager.default.isExecutableFile(atPath: yara), "needs the yara program"))
    func sameAsProgram() throws {
        let folder = try TemporaryFolder(["rules.yar": Self.text])
        let set = try RuleSet.load(paths: [folder.path]).0
        var configuration = ScanConfiguration()
        configuration.stringsPerHit = 100_000
        var scanner = try Scanner(set, configuration: configuration)
        var expectedHits = 0
        for seed in 1...25 as ClosedRange<UInt64> {
            var random = SeededGenerator(seed: seed)
            let alphabet = Array("aabbccd \0".utf8)
            let bytes = (0..<Int.random(in: 0..<1_200, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            let file = folder.path + "/unit"
            try Data(bytes).write(to: URL(fileURLWithPath: file))
            let expected = try run([folder.path + "/rules.yar", file, "-s", "-f", "-L"])
            let outcome = scanner.scan(bytes.span, ScanVariables())
            let lines = outcome.hits.flatMap { hit in
                let name = set.rules[hit.rule].identity.name
                // The program tells no length above 512.
                return hit.strings.map {
                    "\(name) 0x\(String($0.offset, radix: 16)):\(min($0.length, 512)):\($0.identifier)"
                }
                    + ["\(name) hit"]
            }
            #expect(lines.count == expected.count, "seed \(seed)")
            #expect(Set(lines).symmetricDifference(expected).isEmpty, "seed \(seed)")
            expectedHits += expected.count
        }
        #expect(expectedHits > 100)
    }

    /// The program's lines, each match with the rule that it stands under.
    private func run(_ arguments: [String]) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: yara)
        process.arguments = ["-w"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        var rule = ""
        var lines: [String] = []
        for line in output.split(separator: "\n") {
            if line.hasPrefix("0x") {
                let parts = line.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
                lines.append("\(rule) \(parts[0]):\(parts[1]):\(parts[2])")
            } else {
                rule = String(line.prefix { $0 != " " })
                lines.append("\(rule) hit")
            }
        }
        return lines
    }
}
