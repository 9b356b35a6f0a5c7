import Foundation
import Scan

/// Where the package's own files are, and the real captures when there are any.
enum Repository {
    /// The package's folder.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The folder of real captures; nil when none is named.
    static let realCaptures = ProcessInfo.processInfo.environment["HAIDANG_CAPTURES"]

    /// Why tests that need real captures are skipped.
    static let noRealCaptures = "skipped: HAIDANG_CAPTURES does not name the folder of real captures"

    /// The project's rules.
    static func rules() throws -> RuleSet {
        let (rules, problems) = try RuleSet.load(paths: [root + "/rules"])
        guard problems.isEmpty else { throw Problems(list: problems) }
        return rules
    }

    /// Rules that did not load as they should.
    struct Problems: Error {
        let list: [RuleProblem]
    }

    /// The folders of the project's own captures, sorted.
    static func scenarios() throws -> [String] {
        let top = root + "/captures"
        return try FileManager.default.subpathsOfDirectory(atPath: top).filter {
            $0.hasSuffix("/traffic.pcap")
        }
        .map { String($0.dropLast("/traffic.pcap".count)) }.sorted()
    }

    /// The savefiles of the project's own captures, sorted.
    static var captures: [String] {
        ((try? scenarios()) ?? []).map { "\(root)/captures/\($0)/traffic.pcap" }
    }

    /// The savefiles among the real captures, sorted; none when there are none.
    static var realSavefiles: [String] {
        guard let folder = realCaptures else { return [] }
        let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return all.filter { name in
            [".pcap", ".pcapng", ".cap"].contains { name.hasSuffix($0) }
        }
        .map { "\(folder)/\($0)" }.sorted()
    }

    /// The rows of a table of truths, each by the names of its header.
    static func truth(_ name: String) throws -> [[String: String]] {
        guard let folder = realCaptures else { return [] }
        let text = try String(contentsOfFile: "\(folder)/truth/\(name)", encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map { Self.fields(of: $0) }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// The fields of a line of comma-separated values, by RFC 4180 without line breaks in fields.
    private static func fields(of line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}
