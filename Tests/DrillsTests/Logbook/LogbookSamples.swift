import Foundation
import NetTypes
import TestSupport

@testable import Drills

/// Actions and logbooks for tests.
enum LogbookSamples {
    static let noon = Timestamp(seconds: 1_795_867_200, nanoseconds: 0)

    /// An action, some minutes after noon.
    static func action(
        _ title: String = "SQL injection", minute: Int = 0, from: [String] = ["203.0.113.80"],
        to: [String] = ["198.51.100.10"], port: UInt16? = nil
    ) -> LogbookAction {
        var action = LogbookAction(
            start: noon.advanced(by: Int64(minute) * 60_000_000_000), title: title, sources: from, targets: to
        )
        action.port = port
        return action
    }

    /// An action of which everything is said, with texts that nobody should print as they are.
    static var full: LogbookAction {
        var action = action("Đẩy web shell \u{1b}[2J\u{202e}\"\\\n", port: 443)
        action.end = noon.advanced(by: 90_000_000_000)
        action.technique = AttackTechnique("T1505.003")
        action.result = .succeeded
        action.evidence = [
            .text("whoami: www-data"),
            .file(name: "shot.png", size: 12, sha256: String(repeating: "ab", count: 32)),
        ]
        (action.team, action.note) = ("Đội đỏ", "lần 2")
        return action
    }

    /// A logbook in a folder of its own.
    final class Book {
        let folder: TestFolder
        var path: String { folder.path + "/log.jsonl" }

        init() throws { folder = try TestFolder() }

        @discardableResult
        func add(_ action: LogbookAction = LogbookSamples.action(), corrects: Int? = nil) throws
            -> Logbook.Added
        {
            try Logbook.append(
                [Logbook.Draft(action, corrects: corrects)], to: path, person: "an", now: noon)
        }

        var bytes: [UInt8] {
            get throws { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
        }

        func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

        var chain: LogbookChain {
            get throws { try Logbook.read(path) }
        }

        /// The lines without their newlines.
        var lines: [[UInt8]] {
            get throws { try bytes.split(separator: 10).map(Array.init) }
        }

        func write(lines: [[UInt8]]) throws { try write(lines.flatMap { $0 + [10] }) }
    }
}
