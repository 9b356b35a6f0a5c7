import Foundation
import Testing

@testable import Capture

struct SavefileFolderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("A file gives itself, whatever its name, and so does standard input")
    func aFile() throws {
        let path = try folder.write([1], as: "notes.txt")
        #expect(try SavefileFolder.savefiles(at: path) == [path])
        #expect(try SavefileFolder.savefiles(at: "-") == ["-"])
    }

    @Test("A folder gives the savefiles in it and below, in the order of their bytes")
    func sorted() throws {
        for name in [
            "b.pcap", "a/z.pcapng", "a.pcap", "B.PCAP", "a/deep/er/x.cap.gz", "a/readme.txt", "é.pcap",
            "a-b.pcap",
        ] {
            try folder.write([], as: name)
        }
        let found = try SavefileFolder.savefiles(at: folder.path).map {
            String($0.dropFirst(folder.path.count + 1))
        }
        #expect(
            found == ["B.PCAP", "a-b.pcap", "a.pcap", "a/deep/er/x.cap.gz", "a/z.pcapng", "b.pcap", "é.pcap"])
    }

    @Test("A slash at the end of the folder is not doubled")
    func trailingSlash() throws {
        let path = try folder.write([], as: "x.pcap")
        #expect(try SavefileFolder.savefiles(at: folder.path + "/") == [path])
    }

    @Test(
        "Names that are taken for savefiles",
        arguments: [
            "x.pcap", "x.pcapng", "x.cap", "x.trace", "x.dmp", "X.PCAPNG", "x.pcap.gz", "x.cap.ZST",
            "x.dmp.lz4",
            "x.trace.xz", "x.pcapng.bz2", "x.pcap0", "x.pcap12", "x.pcap1.gz", "x.pcap.1", "x.pcap.3.xz",
        ])
    func names(name: String) {
        #expect(SavefileName.matches(name))
    }

    @Test(
        "Names that are not",
        arguments: [
            "x.txt", "pcap", "x.pcap.zip", "x.gz", "x.pcap.txt", "x.1", "1", "", "x.pcap.", "x.pcapx",
            "x.caps.gz",
        ])
    func otherNames(name: String) {
        #expect(!SavefileName.matches(name))
    }

    @Test("Links that go in circles end, and a folder with several names is entered once")
    func links() throws {
        let path = try folder.write([], as: "b/x.pcap")
        try folder.link("b/up", to: folder.path)
        try folder.link("b/self", to: folder.path + "/b/self")
        try folder.link("c", to: folder.path + "/b")
        #expect(try SavefileFolder.savefiles(at: folder.path) == [path])
    }

    @Test("A link to a savefile is one; a link to nowhere is reported")
    func fileLinks() throws {
        let path = try folder.write([], as: "x.pcap")
        try folder.link("y.pcap", to: path)
        try folder.link("z.pcap", to: folder.path + "/nothing")
        try folder.link("notes.txt", to: folder.path + "/nothing")
        var reported: [CaptureError] = []
        let found = try SavefileFolder.savefiles(at: folder.path) { reported.append($0) }
        #expect(found == [path, folder.path + "/y.pcap"])
        #expect(reported == [.missing(path: folder.path + "/z.pcap")])
    }

    @Test("Folders deeper than the limit are reported, not entered")
    func depth() throws {
        let chain = (0..<SavefileFolder.depthLimit).map { _ in "d" }.joined(separator: "/")
        let deepest = try folder.write([], as: chain + "/x.pcap")
        try folder.write([], as: chain + "/d/y.pcap")
        var reported: [CaptureError] = []
        #expect(try SavefileFolder.savefiles(at: folder.path) { reported.append($0) } == [deepest])
        #expect(
            reported == [
                .unreadable(path: folder.path + "/" + chain + "/d", reason: "is more than 64 folders deep")
            ])
    }

    @Test("A folder without savefiles is an error of its own")
    func empty() throws {
        try folder.write([], as: "a/readme.txt")
        let path = folder.path
        #expect(throws: CaptureError.emptyFolder(path: path)) { try SavefileFolder.savefiles(at: path) }
    }

    @Test("What is named like a savefile and is no file is reported")
    func aDevice() throws {
        let path = try folder.write([], as: "x.pcap")
        try folder.link("y.pcap", to: "/dev/null")
        var reported: [CaptureError] = []
        #expect(try SavefileFolder.savefiles(at: folder.path) { reported.append($0) } == [path])
        #expect(reported == [.notASavefile(path: folder.path + "/y.pcap", reason: "is no regular file")])
    }

    @Test(
        "A subfolder that may not be read is reported, and the rest is found",
        .enabled(if: NSUserName() != "root", "root may read anything"))
    func noPermission() throws {
        let path = try folder.write([], as: "a/x.pcap")
        try folder.write([], as: "b/y.pcap")
        let closed = folder.path + "/b"
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: closed) }
        var reported: [CaptureError] = []
        #expect(try SavefileFolder.savefiles(at: folder.path) { reported.append($0) } == [path])
        #expect(reported == [.unreadable(path: closed, reason: "Permission denied")])
    }
}
