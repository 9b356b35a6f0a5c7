import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("FTP data connection")
struct FTPDataParserTests {
    private let content: [UInt8] = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

    /// A session that has agreed upon a passive data connection.
    private func passive() throws -> (FTPSession, FTPTransfer) {
        let session = FTPSession()
        session.says("PASV")
        session.answers("227 (10,0,0,2,4,1)")
        return (session, try #require(session.transfer(0)))
    }

    @Test("A file is an object with its name", arguments: [Int.max, 1, 7])
    func download(pieces: Int) throws {
        let (session, transfer) = try passive()
        session.says("RETR dir/a.bin")
        let data = FTPDataParser(transfer)
        session.fed.take(data, .toClient, content, pieces: pieces)
        session.fed.finish(data)
        let object = try #require(session.fed.objects.first)
        #expect(object.bytes == content)
        #expect(object.record.object.name == "dir/a.bin")
        #expect(object.record.object.kind == .ftpFile)
        #expect(object.record.application == .ftpData)
        #expect(object.record.direction == .toClient)
        #expect(object.record.incomplete == nil)
        #expect(object.record.transaction == 0)
        let told = try #require(session.fed.transactions.last)
        #expect(told.application == .ftpData)
        #expect(told.fields == [RecordField("command", "RETR"), RecordField("filename", "dir/a.bin")])
        #expect(session.fed.odd.isEmpty)
    }

    @Test("The command may come after the first bytes")
    func lateCommand() throws {
        let (session, transfer) = try passive()
        let data = FTPDataParser(transfer)
        session.fed.take(data, .toServer, content)
        session.says("STOR late")
        session.fed.finish(data)
        #expect(session.fed.objects.first?.record.object.name == "late")
        #expect(session.fed.odd.isEmpty)
    }

    @Test("STOU gets its name from the server")
    func unique() throws {
        let (session, transfer) = try passive()
        session.says("STOU")
        let data = FTPDataParser(transfer)
        session.fed.take(data, .toServer, content.prefix(10))
        session.answers("150 FILE: a.1")
        session.fed.finish(data)
        #expect(session.fed.objects.first?.record.object.name == "a.1")
        #expect(session.fed.transactions.last?.transferText("filename") == "a.1")
    }

    @Test(
        "Listings are objects too",
        arguments: [("LIST", "LIST"), ("NLST /pub", "NLST /pub"), ("MLSD x", "MLSD x")])
    func listing(line: String, name: String) throws {
        let (session, transfer) = try passive()
        session.says(line)
        let data = FTPDataParser(transfer)
        session.fed.take(data, .toClient, content)
        session.fed.finish(data)
        #expect(session.fed.objects.first?.record.object.name == name)
        #expect(session.fed.objects.first?.record.contentType == "")
    }

    @Test("Why a file is not whole")
    func incomplete() throws {
        func reason(_ body: (FTPSession, FTPDataParser) -> Void, isClosed: Bool = true) throws -> FileRecord
            .Reason?
        {
            let (session, transfer) = try passive()
            let data = FTPDataParser(transfer)
            body(session, data)
            session.fed.finish(data, isClosed: isClosed)
            return try #require(session.fed.objects.first).record.incomplete
        }
        #expect(try reason { $0.fed.take($1, .toClient, content) } == nil)
        #expect(try reason({ $0.fed.take($1, .toClient, content) }, isClosed: false) == .cut)
        #expect(
            try reason {
                $0.fed.take($1, .toClient, content)
                $0.fed.gap($1, .toClient, 5)
                $0.fed.take($1, .toClient, content)
            } == .gap)
        #expect(
            try reason {
                $0.says("REST 10", "RETR a")
                $0.fed.take($1, .toClient, content)
            } == .range)
        #expect(
            try reason {
                $0.says("RETR a")
                $0.fed.take($1, .toClient, content)
                $0.answers("150 ok", "426 aborted")
            } == .cut)
        #expect(
            try reason {
                $0.fed.gap($1, .toClient, 5)
                $0.fed.take($1, .toClient, content)
            } == .gap)
    }

    @Test("Bytes of the other direction are noted, and do not spoil the file")
    func bothWays() throws {
        let (session, transfer) = try passive()
        session.says("RETR a")
        let data = FTPDataParser(transfer)
        session.fed.take(data, .toClient, content.prefix(500))
        session.fed.take(data, .toServer, "x".utf8)
        session.fed.take(data, .toClient, content.dropFirst(500))
        session.fed.finish(data)
        #expect(session.fed.objects.map(\.bytes) == [content, Array("x".utf8)])
        #expect(session.fed.odd.contains(.transferMalformed))
    }

    @Test("A file that goes against its command is noted")
    func wrongWay() throws {
        let (session, transfer) = try passive()
        session.says("STOR a")
        let data = FTPDataParser(transfer)
        session.fed.take(data, .toClient, content)
        session.fed.finish(data)
        #expect(session.fed.odd.contains(.transferMalformed))
    }

    @Test("An empty connection has a record and no object")
    func empty() throws {
        let (session, transfer) = try passive()
        session.says("RETR a")
        let data = FTPDataParser(transfer)
        session.fed.finish(data)
        #expect(session.fed.objects.isEmpty)
        #expect(session.fed.transactions.last?.application == .ftpData)
    }

    @Test("A data connection that no command came for has an object without a name")
    func unnamed() throws {
        let (session, transfer) = try passive()
        let data = FTPDataParser(transfer)
        session.fed.take(data, .toClient, content)
        session.fed.finish(data)
        #expect(session.fed.objects.first?.record.object.name == "")
        #expect(!session.fed.transactions.contains { $0.application == .ftpData })
    }
}
