import Foundation
import GRDB
import NetTypes
import TestSupport
import Testing

@testable import Incidents

@Suite("The file of the store, and what can be wrong with it")
struct StoreFileTests {
    private let folder: TestFolder
    private var path: String { folder.path + "/incidents.db" }

    init() throws { folder = try TestFolder() }

    @Test("It is for its owner and group only")
    func mode() throws {
        _ = try IncidentStore(path: path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect((mode ?? 0o777) & 0o007 == 0)
    }

    @Test("What a call has written is on the disk when it returns, so that a power cut takes nothing back")
    func lasting() throws {
        let store = try IncidentStore(path: path)
        let modes = try store.database.writeWithoutTransaction { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA synchronous"),
                try String.fetchOne(database, sql: "PRAGMA journal_mode")
            )
        }
        #expect(modes == (2, "wal"))
    }

    @Test("One of a later version is refused, and left as it is")
    func newer() throws {
        try IncidentStore(path: path).close()
        let raw = try DatabaseQueue(path: path)
        try raw.write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('v999')")
        }
        try raw.close()
        #expect(throws: StoreError.newerVersion(path: path)) { try IncidentStore(path: path) }
    }

    @Test("One of drills is not opened as a real one, nor the other way round", arguments: [true, false])
    func kind(isDrill: Bool) throws {
        try IncidentStore(path: path, isDrill: isDrill).close()
        #expect(throws: StoreError.wrongKind(isDrill: isDrill)) {
            try IncidentStore(path: path, isDrill: !isDrill)
        }
        _ = try IncidentStore(path: path, isDrill: isDrill)
    }

    @Test("What is no database is said to be none, and is not written over")
    func noDatabase() throws {
        let text = Array("This is not a database, whatever its name says.".utf8)
        try folder.write("incidents.db", text + text + text)
        #expect(throws: StoreError.self) { try IncidentStore(path: path) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(text + text + text))
        #expect(
            throws: StoreError.cannotOpen(path: folder.path + "/none.db", reason: "No such file or directory")
        ) {
            try IncidentStore(path: folder.path + "/none.db", creates: false)
        }
    }

    @Test("While another holds it a call fails in time, and the recorder loses nothing")
    func locked() throws {
        let store = try IncidentStore(path: path, patience: 0.1)
        let other = try DatabaseQueue(path: path)
        let recorder = IncidentRecorder(store, now: { Samples.time }, line: { _ in "" })
        try other.inDatabase { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            #expect(throws: StoreError.locked) { try store.record([Happening()]) }
            recorder.start()
            for port in 1...100 { recorder.report(Happening(port: UInt16(port)).report) }
            while recorder.status.failure == nil { Thread.sleep(forTimeInterval: 0.01) }
            #expect(recorder.status.failure == .locked)
            #expect(recorder.status.waiting == 100)
            try database.execute(sql: "ROLLBACK")
        }
        recorder.finish(within: 30)
        let status = recorder.status
        #expect((status.recorded, status.lost, status.failure) == (100, 0, nil))
        #expect(try store.incidents().map(\.detections) == [100])
    }

    @Test("A disk that is full fails the call, keeps what was there, and works again with room")
    func full() throws {
        let store = try IncidentStore(path: path)
        try store.record([Happening()])
        // Set on the connection that the store writes by: a page beyond the file's end is then refused.
        try limit(store, pages: 1)
        let many = (1...2_000).map { Happening(server: "198.51.100.\($0 % 250)", port: UInt16($0)) }
        #expect(throws: StoreError.full) { try store.record(many) }
        #expect(try store.incidents().map(\.detections) == [1])
        try limit(store, pages: 4_294_967_294)
        #expect(try store.record(many).recorded == 2_000)
    }

    private func limit(_ store: IncidentStore, pages: Int) throws {
        try store.database.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
    }

    @Test("A recorder that may not write in the end says what it lost")
    func lost() throws {
        let store = try IncidentStore(path: path, patience: 0.05)
        let other = try DatabaseQueue(path: path)
        let recorder = IncidentRecorder(store, now: { Samples.time }, line: { _ in "" })
        try other.inDatabase { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            recorder.start()
            for port in 1...10 { recorder.report(Happening(port: UInt16(port)).report) }
            recorder.finish(within: 0.3)
            try database.execute(sql: "ROLLBACK")
        }
        let status = recorder.status
        #expect((status.reported, status.recorded + status.lost, status.waiting) == (10, 10, 0))
        #expect(status.lost > 0)
    }
}
