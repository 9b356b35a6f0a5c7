import Foundation
import GRDB
import Incidents
import NetTypes
import TestSupport
import Testing

@Suite("A store whose program is killed")
struct StoreKillTests {
    private static let kills = 200
    private static let total = 100_000

    private static func program() throws -> URL {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let candidates = [folder, Bundle.main.bundleURL, URL(fileURLWithPath: ".build/debug")]
        let found = candidates.map { $0.appendingPathComponent("pour") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
        return try #require(found, "the program pour is not built")
    }

    /// What was acknowledged before a kill: the highest number behind each word.
    private func acknowledged(_ output: String) -> [String: Int] {
        var best: [String: Int] = [:]
        // The last line may have been cut off.
        for line in output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            let parts = line.split(separator: " ")
            if parts.count == 2, let number = Int(parts[1]) {
                best[String(parts[0])] = max(best[String(parts[0])] ?? 0, number)
            }
        }
        return best
    }

    @Test(
        "Killed at 200 random moments it has all that was acknowledged, each detection once, each event in order"
    )
    func killed() throws {
        let folder = try TestFolder(["delivered": []])
        let program = try Self.program()
        let (path, delivered) = (folder.path + "/i.db", folder.path + "/delivered")
        var random = SeededGenerator(seed: 200)
        var best: [String: Int] = [:]
        for number in 0..<Self.kills {
            let process = Process()
            let pipe = Pipe()
            process.executableURL = program
            process.arguments = [path, delivered, "\(Self.total)"]
            process.standardOutput = pipe
            try process.run()
            // One in four from its first instructions on, the others from its first acknowledgement: how long it takes to
            // begin is a matter of the machine.
            var output = number % 4 == 0 ? Data() : pipe.fileHandleForReading.availableData
            Thread.sleep(forTimeInterval: .random(in: 0.005..<0.2, using: &random))
            kill(process.processIdentifier, SIGKILL)
            output += try pipe.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            for (word, number) in acknowledged(String(decoding: output, as: UTF8.self)) {
                best[word] = max(best[word] ?? 0, number)
            }
        }
        #expect((best["recorded"] ?? 0) > 100)
        try check(path, delivered, best)
    }

    private func check(_ path: String, _ delivered: String, _ best: [String: Int]) throws {
        let store = try IncidentStore(path: path)
        var filter = IncidentFilter()
        (filter.includesMerged, filter.limit) = (true, .max)
        let incidents = try store.incidents(filter)
        let counted = incidents.reduce(0) { $0 + Int($1.detections) }
        #expect(counted >= best["recorded"] ?? 0)
        let raw = try DatabaseQueue(path: path)
        try raw.read { database in
            #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
            #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
            // Each detection is in one incident, and the counts are those of the rows.
            #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM detection") == counted)
            let wrong = try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM incident WHERE detections <>
                    (SELECT count(*) FROM detection WHERE detection.incident = incident.number)
                    """)
            #expect(wrong == 0)
            let notes = try String.fetchAll(
                database, sql: "SELECT note FROM journal WHERE action = 'noted' ORDER BY number")
            #expect(notes.compactMap { Int($0) }.max() ?? 0 >= best["noted"] ?? 0)
            #expect(notes.compactMap { Int($0) } == notes.compactMap { Int($0) }.sorted())
        }
        try checkDelivery(store, delivered)
    }

    /// Every event arrived at least once, and the first arrivals are in order without a hole.
    private func checkDelivery(_ store: IncidentStore, _ delivered: String) throws {
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: delivered)), as: UTF8.self)
        let arrived = text.split(separator: "\n").compactMap { Int64($0.split(separator: " ")[0]) }
        var seen: Set<Int64> = []
        let first = arrived.filter { seen.insert($0).inserted }
        #expect(!first.isEmpty)
        #expect(first == Array((1...).prefix(first.count)))
        let waiting = try store.pending(for: "file", limit: .max).map(\.sequence)
        // What has not been confirmed follows what has arrived: nothing between is missing.
        #expect(waiting.isEmpty || waiting[0] <= Int64(first.count) + 1)
    }
}
