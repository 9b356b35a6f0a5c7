import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite struct DNSTests {
    private static let pieces = [Int.max, 1, 7]

    private static func name(_ text: String) -> [UInt8] {
        text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }

    private static func words(_ values: Int...) -> [UInt8] {
        values.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    }

    private static func record(_ type: Int, _ data: [UInt8], name: [UInt8] = [0xc0, 12]) -> [UInt8] {
        name + words(type, 1, 0, 300, data.count) + data
    }

    private static let question = name("www.example.org") + words(1, 1)
    private static let query = words(0x1234, 0x0100, 1, 0, 0, 0) + question
    private static let answer =
        words(0x1234, 0x8180, 1, 3, 1, 1) + question
        + record(5, [3] + Array("web".utf8) + [0xc0, 16])
        + record(1, [192, 0, 2, 1])
        + record(28, [0x20, 1, 0x0d, 0xb8] + [UInt8](repeating: 0, count: 11) + [1])
        + record(6, [0xc0, 16, 0xc0, 12] + words(0, 1, 0, 2, 0, 3, 0, 4, 0, 5)) + [0]
        + words(41, 1232, 0, 0, 0)

    private static func framed(_ message: [UInt8]) -> [UInt8] { words(message.count) + message }

    private static func fed(_ message: [UInt8]) -> Fed {
        let fed = Fed(AppLayerConfiguration(), .udp)
        fed.take(DNSDatagramParser(fed.output.configuration), .toClient, message)
        return fed
    }

    private static func value(_ fed: Fed, _ path: String...) -> RecordValue? {
        var fields = fed.transactions.last?.fields ?? []
        var value: RecordValue?
        for step in path {
            value = fields.first { $0.name == step }?.value
            if case .list(let list) = value { value = list.last }
            if case .object(let inner) = value { fields = inner }
        }
        return value
    }

    @Test(arguments: pieces) func stream(_ pieces: Int) {
        let fed = Fed()
        let parser = DNSStreamParser(fed.output.configuration)
        fed.take(parser, .toServer, Self.framed(Self.query) + Self.framed(Self.query), pieces: pieces)
        fed.take(parser, .toClient, Self.framed(Self.answer), pieces: pieces)
        fed.finish(parser)
        #expect(fed.transactions.map(\.number) == [0, 1, 2])
        #expect(fed.transactions.map(\.direction) == [.toServer, .toServer, .toClient])
        #expect(fed.odd.isEmpty)
        #expect(fed.transactions.first?.fields == Self.fed(Self.query).transactions.first?.fields)
        #expect(Self.value(fed, "answers", "rrname") == .text("www.example.org"))
    }

    @Test func fieldsOfQuery() {
        #expect(
            Self.fed(Self.query).transactions.first?.fields == [
                RecordField("version", 2), RecordField("type", "query"), RecordField("id", 0x1234),
                RecordField("flags", "100"), RecordField("qr", .flag(false)), RecordField("rd", .flag(true)),
                RecordField("opcode", 0), RecordField("rrname", "www.example.org"),
                RecordField("rrtype", "A"),
                RecordField("tx_id", 0),
            ])
    }

    @Test func fieldsOfAnswer() {
        let fed = Self.fed(Self.answer)
        #expect(fed.odd.isEmpty)
        #expect(Self.value(fed, "flags") == .text("8180"))
        #expect(Self.value(fed, "rcode") == .text("NOERROR"))
        #expect(Self.value(fed, "grouped", "CNAME") == .text("web.example.org"))
        #expect(Self.value(fed, "grouped", "A") == .text("192.0.2.1"))
        #expect(Self.value(fed, "answers", "rdata") == .text("2001:db8::1"))
        #expect(Self.value(fed, "authorities", "soa", "mname") == .text("example.org"))
        #expect(Self.value(fed, "authorities", "soa", "minimum") == .number(5))
        #expect(Self.value(fed, "additionals", "rrtype") == .text("OPT"))
    }

    @Test(arguments: [
        (15, words(10) + name("mx.example"), "mx.example"), (16, [2, 0x68, 0x69], "hi"),
        (12, name("host.example"), "host.example"), (2, name("ns.example"), "ns.example"),
        (257, [0, 5] + Array("issueca.example".utf8), "0 issue \"ca.example\""),
        (
            65, words(1) + [0] + words(1, 3) + [2, 0x68, 0x32] + words(4, 4) + [192, 0, 2, 9],
            "1 . alpn=h2 ipv4hint=192.0.2.9"
        ),
        (10, [0xff, 0x41], "\\xffA"),
    ])
    func data(_ type: Int, _ data: [UInt8], _ text: String) {
        let fed = Self.fed(Self.words(1, 0x8000, 1, 1, 0, 0) + Self.question + Self.record(type, data))
        #expect(Self.value(fed, "answers", "rdata") == .text(text))
        #expect(fed.odd.isEmpty)
    }

    @Test func dataOfParts() {
        let service = Self.fed(
            Self.words(1, 0x8000, 1, 1, 0, 0) + Self.question
                + Self.record(33, Self.words(1, 2, 443) + Self.name("a.b")))
        #expect(Self.value(service, "answers", "srv", "port") == .number(443))
        let print = Self.fed(
            Self.words(1, 0x8000, 1, 1, 0, 0) + Self.question + Self.record(44, [4, 2, 0xab, 0xcd]))
        #expect(Self.value(print, "answers", "sshfp", "fingerprint") == .text("ab:cd"))
    }

    @Test func extendedCode() {
        let fed = Self.fed(Self.words(1, 0x8000, 0, 0, 0, 1) + [0] + Self.words(41, 1232, 0x0100, 0, 0))
        #expect(Self.value(fed, "rcode") == .text("BADVERS"))
    }

    @Test func hostilePointers() {
        for pointer in [12, 14, 40] {
            let fed = Self.fed(
                Self.words(1, 0, 1, 0, 0, 0) + [1, 0x61, 0xc0, UInt8(pointer)] + Self.words(1, 1))
            #expect(fed.odd.contains(.dnsMalformed), "\(pointer)")
            #expect(Self.value(fed, "rrname") == .text("a"), "\(pointer)")
        }
    }

    @Test func longNames() {
        let label = [UInt8(63)] + [UInt8](repeating: 0x61, count: 63)
        let long = Array([label, label, label, label, [1, 0x62]].joined()) + [0]
        let fed = Self.fed(Self.words(1, 0, 1, 0, 0, 0) + long + Self.words(1, 1))
        #expect(fed.odd.contains(.dnsMalformed))
        #expect(
            Self.value(fed, "rrname")
                == .text(Array(repeating: String(repeating: "a", count: 63), count: 3).joined(separator: "."))
        )
        let many = Array(repeatElement([UInt8(1), 0x61], count: 200).joined()) + [0]
        let refused = Self.fed(Self.words(1, 0, 1, 0, 0, 0) + many + Self.words(1, 1))
        #expect(refused.odd.contains(.dnsMalformed))
        #expect(refused.transactions.isEmpty)
    }

    @Test func tooManyRecords() {
        let records = Array(repeatElement(Self.record(1, [192, 0, 2, 1]), count: 300).joined())
        let fed = Self.fed(Self.words(1, 0x8000, 1, 300, 0, 0) + Self.question + records)
        #expect(fed.odd.contains(.dnsMalformed))
        guard
            case .list(let list) = fed.transactions.first?.fields.first(where: { $0.name == "answers" })?
                .value
        else { return #expect(Bool(false), "no answers") }
        #expect(list.count == DNSMessage.mostRecords)
    }

    @Test func cutAnywhere() {
        for length in 1..<Self.answer.count {
            let fed = Self.fed(Array(Self.answer.prefix(length)))
            #expect(fed.odd.contains(.dnsMalformed), "\(length)")
            #expect(fed.transactions.count == (length < 12 + Self.question.count ? 0 : 1), "\(length)")
        }
    }

    @Test(arguments: pieces) func gaps(_ pieces: Int) {
        let fed = Fed()
        let parser = DNSStreamParser(fed.output.configuration)
        let message = Self.framed(Self.query)
        fed.take(parser, .toServer, message.prefix(20), pieces: pieces)
        fed.gap(parser, .toServer, 5)
        fed.take(parser, .toServer, Array(message.dropFirst(25)) + message, pieces: pieces)
        #expect(fed.transactions.count == 1)
        fed.gap(parser, .toServer, 5)
        fed.take(parser, .toServer, message, pieces: pieces)
        fed.finish(parser)
        #expect(fed.transactions.count == 1)
        #expect(fed.odd.isEmpty)
    }

    @Test func gapUpToTheEnd() {
        let fed = Fed()
        let parser = DNSStreamParser(fed.output.configuration)
        let message = Self.framed(Self.query)
        fed.take(parser, .toServer, message.dropLast(5))
        fed.gap(parser, .toServer, 5)
        fed.take(parser, .toServer, message)
        #expect(fed.transactions.count == 1)
    }

    @Test func limitsOfStream() {
        var configuration = AppLayerConfiguration()
        configuration.largestHeader = 40
        let fed = Fed(configuration)
        let parser = DNSStreamParser(configuration)
        fed.take(parser, .toClient, Self.framed(Self.answer) + Self.framed(Self.query), pieces: 7)
        #expect(fed.transactions.count == 1)
        #expect(fed.odd.contains(.dnsMalformed))
        let cut = Fed()
        let other = DNSStreamParser(cut.output.configuration)
        cut.take(other, .toServer, Self.framed(Self.query).dropLast())
        cut.finish(other)
        #expect(cut.odd.contains(.dnsMalformed))
    }

    @Test func garbage() {
        var random = SeededGenerator(seed: 53)
        for _ in 0..<3000 {
            var message = Self.answer
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                message[Int.random(in: 0..<message.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            let fed = Fed()
            let stream = DNSStreamParser(fed.output.configuration)
            fed.take(stream, .toClient, Self.framed(message), pieces: Int.random(in: 1...90, using: &random))
            fed.finish(stream)
            #expect(fed.transactions.map(\.fields) == Self.fed(message).transactions.map(\.fields))
        }
    }
}
