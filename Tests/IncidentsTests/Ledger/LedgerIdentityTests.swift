import Foundation
import NetTypes
import TestSupport
import Testing

@testable import Incidents

@Suite("By what files are recognised")
struct LedgerIdentityTests {
    private let folder: TestFolder
    private func path(_ name: String) -> LedgerPath { LedgerPath(folder.path + "/" + name) }

    init() throws { folder = try TestFolder(["a": [1, 2, 3]]) }

    @Test("The same file is the same by name, by link and by descriptor; another is another")
    func same() throws {
        let found = try #require(LedgerIdentity(at: path("a")))
        #expect(found.size == 3 && found.inode != 0 && found.modified > 0)
        #expect(LedgerIdentity(at: path("a")) == found)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: folder.path + "/a")
        #expect(LedgerIdentity(at: path("link")) == found)
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder.path + "/a"))
        #expect(LedgerIdentity(descriptor: file.fileDescriptor) == found)
        try folder.write("b", [1, 2, 3])
        #expect(LedgerIdentity(at: path("b")) != found)
    }

    @Test("A file that grew is another, and so is one written over in place that got its old date back")
    func changed() throws {
        let name = folder.path + "/a"
        let before = try #require(LedgerIdentity(at: path("a")))
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: name))
        // The clock of the file system goes in steps: until one is over nothing could be told.
        repeat {
            try file.seek(toOffset: 0)
            try file.write(contentsOf: Data([4, 5, 6]))
        } while LedgerIdentity(at: path("a"))?.changed == before.changed
        var times = [timespec(), timespec()]
        for place in times.indices {
            times[place].tv_sec = Int(before.modified / 1_000_000_000)
            times[place].tv_nsec = Int(before.modified % 1_000_000_000)
        }
        #expect(unsafe futimens(file.fileDescriptor, times) == 0)
        let after = try #require(LedgerIdentity(at: path("a")))
        #expect(after.modified == before.modified && after.size == before.size)
        #expect(after != before)
        try file.seekToEnd()
        try file.write(contentsOf: Data([7]))
        #expect(LedgerIdentity(at: path("a"))?.size == 4)
    }

    @Test("A name of any bytes is looked up as it is; what is no file has no identity")
    func names() throws {
        let odd = LedgerPath(bytes: path("x\n").bytes + [0xff, 0x20])
        #expect(LedgerIdentity(at: odd) == nil)
        try LedgerSystem.create(odd)
        #expect(LedgerFile(at: odd)?.identity.size == 0)
        #expect(LedgerFile(at: odd)?.content == nil)
        #expect(LedgerIdentity(at: LedgerPath(odd.description)) == nil)
        #expect(LedgerIdentity(at: LedgerPath(folder.path)) == nil)
        #expect(LedgerFile(at: path("none")) == nil)
        #expect(LedgerIdentity(at: LedgerPath(bytes: path("a").bytes + [0])) == nil)
        #expect(LedgerIdentity(descriptor: -1) == nil)
    }
}
