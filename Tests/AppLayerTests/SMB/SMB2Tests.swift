import NetTypes
import Testing

@testable import AppLayer

/// Files and events of SMB2.
@Suite struct SMB2Tests {
    typealias Make = SMBMessages
    let handle = SMBMessages.handle(42)
    let content = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

    @Test func aFileThatIsReadIsOneObject() throws {
        var talk = SMBTalk()
        talk.ask(Make.treeConnect(1, "\\\\host\\share"))
        talk.answer(Make.treeConnected(1, type: 1))
        talk.open("dir\\a.txt", handle, size: 3000, id: 2)
        for (id, start) in [(UInt64(3), 0), (4, 1000), (5, 2000)] {
            talk.ask(Make.read(id, handle, at: UInt64(start), 1000))
            talk.answer(Make.readData(id, Array(content[start..<start + 1000])))
        }
        talk.close(handle)
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.bytes) == [content])
        #expect(fed.objects.first?.record.object.name == "\\dir\\a.txt")
        #expect(fed.objects.first?.record.object.kind == .smbFile)
        #expect(fed.objects.first?.record.direction == .toClient)
        #expect(fed.objects.first?.record.incomplete == nil)
        #expect(fed.objects.first?.record.transaction == 1)
        #expect(fed.odd == AnomalySet())
        #expect(
            fed.transactions.map { $0["command"] } == [
                .text("SMB2_COMMAND_TREE_CONNECT"), .text("SMB2_COMMAND_CREATE"),
            ])
        #expect(fed.transactions[0]["share"] == .text("\\\\host\\share"))
        #expect(fed.transactions[0]["share_type"] == .text("FILE"))
        #expect(fed.transactions[1]["filename"] == .text("dir\\a.txt"))
        #expect(fed.transactions[1]["size"] == .number(3000))
        #expect(fed.transactions[1]["created"] == .number(1_606_992_000))
        #expect(fed.transactions[1]["disposition"] == .text("FILE_OPEN_IF"))
        #expect(fed.transactions[1]["fuid"] == .text("0000002a-0000-0000-7e00-000000000000"))
    }

    @Test func writesOutOfOrderArePutTogether() throws {
        var talk = SMBTalk()
        talk.open("b", handle, size: 0)
        for (id, start) in [(UInt64(2), 1000), (3, 2000), (4, 0)] {
            talk.ask(Make.write(id, handle, at: UInt64(start), Array(content[start..<start + 1000])))
            talk.answer(Make.answer(id, 9))
        }
        talk.close(handle)
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.bytes) == [content])
        #expect(fed.objects.first?.record.direction == .toServer)
        #expect(fed.objects.first?.record.incomplete == nil)
    }

    @Test func answersOutOfOrderFindTheirPlace() throws {
        var talk = SMBTalk()
        talk.open("b", handle, size: 2000)
        talk.ask(Make.read(2, handle, at: 0, 1000))
        talk.ask(Make.read(3, handle, at: 1000, 1000))
        talk.answer(Make.answer(2, 8, status: 0x103, flags: 3))
        talk.answer(Make.readData(3, Array(content[1000..<2000])))
        talk.answer(Make.readData(2, Array(content[0..<1000]), flags: 3))
        talk.close(handle)
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.bytes) == [Array(content[..<2000])])
        #expect(fed.objects.first?.record.incomplete == nil)
        #expect(fed.transactions.count == 1)
    }

    @Test func aRelatedChainWritesToTheFileItOpens() throws {
        var talk = SMBTalk()
        talk.ask(
            Make.create(1, "c.bin", next: 136),
            Make.write(2, Make.previous, at: 0, content, flags: 4, next: 3112),
            Make.close(3, Make.previous, flags: 4))
        talk.answer(Make.created(1, handle, size: 0, next: 152), Make.answer(2, 9))
        talk.answer(Make.answer(3, 6))
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.bytes) == [content])
        #expect(fed.objects.first?.record.object.name == "\\c.bin")
        #expect(fed.objects.first?.record.incomplete == nil)
        #expect(fed.odd == AnomalySet())
    }

    @Test func aHandleThatIsUsedAnewIsANewObject() throws {
        var talk = SMBTalk()
        for (id, name) in [(UInt64(1), "one"), (11, "two")] {
            talk.open(name, handle, size: 0, id: id)
            talk.ask(Make.write(id + 1, handle, at: 0, Array(name.utf8)))
            talk.answer(Make.answer(id + 1, 9))
            talk.close(handle, id: id + 2)
        }
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.bytes) == [Array("one".utf8), Array("two".utf8)])
        #expect(fed.objects.map(\.record.object.name) == ["\\one", "\\two"])
    }

    @Test func dataThatComesAfterTheCloseLeavesNothingOpen() throws {
        var talk = SMBTalk()
        talk.open("b", handle, size: 2000)
        talk.ask(Make.read(2, handle, at: 0, 1000))
        talk.answer(Make.readData(2, Array(content[0..<1000])))
        talk.ask(Make.read(3, handle, at: 1000, 1000))
        talk.close(handle)
        talk.answer(Make.readData(3, Array(content[1000..<2000])))
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.bytes.count) == [1000])
        #expect(fed.output.statistics.open == 0)
        #expect(fed.odd.contains(.shareMalformed))
    }

    @Test func pipesAreNoObjects() throws {
        var talk = SMBTalk()
        talk.ask(Make.treeConnect(1, "\\\\host\\IPC$"))
        talk.answer(Make.treeConnected(1, type: 2))
        talk.open("srvsvc", handle, size: 0, id: 2)
        talk.ask(Make.write(3, handle, at: 0, content))
        talk.close(handle)
        let fed = try #require(talk.runAll())
        #expect(fed.objects.isEmpty)
        #expect(fed.transactions[0]["share_type"] == .text("PIPE"))
        #expect(fed.transactions[0]["named_pipe"] == .text("\\\\host\\IPC$"))
        #expect(fed.transactions[0]["share"] == nil)
    }

    @Test func aRevisionThatIsYetToBeChosenHasTheNameOfTheEventLog() throws {
        var talk = SMBTalk()
        talk.answer(Make.negotiated(0x02ff))
        let fed = try #require(talk.runAll())
        #expect(fed.transactions[0]["dialect"] == .text("2.??"))
    }

    @Test func aFileThatIsOnlyOpenedIsNoObject() throws {
        var talk = SMBTalk()
        talk.open("seen", handle, size: 10)
        talk.close(handle)
        let fed = try #require(talk.runAll())
        #expect(fed.objects.isEmpty)
        #expect(fed.transactions.count == 1)
    }

    @Test func aPartOfAFileIsNotTheFile() throws {
        var talk = SMBTalk()
        talk.open("part", handle, size: 5000)
        talk.ask(Make.read(2, handle, at: 0, 3000))
        talk.answer(Make.readData(2, content))
        talk.close(handle)
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.record.incomplete) == [.range])
    }

    @Test func theEndThatAServerReportsIsTheEnd() throws {
        var talk = SMBTalk()
        talk.open("shrunk", handle, size: 5000)
        talk.ask(Make.read(2, handle, at: 0, 3000))
        talk.answer(Make.readData(2, content))
        talk.ask(Make.read(3, handle, at: 3000, 3000))
        talk.answer(Make.answer(3, 8, status: 0xc000_0011))
        talk.close(handle)
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.record.incomplete) == [nil])
        #expect(fed.transactions.count == 1)
    }

    @Test func aShortReadEndsAFileWhoseOpeningWasNotSeen() throws {
        for (asked, why) in [(UInt32(4000), nil), (3000, FileRecord.Reason.cut)] {
            var talk = SMBTalk()
            talk.ask(Make.read(2, handle, at: 0, asked))
            talk.answer(Make.readData(2, content))
            let fed = try #require(talk.runAll())
            #expect(fed.objects.map(\.bytes) == [content])
            #expect(fed.objects.map(\.record.incomplete) == [why])
            #expect(fed.objects.first?.record.object.name == "")
        }
    }

    @Test func whatWasWrittenWithoutACloseIsCut() throws {
        var talk = SMBTalk()
        talk.open("b", handle, size: 0)
        talk.ask(Make.write(2, handle, at: 0, content))
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.bytes) == [content])
        #expect(fed.objects.map(\.record.incomplete) == [.cut])
    }

    @Test func anEndInsideAPayloadIsAGap() throws {
        var talk = SMBTalk()
        talk.open("b", handle, size: 0)
        talk.steps.append(
            .send(.toServer, Array(Make.record(Make.write(2, handle, at: 0, content)).dropLast(9))))
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.bytes) == [Array(content.dropLast(9))])
        #expect(fed.objects.map(\.record.incomplete) == [.gap])
    }

    @Test func refusalsAreReportedWithTheirFile() throws {
        var talk = SMBTalk()
        talk.ask(Make.create(1, "secret"))
        talk.answer(Make.answer(1, 5, status: 0xc000_0022))
        talk.open("b", handle, size: 0, id: 2)
        talk.ask(Make.read(3, handle, at: 0, 10))
        talk.answer(Make.answer(3, 8, status: 0xc000_0128))
        let fed = try #require(talk.runAll())
        #expect(fed.transactions.count == 3)
        #expect(fed.transactions.first?["status"] == .text("STATUS_ACCESS_DENIED"))
        #expect(fed.transactions.first?["filename"] == .text("secret"))
        #expect(fed.transactions.last?["command"] == .text("SMB2_COMMAND_READ"))
        #expect(fed.transactions.last?["filename"] == .text("\\b"))
        #expect(fed.transactions.last?["status_code"] == .text("0xc0000128"))
    }

    @Test func aRequestWithoutAResponseIsReportedAtTheEnd() throws {
        var talk = SMBTalk()
        talk.answer(Make.negotiated(0x0311))
        talk.ask(Make.create(1, "waiting"))
        let fed = try #require(talk.runAll())
        #expect(fed.transactions.count == 2)
        #expect(fed.transactions[0]["dialect"] == .text("3.11"))
        #expect(fed.transactions[1]["filename"] == .text("waiting"))
        #expect(fed.transactions[1]["status"] == nil)
    }

    @Test func aLoginNamesItsUser() throws {
        let names = ["DOM", "alice", "PC1"].map(Make.utf16)
        var blob: [UInt8] = Array("NTLMSSP".utf8) + [0, 3, 0, 0, 0] + [UInt8](repeating: 0, count: 16)
        var at = 64
        for name in names {
            blob += Make.little(name.count, 2) + Make.little(name.count, 2) + Make.little(at, 4)
            at += name.count
        }
        blob += [UInt8](repeating: 0, count: 8) + Make.little(1, 4) + names.flatMap { $0 }
        let body = [0x60, 0x28] + blob
        var talk = SMBTalk()
        talk.ask(
            Make.Header2(command: 1, message: 1, session: 0).bytes + Make.little(25, 2)
                + [UInt8](repeating: 0, count: 10) + Make.little(88, 2) + Make.little(body.count, 2)
                + [UInt8](repeating: 0, count: 8) + body)
        talk.answer(Make.answer(1, 1))
        let fed = try #require(talk.runAll())
        let expected: [RecordField] = [
            RecordField("domain", "DOM"), RecordField("user", "alice"), RecordField("host", "PC1"),
        ]
        #expect(fed.transactions.first?["ntlmssp"] == .object(expected))
        #expect(fed.transactions.first?["session_id"] == .number(0x7700))
    }

    @Test func encryptedAndCompressedRecordsAreReportedOnce() throws {
        var talk = SMBTalk()
        for _ in 0..<3 {
            talk.ask([0xfd, 0x53, 0x4d, 0x42] + [UInt8](repeating: 1, count: 48) + content)
            talk.answer(
                [0xfc, 0x53, 0x4d, 0x42] + Make.little(100, 4) + [1, 0, 0, 0] + Make.little(4, 4) + content)
        }
        let fed = try #require(talk.runAll())
        #expect(fed.transactions.count == 2)
        #expect(fed.transactions.first?["encrypted"] == .flag(true))
        #expect(fed.transactions.last?["compressed"] == .flag(true))
        #expect(fed.odd == AnomalySet())
        talk.ask(
            [0xfc, 0x53, 0x4d, 0x42] + Make.little(100, 4) + [1, 0, 0, 0] + Make.little(UInt32.max, 4)
                + content)
        #expect(talk.run().odd.contains(.shareMalformed))
    }
}
