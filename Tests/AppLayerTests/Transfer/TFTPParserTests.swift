import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("TFTP")
struct TFTPParserTests {
    private static let file: [UInt8] = (0..<1300).map { UInt8(truncatingIfNeeded: $0 / 3) }

    private func block(_ number: Int, _ size: Int = 512) -> ArraySlice<UInt8> {
        Self.file.dropFirst((number - 1) * size).prefix(size)
    }

    @Test(
        "A file is read or written, over a port of the server's own or the well-known one",
        arguments: [false, true], [false, true])
    func whole(isWrite: Bool, hasOwnPort: Bool) throws {
        let scene = TFTPScene(isWrite: isWrite, hasOwnPort: hasOwnPort)
        scene.ask("a/b.cfg", "octet")
        if isWrite { scene.acknowledge(0) }
        for number in 1...3 {
            scene.block(number, block(number))
            scene.acknowledge(number)
        }
        let object = try #require(scene.fed.objects.first)
        #expect(object.bytes == Self.file)
        #expect(object.record.incomplete == nil)
        #expect(object.record.object.name == "a/b.cfg")
        #expect(object.record.object.kind == .tftpFile)
        #expect(object.record.application == .tftp)
        #expect(object.record.direction == (isWrite == hasOwnPort ? .toClient : .toServer))
        #expect(object.record.transaction == (hasOwnPort ? nil : 0))
        #expect(object.record.sha256 == Digest.of(Self.file.span))
        scene.finish()
        #expect(scene.fed.objects.count == 1)
        let told = try #require(scene.fed.transactions.first)
        #expect(
            told.fields == [
                RecordField("packet", isWrite ? "write" : "read"), RecordField("file", "a/b.cfg"),
                RecordField("mode", "octet"),
            ])
        #expect(scene.fed.odd.isEmpty)
        let expectation = try #require(scene.expectations.first)
        #expect(expectation.endpoint == TFTPScene.client)
        #expect(expectation.peer == TFTPScene.server.address)
        #expect(expectation.transport == .udp)
    }

    @Test("A file whose length is a multiple of the block ends with an empty block")
    func emptyLast() {
        let scene = TFTPScene()
        scene.ask("a", "netascii")
        scene.block(1, block(1))
        #expect(scene.fed.objects.isEmpty)
        scene.block(2, [])
        #expect(scene.fed.objects.map(\.bytes) == [Array(block(1))])
        #expect(scene.fed.objects.first?.record.incomplete == nil)
    }

    @Test("Options set the block's size; without the packet that grants them the first block shows it")
    func options() {
        for isLost in [false, true] {
            let scene = TFTPScene()
            scene.ask("a", "octet", "BLKSIZE", "1000", "tsize", "0")
            if !isLost { scene.options("blksize", "1000", "tsize", "1300") }
            scene.block(1, block(1, 1000))
            scene.block(2, block(2, 1000))
            #expect(scene.fed.objects.map(\.bytes) == [Self.file])
            #expect(scene.fed.odd.isEmpty)
        }
    }

    @Test("A server that ignores options uses blocks of 512")
    func optionsIgnored() {
        let scene = TFTPScene()
        scene.ask("a", "octet", "blksize", "1000")
        for number in 1...3 { scene.block(number, block(number)) }
        #expect(scene.fed.objects.map(\.bytes) == [Self.file])
    }

    @Test("Options that nobody asked for, or out of range, are noted")
    func optionsMalformed() {
        for value in ["2000", "7", "70000", "x"] {
            let scene = TFTPScene()
            scene.ask("a", "octet", "blksize", "1000")
            scene.options("blksize", value)
            #expect(scene.fed.odd.contains(.transferMalformed))
        }
    }

    @Test("Repeated blocks are dropped, also after the last")
    func repeated() {
        let scene = TFTPScene()
        scene.ask("a", "octet")
        scene.ask("a", "octet")
        for number in [1, 1, 2, 1, 2, 3, 3, 2] { scene.block(number, block(number)) }
        scene.finish()
        #expect(scene.fed.objects.map(\.bytes) == [Self.file])
        #expect(scene.fed.objects.first?.record.incomplete == nil)
        #expect(scene.fed.transactions.count == 1)
        #expect(scene.expectations.count == 1)
        #expect(scene.fed.odd.isEmpty)
    }

    @Test("A request that is sent again after the options were granted changes nothing")
    func repeatedRequest() {
        let scene = TFTPScene(hasOwnPort: false)
        scene.ask("a", "octet", "blksize", "1000")
        scene.options("blksize", "1000")
        scene.ask("a", "octet", "blksize", "1000")
        scene.block(1, block(1, 1000))
        scene.block(2, block(2, 1000))
        #expect(scene.fed.transactions.count == 1)
        #expect(scene.fed.objects.map(\.bytes) == [Self.file])
    }

    @Test("A lost block is a gap")
    func lost() {
        for missing in 1...2 {
            let scene = TFTPScene()
            scene.ask("a", "octet")
            for number in 1...3 where number != missing { scene.block(number, block(number)) }
            #expect(scene.fed.objects.isEmpty)
            scene.finish()
            #expect(scene.fed.objects.first?.record.incomplete == .gap)
            #expect(scene.fed.objects.first?.bytes.count == 1300)
        }
    }

    @Test("A window is sent again from the lost block on")
    func window() {
        let scene = TFTPScene()
        scene.ask("a", "octet", "windowsize", "4")
        scene.options("windowsize", "4")
        for number in [1, 3, 2, 3] { scene.block(number, block(number)) }
        scene.finish()
        #expect(scene.fed.objects.map(\.bytes) == [Self.file])
        #expect(scene.fed.objects.first?.record.incomplete == nil)
    }

    @Test("A file whose end never came is cut")
    func cut() {
        let scene = TFTPScene()
        scene.ask("a", "octet")
        scene.block(1, block(1))
        scene.finish()
        #expect(scene.fed.objects.first?.record.incomplete == .cut)
    }

    @Test("An error ends the transfer and is told")
    func error() {
        let scene = TFTPScene()
        scene.ask("a", "octet")
        scene.block(1, block(1))
        scene.client([0, 5, 0, 3] + Array("disk full".utf8) + [0])
        #expect(scene.fed.objects.first?.record.incomplete == .cut)
        #expect(scene.fed.transactions.map { $0.transferText("packet") } == ["read", "error"])
        scene.block(2, block(2))
        scene.finish()
        #expect(scene.fed.objects.count == 1)
    }

    @Test("One port may ask for several files")
    func several() {
        let scene = TFTPScene(hasOwnPort: false)
        scene.ask("a", "octet")
        scene.block(1, block(1))
        scene.ask("a", "octet")
        scene.ask("b", "octet")
        scene.block(1, [1])
        scene.ask("b", "octet")
        scene.block(1, [2])
        #expect(scene.fed.objects.map(\.record.object.name) == ["a", "b", "b"])
        #expect(scene.fed.objects.map(\.record.incomplete) == [.cut, nil, nil])
        #expect(scene.fed.objects.map(\.record.transaction) == [0, 1, 2])
    }

    @Test(
        "Packets that break the rules are noted",
        arguments: [
            [], [0], [0, 1], [0, 9, 0, 0], [1, 1, 0x61, 0], [0, 1, 0, 0], [0, 3, 0, 1, 0x61], [0, 4, 0, 1],
            [0, 5, 0, 1], [0, 6, 0x61, 0], [0, 1, 0x61, 0, 0x62, 0], [0, 1, 0x61, 0x62, 0x63],
        ] as [[UInt8]])
    func malformed(datagram: [UInt8]) {
        let scene = TFTPScene()
        scene.send(datagram)
        #expect(scene.fed.odd.contains(.transferMalformed))
        #expect(scene.fed.objects.isEmpty)
    }

    @Test("Blocks from the side that has no file, or longer than agreed upon, are noted")
    func wrongBlocks() {
        let scene = TFTPScene()
        scene.ask("a", "octet")
        scene.client([0, 3, 0, 1, 0x61])
        #expect(scene.fed.odd.contains(.transferMalformed))
        #expect(scene.fed.objects.isEmpty)

        let long = TFTPScene()
        long.ask("a", "octet")
        long.block(1, Self.file.prefix(600))
        #expect(long.fed.odd.contains(.transferMalformed))
        long.block(2, [1])
        #expect(long.fed.objects.map(\.bytes) == [Self.file.prefix(512) + [1]])
    }

    @Test("Options beyond the limit are not looked at")
    func manyOptions() {
        let scene = TFTPScene()
        let options = String(repeating: "o\u{0}1\u{0}", count: 40)
        scene.send([0, 1] + Array("a\u{0}octet\u{0}\(options)".utf8))
        #expect(scene.fed.odd.contains(.transferLimit))
        #expect(scene.fed.transactions.count == 1)
    }

    @Test("A name beyond the limit is cut")
    func longName() {
        let scene = TFTPScene()
        scene.ask(String(repeating: "n", count: 5000), "octet")
        #expect(scene.fed.odd.contains(.transferLimit))
        #expect(scene.fed.transactions.first?.transferText("file")?.count == RecordValue.longestText)
    }

    @Test("Broken packets never trap", arguments: 0..<60 as Range<UInt64>)
    func garbage(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let good: [[UInt8]] = [
            [0, 3, 0, 1] + Self.file.prefix(512), [0, 3, 0, 2] + Self.file.prefix(512), [0, 3, 255, 255, 1],
            [0, 4, 0, 1], [0, 5, 0, 1, 0x61, 0],
            [0, 6] + Array("blksize\u{0}8\u{0}windowsize\u{0}9\u{0}".utf8),
            [0, 1] + Array("f\u{0}octet\u{0}blksize\u{0}65464\u{0}windowsize\u{0}65535\u{0}".utf8),
            [0, 2] + Array("f\u{0}mail\u{0}".utf8),
        ]
        let scene = TFTPScene(isWrite: seed % 2 == 0, hasOwnPort: seed % 4 < 2)
        scene.ask("f", "octet", "blksize", "600")
        for _ in 0..<200 {
            var datagram = good[Int.random(in: 0..<good.count, using: &random)]
            for _ in 0..<Int.random(in: 0...3, using: &random) where !datagram.isEmpty {
                let index = Int.random(in: 0..<min(12, datagram.count), using: &random)
                if random.next() % 5 == 0 {
                    datagram.removeLast(datagram.count - index)
                } else {
                    datagram[index] = UInt8(random.next() % 9)
                }
            }
            switch random.next() % 3 {
            case 0: scene.send(datagram)
            case 1: scene.client(datagram)
            default: scene.server(datagram)
            }
        }
        scene.finish()
        #expect(scene.fed.output.kept == 0)
        #expect(scene.fed.output.statistics.open == 0)
    }
}
