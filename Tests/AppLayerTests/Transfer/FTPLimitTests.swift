import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("FTP limits and garbage")
struct FTPLimitTests {
    @Test("A line keeps its start", arguments: [Int.max, 1, 7])
    func longLine(pieces: Int) {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 20
        let session = FTPSession(configuration, pieces: pieces)
        session.says("CWD " + String(repeating: "x", count: 100))
        #expect(session.fed.odd.contains(.transferLimit))
        session.answers("250 ok")
        let told = session.fed.transactions.first
        #expect(told?.transferText("command_data") == String(repeating: "x", count: 16))
        #expect(told?.transferValue("command_truncated") == .flag(true))
        session.says("NOOP")
        session.answers("200 " + String(repeating: "y", count: 100))
        #expect(session.fed.transactions.last?.transferText("command") == "NOOP")
        #expect(session.fed.transactions.last?.transferValue("reply_truncated") == .flag(true))
    }

    @Test("A line that never ends is noted once and not kept")
    func endlessLine() {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 20
        let fed = Fed(configuration)
        let parser = FTPParser(configuration)
        fed.take(parser, .toServer, [UInt8](repeating: 0x41, count: 20))
        #expect(fed.odd.isEmpty)
        fed.take(parser, .toServer, [UInt8](repeating: 0x41, count: 1))
        #expect(fed.odd.contains(.transferLimit))
        var reader = FTPLineReader(limit: 2)
        var position = 0
        let bytes = [UInt8](repeating: 0x41, count: 9)
        let line = reader.next(bytes.span, &position)
        #expect(line == nil)
        #expect(position == 9)
        let overflows = [reader.takeOverflow(), reader.takeOverflow()]
        #expect(overflows == [true, false])
    }

    @Test("Commands that wait are limited in number")
    func pending() {
        var configuration = AppLayerConfiguration()
        configuration.mostPending = 3
        let session = FTPSession(configuration)
        session.says("NOOP", "PWD", "SYST")
        #expect(session.fed.odd.isEmpty)
        session.says("FEAT")
        #expect(session.fed.odd.contains(.transferLimit))
        #expect(session.parser.waiting.count == 3)
        #expect(session.fed.transactions.map { $0.transferText("command") } == ["NOOP"])
        #expect(session.fed.transactions.first?.transferText("reply_received") == "no")
    }

    @Test("Commands that wait are limited in bytes")
    func pendingBytes() {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 100
        let session = FTPSession(configuration)
        for _ in 0..<50 { session.says("CWD " + String(repeating: "d", count: 40)) }
        #expect(session.fed.odd.contains(.transferLimit))
        #expect(session.parser.waiting.bytes <= 100)
        #expect(session.fed.transactions.count == 48)
    }

    @Test("A reply is limited in lines and bytes")
    func reply() {
        let session = FTPSession()
        session.says("HELP")
        session.answers("214-help")
        for _ in 0..<3000 { session.answers("") }
        #expect(session.fed.odd.contains(.transferLimit))
        session.answers("214 end")
        #expect(session.fed.transactions.first?.transferTexts("reply").count == 1024)
        #expect(session.fed.transactions.first?.transferValue("reply_truncated") == .flag(true))

        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 64
        let small = FTPSession(configuration)
        small.says("HELP")
        small.answers("214-help")
        for _ in 0..<10 { small.answers(String(repeating: "z", count: 30)) }
        small.answers("214 end")
        #expect(small.fed.odd.contains(.transferLimit))
        let kept = small.fed.transactions.first?.transferTexts("reply").joined().utf8.count
        #expect(kept == 64)
    }

    @Test("The queue gives back what it was given, in order")
    func queue() {
        var queue = FTPQueue()
        var expected: UInt64 = 0
        for number in 0..<UInt64(100) {
            queue.append(FTPQueue.Entry(command: FTPCommand(), number: number, transfer: nil, port: 0))
            if number % 3 == 0 {
                let first = queue.removeFirst()
                #expect(first?.number == expected)
                expected += 1
            }
        }
        #expect(queue.count == 66)
        while let entry = queue.removeFirst() {
            #expect(entry.number == expected)
            expected += 1
        }
        #expect(expected == 100)
        #expect(queue.count == 0)
    }

    @Test("Broken input never traps, and the cuts change nothing", arguments: 0..<40 as Range<UInt64>)
    func garbage(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let good: [(Direction, String)] = [
            (.toClient, "220-a\r\n220 b\r\n"), (.toServer, "USER a\r\nPASS b\r\n"),
            (.toClient, "331 c\r\n230 d\r\n"), (.toServer, "EPSV\r\nREST 18446744073709551615\r\nRETR f\r\n"),
            (.toClient, "229 e (|||6446|)\r\n350 f\r\n150 g\r\n"), (.toServer, "PORT 1,2,3,4,5,6\r\n"),
            (.toClient, "226 h\r\n200 i\r\n"), (.toServer, "EPRT |2|::1|21|\r\nSTOU\r\nAUTH TLS\r\n"),
            (.toClient, "200 j\r\n150 FILE: k\r\n250 l\r\n227 (1,2,3,4,5,6)\r\n234 m\r\nrest"),
        ]
        let parts = good.map { ($0.0, Self.broken(Array($0.1.utf8), &random)) }
        let gaps = parts.indices.map { _ in random.next() % 8 == 0 }
        var told: [[Transaction]] = []
        for pieces in [Int.max, 1, 7] {
            let fed = Fed()
            let parser = FTPParser(AppLayerConfiguration())
            for (index, (direction, bytes)) in parts.enumerated() {
                fed.take(parser, direction, bytes, pieces: pieces)
                if gaps[index] { fed.gap(parser, direction, 3) }
            }
            fed.finish(parser)
            told.append(fed.transactions)
        }
        let fields = told.map {
            $0.map { RecordValue.list([.number(Int64($0.number)), .object($0.fields)]) }
        }
        #expect(fields[0] == fields[1])
        #expect(fields[0] == fields[2])
    }

    private static func broken(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch random.next() % 4 {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: index)
            case 2: bytes.insert([10, 13, 32, 45, 44, 255, 57][Int(random.next() % 7)], at: index)
            default: bytes.append(contentsOf: bytes[index...])
            }
        }
        return bytes
    }
}
