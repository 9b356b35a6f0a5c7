import NetTypes
import Testing

@testable import AppLayer

/// Files and events of SMB1.
@Suite struct SMB1Tests {
    typealias Make = SMBMessages
    let content = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 3) }

    func createAndX(_ name: String, unicode: Bool = true) -> [UInt8] {
        let words =
            Make.last + [UInt8](repeating: 0, count: 31) + Make.little(UInt32(5), 4)
            + [UInt8](repeating: 0, count: 9)
        // The bytes of the block begin at an odd offset, so that UTF-16 has a byte before it.
        return Make.block(words, unicode ? [0] + Make.utf16(name) + [0, 0] : Array(name.utf8) + [0])
    }

    func createdAndX(_ fid: UInt16, size: UInt64, type: UInt16 = 0) -> [UInt8] {
        Make.block(
            Make.last + [0] + Make.little(fid, 2) + [UInt8](repeating: 0, count: 48) + Make.little(size, 8)
                + Make.little(type, 2) + [0, 0, 0])
    }

    func readAndX(_ fid: UInt16, at offset: UInt64, _ count: UInt16) -> [UInt8] {
        Make.block(
            Make.last + Make.little(fid, 2) + Make.little(offset, 4) + Make.little(count, 2)
                + Make.little(0, 8)
                + Make.little(offset >> 32, 4))
    }

    func readData(_ data: [UInt8]) -> [UInt8] {
        [12] + Make.last + [UInt8](repeating: 0, count: 6) + Make.little(data.count, 2) + Make.little(60, 2)
            + [UInt8](repeating: 0, count: 10) + Make.little(data.count + 1, 2) + [0] + data
    }

    func writeAndX(_ fid: UInt16, at offset: UInt64, _ data: [UInt8]) -> [UInt8] {
        [14] + Make.last + Make.little(fid, 2) + Make.little(offset, 4) + Make.little(0, 8)
            + Make.little(data.count >> 16, 2) + Make.little(data.count, 2) + Make.little(64, 2)
            + Make.little(offset >> 32, 4) + Make.little(data.count + 1, 2) + [0] + data
    }

    @Test(arguments: [true, false]) func filesAreReadAndWritten(unicode: Bool) throws {
        var talk = SMBTalk()
        talk.ask(
            Make.smb1(
                0xa2, isResponse: false, id: 1, unicode: unicode, createAndX("\\d\\x.doc", unicode: unicode)))
        talk.answer(Make.smb1(0xa2, isResponse: true, id: 1, createdAndX(0x4001, size: 500)))
        talk.ask(Make.smb1(0x2e, isResponse: false, id: 2, readAndX(0x4001, at: 0, 300)))
        talk.answer(Make.smb1(0x2e, isResponse: true, id: 2, readData(Array(content[..<300]))))
        talk.ask(Make.smb1(0x2e, isResponse: false, id: 3, readAndX(0x4001, at: 300, 300)))
        talk.answer(Make.smb1(0x2e, isResponse: true, id: 3, readData(Array(content[300...]))))
        talk.ask(Make.smb1(0x2f, isResponse: false, id: 4, writeAndX(0x4001, at: 0, content)))
        talk.answer(Make.smb1(0x2f, isResponse: true, id: 4, Make.block(Make.last + Make.little(0, 8))))
        talk.ask(
            Make.smb1(0x04, isResponse: false, id: 5, Make.block(Make.little(0x4001, 2) + Make.little(0, 4))))
        talk.answer(Make.smb1(0x04, isResponse: true, id: 5, Make.block([])))
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.bytes) == [content, content])
        #expect(fed.objects.map(\.record.direction) == [.toClient, .toServer])
        #expect(fed.objects.map(\.record.incomplete) == [nil, nil])
        #expect(fed.objects.first?.record.object.name == "\\d\\x.doc")
        #expect(fed.odd == AnomalySet())
        #expect(fed.transactions.count == 1)
        #expect(fed.transactions.first?["command"] == .text("SMB1_COMMAND_NT_CREATE_ANDX"))
        #expect(fed.transactions.first?["disposition"] == .text("FILE_OVERWRITE_IF"))
        #expect(fed.transactions.first?["fuid"] == .text("4001"))
    }

    @Test func theOldestCommandsReadAndWriteToo() throws {
        var talk = SMBTalk()
        talk.ask(
            Make.smb1(
                0x03, isResponse: false, id: 1, unicode: false,
                Make.block(Make.little(0, 6), [4] + Array("\\OLD.TXT".utf8) + [0])))
        talk.answer(Make.smb1(0x03, isResponse: true, id: 1, Make.block(Make.little(7, 2))))
        let counted = [1] + Make.little(content.count, 2) + content
        talk.ask(
            Make.smb1(
                0x0b, isResponse: false, id: 2,
                Make.block(Make.little(7, 2) + Make.little(500, 2) + Make.little(0, 6), counted)))
        talk.answer(Make.smb1(0x0b, isResponse: true, id: 2, Make.block(Make.little(500, 2))))
        talk.ask(
            Make.smb1(
                0x0a, isResponse: false, id: 3,
                Make.block(Make.little(7, 2) + Make.little(600, 2) + Make.little(0, 6))))
        talk.answer(
            Make.smb1(
                0x0a, isResponse: true, id: 3, Make.block(Make.little(500, 2) + Make.little(0, 8), counted)))
        talk.ask(Make.smb1(0x04, isResponse: false, id: 5, Make.block(Make.little(7, 2) + Make.little(0, 4))))
        talk.answer(Make.smb1(0x04, isResponse: true, id: 5, Make.block([])))
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.bytes) == [content, content])
        #expect(fed.objects.map(\.record.incomplete) == [nil, nil])
        #expect(fed.objects.first?.record.object.name == "\\OLD.TXT")
    }

    @Test func aChainOpensAndReads() throws {
        let name = Array("\\CHAIN".utf8) + [0]
        let openWords = [0x2e, 0] + Make.little(32 + 33 + name.count, 2) + [UInt8](repeating: 0, count: 26)
        let open = Make.block(openWords, name)
        let opened =
            [0x2e, 0] + Make.little(32 + 33, 2) + Make.little(5, 2) + [UInt8](repeating: 0, count: 6)
            + Make.little(500, 4) + [UInt8](repeating: 0, count: 14)
        var data = readData(content)
        data.replaceSubrange(13..<15, with: Make.little(60 + 33, 2))
        var talk = SMBTalk()
        talk.ask(Make.smb1(0x2d, isResponse: false, id: 1, unicode: false, open + readAndX(0, at: 0, 500)))
        talk.answer(Make.smb1(0x2d, isResponse: true, id: 1, Make.block(opened) + data))
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.bytes) == [content])
        #expect(fed.objects.first?.record.object.name == "\\CHAIN")
        #expect(fed.objects.first?.record.incomplete == nil)
        #expect(fed.odd == AnomalySet())
    }

    @Test func theSessionServiceAndCancelsAreOfNoConcern() throws {
        var configuration = AppLayerConfiguration()
        configuration.mostPending = 2
        var talk = SMBTalk()
        talk.steps.append(.send(.toServer, [0x81, 0, 0, 68] + [UInt8](repeating: 0x43, count: 68)))
        talk.steps.append(.send(.toClient, [0x82, 0, 0, 0]))
        for id in 1...4 {
            talk.steps.append(.send(.toServer, [0x85, 0, 0, 0]))
            talk.ask(Make.smb1(0xa4, isResponse: false, id: UInt16(id), Make.block([])))
        }
        talk.ask(Make.smb1(0xa2, isResponse: false, id: 9, createAndX("\\f")))
        let fed = try #require(talk.runAll(configuration))
        #expect(fed.transactions.first?["filename"] == .text("\\f"))
        #expect(fed.transactions.count == 1)
        #expect(fed.odd == AnomalySet())
    }

    @Test func aChainThatIsACircleIsRefused() throws {
        var talk = SMBTalk()
        talk.ask(
            Make.smb1(0x2e, isResponse: false, id: 1, Make.block([0x2e, 0, 32, 0] + Make.little(0, 20))))
        let fed = try #require(talk.runAll())
        #expect(fed.odd.contains(.shareMalformed))
    }

    @Test func sharesAndPipesAreToldApart() throws {
        var talk = SMBTalk()
        let path = Make.utf16("\\\\S\\IPC$") + [0, 0]
        talk.ask(
            Make.smb1(
                0x75, isResponse: false, id: 1,
                Make.block(
                    Make.last + Make.little(0, 2) + Make.little(1, 2), [0] + path + Array("?????".utf8) + [0])
            ))
        talk.answer(
            Make.smb1(
                0x75, isResponse: true, id: 1,
                Make.block(Make.last + Make.little(0, 2), Array("IPC".utf8) + [0, 0])))
        talk.ask(Make.smb1(0xa2, isResponse: false, id: 2, createAndX("\\samr")))
        talk.answer(Make.smb1(0xa2, isResponse: true, id: 2, createdAndX(1, size: 0)))
        talk.ask(Make.smb1(0x2f, isResponse: false, id: 4, writeAndX(1, at: 0, content)))
        // On a share that was connected before the capture, the kind of file tells a pipe.
        talk.ask(Make.smb1(0xa2, isResponse: false, id: 5, tree: 99, createAndX("\\lsarpc")))
        talk.answer(Make.smb1(0xa2, isResponse: true, id: 5, tree: 99, createdAndX(2, size: 0, type: 2)))
        talk.ask(Make.smb1(0x2f, isResponse: false, id: 6, tree: 99, writeAndX(2, at: 0, content)))
        let fed = try #require(talk.runAll())
        #expect(fed.objects.isEmpty)
        #expect(fed.transactions.first?["named_pipe"] == .text("\\\\S\\IPC$"))
        #expect(fed.transactions.first?["share_type"] == .text("PIPE"))
    }

    @Test func theDialectIsTheOneThatTheServerChooses() throws {
        var talk = SMBTalk()
        let dialects: [UInt8] = [2] + Array("LANMAN1.0".utf8) + [0, 2] + Array("NT LM 0.12".utf8) + [0]
        talk.ask(Make.smb1(0x72, isResponse: false, id: 0, Make.block([], dialects)))
        talk.answer(Make.smb1(0x72, isResponse: true, id: 0, Make.block(Make.little(1, 34))))
        let fed = try #require(talk.runAll())
        #expect(fed.transactions.first?["dialect"] == .text("NT LM 0.12"))
        #expect(
            fed.transactions.first?["client_dialects"] == .list([.text("LANMAN1.0"), .text("NT LM 0.12")]))
    }

    @Test func aRefusedTransactionNamesItsFile() throws {
        let name = Make.utf16("\\gone.txt") + [0, 0]
        let parameters = Make.little(0x101, 2) + Make.little(0, 4) + name
        let words =
            Make.little(parameters.count, 2) + [UInt8](repeating: 0, count: 16)
            + Make.little(parameters.count, 2) + Make.little(68, 2) + Make.little(0, 4) + [1, 0]
            + Make.little(5, 2)
        var talk = SMBTalk()
        talk.ask(Make.smb1(0x32, isResponse: false, id: 1, Make.block(words, [0, 0, 0] + parameters)))
        talk.answer(Make.smb1(0x32, isResponse: true, id: 1, status: 0xc000_0034, Make.block([])))
        let fed = try #require(talk.runAll())
        #expect(fed.transactions.first?["command"] == .text("SMB1_COMMAND_TRANS2"))
        #expect(fed.transactions.first?["filename"] == .text("\\gone.txt"))
        #expect(fed.transactions.first?["status"] == .text("STATUS_OBJECT_NAME_NOT_FOUND"))
    }
}
