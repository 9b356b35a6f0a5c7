import NetTypes
import TestSupport
import Testing

@testable import AppLayer

/// Good input with bytes changed, taken out and doubled: nothing traps, and cuts change nothing.
@Suite struct MailGarbageTests {
    private static func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...12, using: &generator) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(contentsOf: bytes[index...].prefix(30), at: index)
            default: bytes[index] = [0x0A, 0x0D, 0x2E, 0x7B, 0x7D, 0x3D, 0x2D, 0x00][index % 8]
            }
        }
        return bytes
    }

    private func same(
        _ seed: UInt64, _ make: () -> some StreamParsing, _ direction: Direction, _ bytes: [UInt8],
        _ before: [UInt8] = []
    ) {
        var found: [[[UInt8]]] = []
        for pieces in [Int.max, 5] {
            let fed = Fed()
            let parser = make()
            if !before.isEmpty { fed.take(parser, direction == .toServer ? .toClient : .toServer, before) }
            let half = bytes.count / 2
            if fed.take(parser, direction, bytes[..<half], pieces: pieces) == half {
                if seed % 3 == 0 { fed.gap(parser, direction, seed % 100 + 1) }
                fed.take(parser, direction, bytes[half...], pieces: pieces)
            }
            fed.finish(parser)
            #expect(fed.output.kept == 0)
            found.append(fed.objects.map(\.bytes))
        }
        #expect(found[0] == found[1], "seed \(seed)")
    }

    @Test func smtp() {
        let good = MailSamples.bytes(
            "EHLO c\nMAIL FROM:<a>\nRCPT TO:<b>\nDATA\n" + MailSamples.stuffed(MailSamples.mail)
                + "MAIL FROM:<b>\nBDAT 12\nSubject: x\n\n\nBDAT 3 LAST\nabc")
        for seed in 0..<300 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let bytes = Self.mutated(good, &generator)
            same(UInt64(seed), { SMTPParser(AppLayerConfiguration()) }, .toServer, bytes)
            same(UInt64(seed), { SMTPParser(AppLayerConfiguration()) }, .toClient, bytes, good)
        }
    }

    @Test func pop3() {
        let good = MailSamples.bytes("+OK 4 octets\n" + MailSamples.stuffed(MailSamples.mail) + "+OK\n")
        for seed in 0..<300 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let bytes = Self.mutated(good, &generator)
            same(
                UInt64(seed), { POP3Parser(AppLayerConfiguration()) }, .toClient, bytes,
                Array("RETR 1\r\nLIST\r\n".utf8))
        }
    }

    @Test func imap() {
        let mail = MailSamples.bytes(MailSamples.mail)
        let fetch = Array("* 1 FETCH (BODY[] {\(mail.count)}\r\n".utf8) + mail + Array(")\r\n".utf8)
        let piece = Array("* 2 FETCH (BODY[]<0> {9}\r\nA: b\r\n\r\nx)\r\n".utf8)
        let append = Array("a APPEND INBOX {\(mail.count)+}\r\n".utf8) + mail + Array("\r\nb NOOP\r\n".utf8)
        for seed in 0..<300 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let server = Self.mutated(fetch + piece + piece, &generator)
            same(UInt64(seed), { IMAPParser(AppLayerConfiguration()) }, .toClient, server)
            let client = Self.mutated(append + append, &generator)
            same(UInt64(seed), { IMAPParser(AppLayerConfiguration()) }, .toServer, client)
        }
    }
}
