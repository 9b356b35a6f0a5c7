import Foundation
import Testing

@testable import Scan

private let folders = (ProcessInfo.processInfo.environment["HAIDANG_PUBLIC_RULES"] ?? "")
    .split(separator: ":").map(String.init)

/// Public rule collections, untouched. They are not part of the project: `HAIDANG_PUBLIC_RULES` names folders with
/// checkouts of them, separated by colons.
@Suite(.enabled(if: !folders.isEmpty, "set HAIDANG_PUBLIC_RULES to folders of public rules"))
struct PublicRulesTests {
    /// What collections expect their host to define.
    private static let usual = ["filename", "filepath", "extension", "filetype", "md5", "owner"]

    @Test("Every file that yara's own compiler compiles loads without an error", arguments: folders)
    func everyFileLoads(folder: String) throws {
        var (files, rules) = (0, 0)
        var refused: [String] = []
        for file in try Self.ruleFiles(folder) where try Self.compiles(file) {
            // A file that compiles and holds no rule, such as an index of includes that are commented out, is no rule file.
            guard let (set, problems) = try? RuleSet.load(paths: [file]) else {
                if try String(contentsOfFile: file, encoding: .isoLatin1).contains("condition") {
                    refused.append(file)
                }
                continue
            }
            let errors = problems.filter(\.isError)
            if !errors.isEmpty { refused.append("\(file): \(errors[0].message)") }
            files += 1
            rules += set.rules.count
        }
        print("\(folder): \(files) files, \(rules) rules")
        #expect(files > 0)
        #expect(refused.isEmpty, "\(refused.prefix(20))")
    }

    private static func ruleFiles(_ folder: String) throws -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".yar") || $0.hasSuffix(".yara") }.sorted()
            .map { "\(folder)/\($0)" }
    }

    /// Whether plain yarac compiles a file, with the usual external variables and nothing else.
    private static func compiles(_ file: String) throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.currentDirectoryURL = URL(fileURLWithPath: file).deletingLastPathComponent()
        process.arguments = ["yarac", "-w"] + usual.flatMap { ["-d", "\($0)=x"] } + [file, "/dev/null"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
