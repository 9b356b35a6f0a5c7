import NetTypes
import TestSupport
import Testing

@testable import AppLayer

/// What is lost, damaged or too much.
@Suite struct SMBGapTests {
    typealias Make = SMBMessages
    let handle = SMBMessages.handle(42)
    let content = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

    /// Writes of a file in two records, with a range of the bytes of these lost.
    func talk(losing range: Range<Int>) -> SMBTalk {
        var talk = SMBTalk()
        talk.open("b", handle, size: 0)
        let writes =
            Make.record(Make.write(2, handle, at: 0, Array(content[..<1000])))
            + Make.record(Make.write(3, handle, at: 1000, Array(content[1000...])))
        talk.steps.append(.send(.toServer, Array(writes[..<range.lowerBound])))
        talk.steps.append(.gap(.toServer, UInt64(range.count)))
        talk.steps.append(.send(.toServer, Array(writes[range.upperBound...])))
        talk.close(handle)
        return talk
    }

    @Test func aGapInsideAPayloadLosesOnlyThat() throws {
        let fed = try #require(talk(losing: 300..<400).runAll())
        let object = try #require(fed.objects.first)
        #expect(object.record.incomplete == .gap)
        #expect(object.bytes.count == 3000)
        #expect(Array(object.bytes[..<184]) == Array(content[..<184]))
        #expect(Array(object.bytes[184..<284]) == [UInt8](repeating: 0, count: 100))
        #expect(Array(object.bytes[284...]) == Array(content[284...]))
        #expect(fed.odd == AnomalySet())
    }

    @Test func aGapInsideAHeadLosesTheRecord() throws {
        let fed = try #require(talk(losing: 50..<70).runAll())
        #expect(fed.objects.map(\.record.incomplete) == [.gap])
        #expect(fed.objects.first.map { Array($0.bytes[1000...]) } == Array(content[1000...]))
    }

    @Test func theNextRecordIsFoundAfterAGapOverARecordsEnd() throws {
        let fed = try #require(talk(losing: 600..<1120).runAll())
        #expect(fed.objects.map(\.record.incomplete) == [.gap])
        // The second write is lost with its header; the close after it is seen all the same.
        #expect(fed.objects.first?.bytes == Array(content[..<484]))
    }

    @Test func aLostWriteLeavesAFileIncomplete() throws {
        let fed = try #require(talk(losing: 1116..<3232).runAll())
        #expect(fed.objects.first?.bytes == Array(content[..<1000]))
        #expect(fed.objects.map(\.record.incomplete) == [.gap])
    }

