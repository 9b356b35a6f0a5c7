import Capture
import Foundation
import Testing

struct RefusalTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(
        "What is no savefile is refused with a clause that says what it looks like",
        arguments: [
            ([], "is empty"), (Array("Xin chào".utf8), "begins with 58 69 6e 20"),
            (Array("hello, world\n".utf8), "looks like text"),
            ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "begins with 89 50 4e 47"),
            ([0xd4, 0xc3], "begins with d4 c3"),
            ([0x0a, 0x0d, 0x0d, 0x0a, 28, 0, 0, 0, 1, 2, 3, 4], "begins with 0a 0d 0d 0a"),
            ([UInt8](repeating: 0, count: 4096), "begins with 00 00 00 00"),
        ])
    func contents(bytes: [UInt8], reason: String) throws {
        let path = try folder.write(bytes)
        #expect(throws: CaptureError.notASavefile(path: path, reason: reason)) { try Reading(path) }
    }

    @Test("A path where nothing is, is missing", arguments: ["nothing", "nothing/below", "\0"])
    func missing(name: String) {
        let path = folder.path + "/" + name
        #expect(throws: CaptureError.missing(path: path)) { try Reading(path) }
        #expect(throws: CaptureError.missing(path: path)) { try SavefileFolder.savefiles(at: path) }
    }

    @Test("A path through a file is missing too")
    func throughAFile() throws {
        let path = try folder.write([1]) + "/below"
        #expect(throws: CaptureError.missing(path: path)) { try Reading(path) }
    }

    @Test("A folder is no savefile")
    func aFolder() {
        let path = folder.path
        #expect(throws: CaptureError.notASavefile(path: path, reason: "is a folder")) { try Reading(path) }
    }

    @Test(
        "A file that may not be read is unreadable, in the system's words",
        .enabled(if: !isRoot, "root may read anything"))
    func noPermission() throws {
        let path = try folder.write(PcapFile.sample().bytes)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        #expect(throws: CaptureError.unreadable(path: path, reason: "Permission denied")) {
            try Reading(path)
        }
    }

    @Test("A name that is too long for the system is unreadable, in the system's words")
    func longName() {
        let path = folder.path + "/" + String(repeating: "x", count: 300)
        #expect(throws: CaptureError.unreadable(path: path, reason: "File name too long")) {
            try Reading(path)
        }
    }

    @Test("A read error is thrown in the system's words")
    func readError() throws {
        // Reading a process's memory at address 0 is an input/output error, whoever asks.
        let path = "/proc/self/mem"
        #expect(throws: CaptureError.unreadable(path: path, reason: "Input/output error")) {
            try Reading(path)
        }
    }

    private static let isRoot = NSUserName() == "root"
}
