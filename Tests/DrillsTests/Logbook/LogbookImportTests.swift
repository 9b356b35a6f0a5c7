import Foundation
import NetTypes
import TestSupport
import Testing

@testable import Drills

/// Actions from comma-separated values.
@Suite struct LogbookImportTests {
    private static let zone = TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt

    private func read(_ text: String) throws -> [LogbookAction] {
        let folder = try TestFolder(["a.csv": Array(text.utf8)])
        return try LogbookImport.read(folder.path + "/a.csv", in: Self.zone).actions
    }

    /// What is wrong: line, heading and what; nil when nothing is.
    private func refusal(_ text: String) throws -> (line: Int, column: String, problem: RowProblem)? {
        do throws(LogbookError) {
            let folder: TestFolder
            do { folder = try TestFolder(["a.csv": Array(text.utf8)]) } catch { return nil }
            _ = try LogbookImport.read(folder.path + "/a.csv", in: Self.zone)
            return nil
        } catch {
            guard case .badRow(_, let line, let column, let problem) = error else { throw error }
            return (line, column, problem)
        }
    }

    @Test("A table with everything in it is read")
    func full() throws {
        let actions = try read(
            "\u{feff}title,Time, from ,to,port,technique,result,evidence,team,note,until\r\n"
                + "\"a \"\"b\"\", c\n d\",2026-11-28 19:00,203.0.113.80;203.0.113.0/28,198.51.100.10 2001:db8::1,443,"
                + "t1505.003,Succeeded,\"seen, twice\",Đội đỏ,,2026-11-28T12:01:30Z\r\n\r\n"
                + "x,2026-11-28T12:05:00+00:00,192.0.2.1,192.0.2.2,,,,,,,")
        #expect(actions.count == 2)
        #expect(actions[0].title == "a \"b\", c\n d")
        #expect(actions[0].start == LogbookSamples.noon)
        #expect(actions[0].end == LogbookSamples.noon.advanced(by: 90_000_000_000))
        #expect(actions[0].sources == ["203.0.113.80", "203.0.113.0/28"])
        #expect(actions[0].targets == ["198.51.100.10", "2001:db8::1"])
        #expect(actions[0].port == 443)
        #expect(actions[0].technique?.identifier == "T1505.003")
        #expect(actions[0].result == .succeeded)
        #expect(actions[0].evidence == [.text("seen, twice")])
        #expect(actions[0].team == "Đội đỏ")
        #expect(actions[1].port == nil && actions[1].result == .unknown && actions[1].evidence.isEmpty)
    }

    private static let head = "time,title,from,to,port\n"
    private static let good = "2026-11-28 19:00,a,192.0.2.1,192.0.2.2,80\n"

    @Test(
        "What is wrong is named by line and heading",
        arguments: [
            ("2026-11-28,a,192.0.2.1,192.0.2.2,80", "time", RowProblem.action(.badTime("2026-11-28"))),
            ("2026-11-28 19:00,,192.0.2.1,192.0.2.2,80", "title", .action(.noTitle)),
            ("2026-11-28 19:00,a,,192.0.2.2,80", "from", .action(.noSource)),
            ("2026-11-28 19:00,a,192.0.2.1,;,80", "to", .action(.noTarget)),
            ("2026-11-28 19:00,a,192.0.2.1,host,80", "to", .action(.badAddress("host"))),
            ("2026-11-28 19:00,a,192.0.2.1,192.0.2.2,0", "port", .action(.badPort("0"))),
            ("2026-11-28 19:00,a,192.0.2.1,192.0.2.2", "", .fields(4, expected: 5)),
            ("2026-11-28 19:00,\"a\"b,192.0.2.1,192.0.2.2,80", "", .badQuotes),
            ("2026-11-28 19:00,a\"b,192.0.2.1,192.0.2.2,80", "", .badQuotes),
            ("2026-11-28 19:00,\"a,192.0.2.1,192.0.2.2,80", "", .badQuotes),
        ])
    func rows(row: String, column: String, problem: RowProblem) throws {
        let refusal = try #require(try refusal(Self.head + Self.good + row + "\n" + Self.good))
        #expect(refusal.line == 3)
        #expect(refusal.column == column)
        #expect(refusal.problem == problem)
    }

    @Test("A line break in a field does not put the count of lines out")
    func lineNumbers() throws {
        let row = "2026-11-28 19:00,\"a\n\nb\",192.0.2.1,192.0.2.2,80\n"
        let refusal = try #require(try refusal(Self.head + row + "x,a,192.0.2.1,192.0.2.2,80\n"))
        #expect(refusal.line == 5)
    }

    @Test("Headings are checked")
    func headings() throws {
        #expect(try refusal("time,titel,from,to\n")?.problem == .unknownHeading(nearest: "title"))
        #expect(try refusal("time,title,from,to,zzzzzz\n")?.problem == .unknownHeading(nearest: nil))
        #expect(try refusal("time,title,from,to,time\n")?.problem == .repeatedHeading)
        let missing = try refusal("time,title,from\n")
        #expect(missing?.problem == .missingHeading)
        #expect(missing?.column == "to")
    }

    @Test("A table without actions, and bytes that are no text, are refused")
    func empty() throws {
        for text in ["", "\n", Self.head] {
            #expect(throws: LogbookError.self) { try read(text) }
        }
        let folder = try TestFolder(["a.csv": Array(Self.head.utf8) + [0xff, 0x2c, 0x0a]])
        #expect(throws: LogbookError.badRow(path: folder.path + "/a.csv", line: 2, column: "", .badText)) {
            _ = try LogbookImport.read(folder.path + "/a.csv", in: Self.zone)
        }
    }

    @Test("Times are read as people write them, and written as RFC 3339")
    func times() throws {
        let hanoi = try #require(TimeZone(identifier: "Asia/Ho_Chi_Minh"))
        #expect(ActionTime.read("2026-11-28 19:00", in: hanoi) == LogbookSamples.noon)
        #expect(ActionTime.read("2026-11-28T19:00:00", in: hanoi) == LogbookSamples.noon)
        #expect(ActionTime.read("2026-11-28 12:00:00Z", in: hanoi) == LogbookSamples.noon)
        #expect(ActionTime.read("28/11/2026 19:00", in: hanoi) == nil)
        #expect(ActionTime.text(LogbookSamples.noon, in: hanoi) == "2026-11-28T19:00:00+07:00")
        #expect(LogbookSamples.noon.rfc3339 == "2026-11-28T12:00:00.000000Z")
        let west = try #require(TimeZone(secondsFromGMT: -(3 * 3600 + 1800)))
        #expect(ActionTime.text(LogbookSamples.noon, in: west) == "2026-11-28T08:30:00-03:30")
        #expect(ActionTime.read("2026-11-28 08:30", in: west) == LogbookSamples.noon)
    }

    @Test("Evidence is known again by its bytes")
    func evidence() throws {
        let folder = try TestFolder(["shot.png": Array("abc".utf8)])
        let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(
            try EvidenceFile.read(folder.path + "/shot.png")
                == .file(name: "shot.png", size: 3, sha256: sha256))
        #expect(throws: LogbookError.self) { try EvidenceFile.read(folder.path + "/none") }
        #expect(throws: LogbookError.self) { try EvidenceFile.read(folder.path) }
    }
}
