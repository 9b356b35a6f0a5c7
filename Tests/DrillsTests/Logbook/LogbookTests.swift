import Foundation
import Glibc
import NetTypes
import TestSupport
import Testing

@testable import Drills

/// Logbooks: what is entered stays, and what was changed is found.
@Suite struct LogbookTests {
    @Test("What is entered is read again as it was")
    func roundTrip() throws {
        let book = try LogbookSamples.Book()
        try book.add(LogbookSamples.full)
        try book.add(LogbookSamples.action("second", from: ["2001:db8::/32", "192.0.2.1"]))
        let chain = try book.chain
        #expect(chain.isIntact && chain.notices.isEmpty)
        #expect(chain.entries.map(\.number) == [1, 2])
        #expect(chain.entries[0].action == LogbookSamples.full)
        #expect(chain.entries[0].person == "an")
        #expect(chain.entries[0].enteredAt == LogbookSamples.noon)
        #expect(chain.entries[1].previous == chain.entries[0].hash)
        #expect(chain.head == chain.entries[1].hash)
        #expect(try book.lines.count == 2)
        let mode = try FileManager.default.attributesOfItem(atPath: book.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("A correction is a new entry, and the old one does not count any more")
    func corrections() throws {
        let book = try LogbookSamples.Book()
        try book.add(LogbookSamples.action("wrong"))
        try book.add(LogbookSamples.action("other"))
        try book.add(LogbookSamples.action("right"), corrects: 1)
        let chain = try book.chain
        #expect(chain.current.map(\.action.title) == ["other", "right"])
        #expect(chain.correction(of: 1) == 3)
        #expect(throws: LogbookError.alreadyCorrected(1, by: 3)) { try book.add(corrects: 1) }
        #expect(throws: LogbookError.noSuchEntry(4)) { try book.add(corrects: 4) }
        #expect(throws: LogbookError.noSuchEntry(0)) { try book.add(corrects: 0) }
        #expect(throws: LogbookError.noSuchEntry(.min)) { try book.add(corrects: .min) }
        #expect(try book.lines.count == 3)
        let empty = try LogbookSamples.Book()
        #expect(throws: LogbookError.noSuchEntry(1)) { try empty.add(corrects: 1) }
    }

    @Test("Each byte that is changed in a whole line is found", arguments: [0, 1, 2])
    func changedByte(line: Int) throws {
        let book = try LogbookSamples.Book()
        for title in ["one", "two", "three"] { try book.add(LogbookSamples.action(title)) }
        let lines = try book.lines
        for place in stride(from: 0, to: lines[line].count, by: 7) {
            var changed = lines
            changed[line][place] ^= 0x01
            try book.write(lines: changed)
            let chain = try book.chain
            #expect(chain.faults == [LogbookFault(line: line + 1, kind: .changed)], "\(place)")
        }
        try book.write(lines: lines)
        #expect(try book.chain.isIntact)
    }

    @Test("Lines that were dropped, swapped or written anew are found, and nothing is added then")
    func changedLines() throws {
        let book = try LogbookSamples.Book()
        for title in ["one", "two", "three"] { try book.add(LogbookSamples.action(title)) }
        let lines = try book.lines
        let anchor = try book.chain.entries[1].hash
        try book.write(lines: [lines[0], lines[2]])
        #expect(try book.chain.faults.first == LogbookFault(line: 2, kind: .misplaced))
        #expect(throws: LogbookError.broken(path: book.path, line: 2)) { try book.add() }
        try book.write(lines: [lines[1], lines[0], lines[2]])
        #expect(try book.chain.faults.first?.line == 1)
        let other = try LogbookSamples.Book()
        try other.add(LogbookSamples.action("other"))
        try book.write(lines: [try other.lines[0], lines[1], lines[2]])
        #expect(try book.chain.faults == [LogbookFault(line: 2, kind: .unlinked)])
        // What a chain cannot show by itself, a hash that was kept does.
        try book.write(lines: [lines[0]])
        #expect(try book.chain.isIntact)
        #expect(
            try Logbook.read(book.path, anchor: anchor).faults == [
                LogbookFault(line: 0, kind: .unknownAnchor)
            ])
        try book.write(lines: lines)
        #expect(try Logbook.read(book.path, anchor: anchor.uppercased()).isIntact)
    }

    @Test("After a crash at any byte of a line the logbook goes on, and says so for ever")
    func torn() throws {
        let book = try LogbookSamples.Book()
        try book.add(LogbookSamples.action("one"))
        let whole = try book.bytes
        try book.add(LogbookSamples.action("two"))
        let both = try book.bytes
        for cut in stride(from: whole.count + 1, to: both.count - 1, by: 5) {
            try book.write(Array(both[..<cut]))
            #expect(try book.chain.notices == [.unfinished(line: 2, bytes: cut - whole.count)])
            let added = try book.add(LogbookSamples.action("three"))
            #expect(added.notices == [.unfinished(line: 2, bytes: cut - whole.count)])
            try book.add(LogbookSamples.action("four"))
            let chain = try book.chain
            #expect(chain.isIntact)
            #expect(chain.notices == [.unfinished(line: 2, bytes: cut - whole.count)])
            #expect(chain.entries.map(\.action.title) == ["one", "three", "four"])
            #expect(chain.entries.map(\.number) == [1, 2, 3])
        }
    }

    @Test("A crash in the line that follows on an unfinished one is no end either")
    func tornTwice() throws {
        let book = try LogbookSamples.Book()
        try book.add()
        try book.write(try book.bytes + Array("{\"half".utf8))
        let torn = try book.bytes
        try book.add(LogbookSamples.action("two"))
        try book.write(Array(try book.bytes[..<(torn.count + 40)]))
        try book.add(LogbookSamples.action("three"))
        let chain = try book.chain
        #expect(chain.isIntact)
        #expect(chain.entries.count == 2)
        // The bytes of an unfinished line cannot be changed later on.
        var changed = try book.bytes
        changed[torn.count - 2] ^= 1
        try book.write(changed)
        #expect(try book.chain.faults == [LogbookFault(line: 2, kind: .changed)])
    }

    @Test("A last line that is whole but for its newline counts")
    func withoutNewline() throws {
        let book = try LogbookSamples.Book()
        try book.add()
        try book.add()
        try book.write(try book.bytes.dropLast())
        #expect(try book.chain.entries.count == 2)
        try book.add()
        #expect(try book.chain.isIntact)
        #expect(try book.chain.entries.count == 3)
        #expect(try book.chain.notices.isEmpty)
    }

    @Test("Of a file of actions all count, or none")
    func imports() throws {
        let book = try LogbookSamples.Book()
        let drafts = (1...3).map { Logbook.Draft(LogbookSamples.action("\($0)")) }
        let file = (name: "a.csv", sha256: String(repeating: "c", count: 64))
        _ = try Logbook.append(drafts, to: book.path, person: "an", now: LogbookSamples.noon, from: file)
        let whole = try book.lines
        #expect(try book.chain.current.count == 3)
        #expect(throws: LogbookError.alreadyImported(number: 1)) {
            _ = try Logbook.append(drafts, to: book.path, person: "an", now: LogbookSamples.noon, from: file)
        }
        try book.write(lines: Array(whole[..<2]))
        var chain = try book.chain
        #expect(chain.isIntact && chain.current.isEmpty && chain.isVoid(2))
        #expect(chain.notices == [.incompleteImport(number: 1, rows: 2, of: 3)])
        _ = try Logbook.append(drafts, to: book.path, person: "an", now: LogbookSamples.noon, from: file)
        try book.add()
        chain = try book.chain
        #expect(chain.current.map(\.number) == [3, 4, 5, 6])
    }