    @Test func aStreamThatBeginsInsideARecordIsPickedUp() throws {
        var talk = SMBTalk()
        talk.steps.append(.send(.toServer, Array(content[5...])))
        talk.open("b", handle, size: 0)
        talk.ask(Make.write(2, handle, at: 0, content))
        talk.close(handle)
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.bytes) == [content])
        #expect(fed.objects.first?.record.object.name == "\\b")
        #expect(fed.odd.contains(.shareMalformed))
    }

    @Test(arguments: [UInt8(0), 0x55], 1...12) func noRecordIsOverlooked(junk: UInt8, count: Int) throws {
        var talk = SMBTalk()
        talk.steps.append(.send(.toServer, [UInt8](repeating: junk, count: count)))
        talk.ask(Make.create(1, "found"))
        let fed = try #require(talk.runAll())
        #expect(fed.transactions.first?["filename"] == .text("found"))
    }

    @Test(arguments: [66, 68, 20, 4]) func aMessageThatLiesIsPassedOver(field: Int) throws {
        var lie = Make.write(2, handle, at: 0, Array(content[..<1000]))
        lie.replaceSubrange(field..<field + 2, with: [0xf3, 0xff])
        var talk = SMBTalk()
        talk.open("b", handle, size: 0)
        talk.ask(lie)
        talk.ask(Make.write(3, handle, at: 0, content))
        talk.close(handle)
        let fed = try #require(talk.runAll())
        #expect(fed.odd.contains(.shareMalformed))
        #expect(fed.objects.map(\.bytes) == [content])
    }

    @Test func aNameOutsideItsMessageIsNoName() throws {
        var lie = Make.create(1, "name")
        lie.replaceSubrange(108..<110, with: [0xff, 0x7f])
        var talk = SMBTalk()
        talk.ask(lie)
        let fed = try #require(talk.runAll())
        #expect(fed.odd.contains(.shareMalformed))
        #expect(fed.transactions.first?["filename"] == .text("<share_root>"))
    }

    @Test func requestsThatWaitAndOpenFilesAreLimited() throws {
        var configuration = AppLayerConfiguration()
        configuration.mostPending = 3
        var talk = SMBTalk()
        for id in UInt64(1)...4 { talk.ask(Make.create(id, "f\(id)")) }
        let waiting = try #require(talk.runAll(configuration))
        #expect(waiting.odd.contains(.shareLimit))
        #expect(waiting.transactions.count == 3)
        talk = SMBTalk()
        for id in UInt64(1)...4 {
            talk.open("f\(id)", Make.handle(id), size: 0, id: id)
            talk.ask(Make.write(id + 10, Make.handle(id), at: 0, content))
            talk.answer(Make.answer(id + 10, 9))
        }
        let open = try #require(talk.runAll(configuration))
        #expect(open.odd.contains(.shareLimit))
        #expect(open.objects.map(\.record.object.name) == ["\\f1", "\\f2", "\\f3", "\\f4"])
        #expect(open.objects.map(\.record.incomplete) == [.limit, .cut, .cut, .cut])
        talk = SMBTalk()
        for id in UInt64(1)...9 {
            talk.open("f", Make.handle(id), size: 0, id: id)
            talk.close(Make.handle(id), id: id)
        }
        #expect(try #require(talk.runAll(configuration)).odd == AnomalySet())
    }

    @Test func asManyAsTheLimitAreNoAnomaly() throws {
        var configuration = AppLayerConfiguration()
        var talk = SMBTalk()
        for id in UInt64(1)...4 { talk.open("f\(id)", Make.handle(id), size: 0, id: id) }
        configuration.mostPending = 4
        #expect(try #require(talk.runAll(configuration)).odd == AnomalySet())
    }

    @Test func longHeadsNamesAndChainsAreLimited() throws {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 400
        var talk = SMBTalk()
        talk.ask(Make.create(1, String(repeating: "n", count: 300)))
        #expect(try #require(talk.runAll(configuration)).odd.contains(.shareLimit))
        talk = SMBTalk()
        talk.ask(Make.create(1, String(repeating: "n", count: 2049)))
        let long = try #require(talk.runAll())
        #expect(long.odd.contains(.shareLimit))
        #expect(long.transactions.first?["filename"] == .text(String(repeating: "n", count: 2048)))
        for (count, isOdd) in [(64, false), (65, true)] {
            var chain: [UInt8] = []
            for id in 1...UInt64(count) {
                chain +=
                    Make.Header2(command: 13, message: id, next: id == UInt64(count) ? 0 : 72).bytes + [
                        4, 0, 0, 0, 0, 0, 0, 0,
                    ]
            }
            talk = SMBTalk()
            talk.ask(chain)
            #expect(try #require(talk.runAll()).odd.contains(.shareLimit) == isOdd)
        }
    }

    @Test func aWriteFarBehindTheOthersMakesNoZeros() throws {
        for (offset, size) in [(UInt64(4 << 20), (4 << 20) + 3000), ((4 << 20) + 1, 0), (.max, 0)] {
            var talk = SMBTalk()
            talk.open("b", handle, size: 0)
            talk.ask(Make.write(2, handle, at: offset, content))
            talk.close(handle)
            let fed = talk.run()
            #expect(fed.objects.map(\.bytes.count) == [size])
            #expect(fed.objects.map(\.record.incomplete) == [.gap])
            #expect(fed.odd.contains(.shareLimit) == (size == 0))
        }
    }

    @Test func whatAClientSaysInItsServersNameIsIgnored() throws {
        var talk = SMBTalk()
        talk.ask(Make.create(1, "b"))
        talk.ask(Make.created(1, handle, size: 0))
        talk.ask(Make.write(2, handle, at: 0, content))
        let fed = try #require(talk.runAll())
        #expect(fed.objects.first?.record.object.name == "")
    }

    @Test func leavingAShareClosesItsFiles() throws {
        var talk = SMBTalk()
        talk.open("b", handle, size: 0)
        talk.ask(Make.write(2, handle, at: 0, content))
        talk.ask(Make.answer(3, 4, flags: 0))
        talk.answer(Make.answer(3, 4))
        let fed = try #require(talk.runAll())
        #expect(fed.objects.map(\.record.incomplete) == [nil])
    }

    /// Damaged conversations neither trap nor depend on where they are cut, and what they open they end.
    @Test(arguments: 0..<40) func damageIsSurvived(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var talk = SMBTalk()
        talk.ask(Make.treeConnect(1, "\\\\host\\share"))
        talk.answer(Make.treeConnected(1, type: 1))
        talk.open("dir\\a.txt", handle, size: 3000, id: 2)
        talk.ask(Make.read(3, handle, at: 0, 3000))
        talk.answer(Make.readData(3, content))
        talk.ask(Make.write(4, handle, at: 0, content))
        talk.answer(Make.answer(4, 9))
        let name = Array("\\A".utf8) + [0]
        talk.ask(
            Make.smb1(
                0x2d, isResponse: false, id: 1, unicode: false,
                Make.block(Make.last + Make.little(0, 26), name)))
        talk.answer(Make.smb1(0x2d, isResponse: true, id: 1, Make.block(Make.last + Make.little(0, 26))))
        talk.close(handle)
        for index in talk.steps.indices {
            guard case .send(let direction, var bytes) = talk.steps[index] else { continue }
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                // The first bytes hold what matters.
                let place = Int.random(in: 0..<min(bytes.count, 140), using: &random)
                bytes[place] =
                    [0, 1, 0x7f, 0x80, 0xff].randomElement(using: &random)
                    ?? UInt8.random(in: 0...255, using: &random)
            }
            talk.steps[index] = .send(direction, bytes)
        }
        var configuration = AppLayerConfiguration()
        configuration.largestObject = 1 << 16
        let fed = talk.runAll(configuration)
        #expect(fed != nil)
        #expect(fed?.output.statistics.open == 0)
    }
}