    @Test("What is no action is not entered")
    func refused() throws {
        let book = try LogbookSamples.Book()
        func problem(_ change: (inout LogbookAction) -> Void) -> ActionProblem? {
            var action = LogbookSamples.action()
            change(&action)
            return action.problem
        }
        #expect(problem { $0.title = " " } == .noTitle)
        #expect(problem { $0.sources = [] } == .noSource)
        #expect(problem { $0.targets = [] } == .noTarget)
        #expect(problem { $0.end = .zero } == .endsBeforeStart)
        #expect(problem { $0.targets = ["x"] } == .badAddress("x"))
        #expect(problem { $0.note = String(repeating: "ế", count: 2000) } == .textTooLong(limit: 4096))
        #expect(problem { $0.sources = Array(repeating: "192.0.2.1", count: 65) } == .tooMany(limit: 64))
        #expect(throws: LogbookError.badAction(.noTitle)) { try book.add(LogbookSamples.action("")) }
        #expect(!FileManager.default.fileExists(atPath: book.path))
    }

    @Test("What is no plain file, or not there, is said")
    func files() throws {
        let book = try LogbookSamples.Book()
        #expect(throws: LogbookError.unreadable(path: book.path, code: ENOENT)) { _ = try book.chain }
        #expect(throws: LogbookError.notAFile(path: book.folder.path)) {
            _ = try Logbook.read(book.folder.path)
        }
        #expect(throws: LogbookError.notAFile(path: "/dev/null")) {
            _ = try Logbook.append(
                [Logbook.Draft(LogbookSamples.action())], to: "/dev/null", person: "", now: .zero)
        }
    }

    @Test("Many who enter at once each get a line")
    func together() async throws {
        let book = try LogbookSamples.Book()
        let path = book.path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    _ = try Logbook.append(
                        [Logbook.Draft(LogbookSamples.action("\(number)"))], to: path, person: "an",
                        now: LogbookSamples.noon)
                }
            }
            try await group.waitForAll()
        }
        let chain = try book.chain
        #expect(chain.isIntact && chain.notices.isEmpty)
        #expect(Set(chain.entries.map(\.action.title)).count == 40)
    }

    @Test("Any bytes at all give an answer")
    func total() throws {
        let book = try LogbookSamples.Book()
        try book.add(LogbookSamples.full)
        try book.add()
        let bytes = try book.bytes
        for place in stride(from: 0, to: bytes.count, by: 3) {
            var changed = bytes
            changed[place] = UInt8(truncatingIfNeeded: place &* 31)
            _ = LogbookChain(changed)
            _ = LogbookChain(Array(bytes[place...]))
        }
        _ = LogbookChain([])
        _ = LogbookChain([10, 10, 0, 255, 10])
    }
}
