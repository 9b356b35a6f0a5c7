import Foundation
import NetTypes
import TestSupport
import Testing

@testable import Drills

@Suite struct TextFinderTests {
    private static let addresses = [
        "198.51.100.7", "10.20.3.4", "2001:db8::ab:1234", "fe80::1:2", "::ffff:198.51.100.7",
    ]
    private static let hardware = HardwareAddress(0x0011_22aa_bbcc)

    private func originals(_ texts: [String] = []) -> Originals {
        var key = DrillKey()
        if let fixed = DrillKey(Array("sixteen bytes and more".utf8)) { key = fixed }
        return Originals(
            addresses: Set(Self.addresses.map { .literal($0) }), hardware: [Self.hardware], texts: texts,
            key: key,
            attempt: 0)
    }

    private func replaced(_ bytes: [UInt8], _ originals: Originals) -> [UInt8] {
        var bytes = bytes
        for edit in TextFinder(originals).edits(in: bytes) {
            bytes.replaceSubrange(edit.offset..<edit.end, with: edit.bytes)
        }
        return bytes
    }

    private func replaced(_ text: String, _ originals: Originals) -> String {
        String(decoding: replaced(Array(text.utf8), originals), as: UTF8.self)
    }

    @Test func addressesAreReplacedInEveryForm() {
        let originals = originals()
        let new = originals.map(.literal("198.51.100.7")).description
        let octets = new.split(separator: ".").map(String.init)
        #expect(replaced("Host: 198.51.100.7:8080", originals) == "Host: \(new):8080")
        #expect(replaced("at 198.51.100.7.", originals) == "at \(new).")
        #expect(replaced("PORT 198,51,100,7,4,1", originals) == "PORT \(octets.joined(separator: ",")),4,1")
        #expect(
            replaced("host-198-51-100-7.example", originals)
                == "host-\(octets.joined(separator: "-")).example")
        let reversed = octets.reversed().joined(separator: ".")
        #expect(replaced("7.100.51.198.in-addr.arpa", originals) == "\(reversed).in-addr.arpa")
        let labels = octets.reversed().map { "\(Character(Unicode.Scalar(UInt8($0.count))))\($0)" }.joined()
        #expect(
            replaced("\u{1}7\u{3}100\u{2}51\u{3}198\u{7}in-addr\u{4}arpa\u{0}", originals)
                == "\(labels)\u{7}in-addr\u{4}arpa\u{0}")
    }

    @Test func longerNumbersAreOthers() {
        for text in ["198.51.100.71", "1198.51.100.7", "198.51.100,7", "198.51.0100.7", "2001:db8::ab:12345"]
        {
            #expect(replaced(text, originals()) == text)
        }
    }

    @Test func version6IsReplacedAsItIsWritten() {
        let originals = originals()
        let bytes = originals.map(.literal("2001:db8::ab:1234")).bytes
        func group(_ place: Int) -> String {
            String(UInt16(bytes[2 * place]) << 8 | UInt16(bytes[2 * place + 1]), radix: 16)
        }
        #expect(
            replaced("[2001:db8::ab:1234]:80", originals)
                == "[\(group(0)):\(group(1))::\(group(6)):\(group(7))]:80")
        #expect(
            replaced("2001:0DB8:0:0:0:0:00AB:1234", originals)
                == "\(group(0)):0\(group(1).uppercased()):0:0:0:0:00\(group(6).uppercased()):\(group(7))")
        let mapped = originals.map(.literal("198.51.100.7"))
        #expect(replaced("::ffff:198.51.100.7", originals) == "::ffff:\(mapped)")
        let digits = bytes.flatMap { [$0 >> 4, $0 & 15] }.reversed().map { String($0, radix: 16) }
        let old = IPAddress.literal("2001:db8::ab:1234").bytes.flatMap { [$0 >> 4, $0 & 15] }.reversed()
            .map { String($0, radix: 16) }
        #expect(
            replaced(old.joined(separator: ".") + ".ip6.arpa", originals) == digits.joined(separator: ".")
                + ".ip6.arpa")
    }

    @Test func wideTextIsReplaced() {
        let originals = originals(["Example Corp"])
        let wide = Array("198.51.100.7 of EXAMPLE corp".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let plain = replaced("198.51.100.7 of EXAMPLE corp", originals)
        #expect(plain != "198.51.100.7 of EXAMPLE corp")
        #expect(
            replaced(wide, originals) == Array(plain.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
        // At an odd place too.
        #expect(replaced([1] + wide, originals) == [1] + replaced(wide, originals))
    }

    @Test func hardwareAddressesAreReplaced() {
        let originals = originals()
        let new = originals.hardwareMap(Self.hardware).bytes
        let pairs = new.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        #expect(replaced("00:11:22:aa:bb:cc", originals) == pairs.joined(separator: ":"))
        #expect(replaced("00-11-22-AA-BB-CC", originals) == pairs.joined(separator: "-").uppercased())
        #expect(replaced([9] + Self.hardware.bytes + [9], originals) == [9] + new + [9])
    }

    @Test func textsKeepTheirShape() {
        let originals = originals(["mail.example.vn", "example.vn", "Nguyễn Văn Thử", "abc123"])
        let new = replaced("Mail.EXAMPLE.vn abc123", originals)
        #expect(new != "Mail.EXAMPLE.vn abc123")
        #expect(new.utf8.count == 22)
        #expect(new.first?.isUppercase == true)
        #expect(Array(new.utf8)[4] == 0x2e && Array(new.utf8)[12] == 0x2e)
        #expect(new.suffix(3).filter(\.isNumber).count == 3)
        // The domain is the same in both.
        #expect(replaced("example.vn", originals) == new.lowercased().dropFirst(5).prefix(10))
        let labels = replaced("\u{4}mail\u{7}example\u{2}vn\u{0}", originals)
        #expect(labels.filter { $0.isLetter } == new.lowercased().prefix(15).filter { $0.isLetter })
        let name = replaced("nguyễn văn thử", originals)
        #expect(name.utf8.count == "nguyễn văn thử".utf8.count)
        #expect(name.utf16.count == "nguyễn văn thử".utf16.count)
        #expect(name != "nguyễn văn thử")
        #expect(
            replaced("Nguyễn Văn Thử".decomposedStringWithCanonicalMapping, originals).contains("Nguy")
                == false)
        #expect(replaced("mail%40example.vn Nguyễn+Văn+Thử", originals).contains("example") == false)
    }

    @Test func randomBytesKeepTheirLength() {
        var random = SeededGenerator(seed: 21)
        let originals = originals(["mail.example.vn", "thử nghiệm"])
        let parts =
            Self.addresses + [
                "198,51,100", "mail.exam", "ple.vn", "::", "thử", "7.100.51.198.in-addr", "00:11:22:",
            ]
        for _ in 0..<3000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                bytes += Array((parts.randomElement(using: &random) ?? "").utf8)
                bytes += (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    UInt8.random(in: 0 ... .max, using: &random)
                }
            }
            let new = replaced(bytes, originals)
            #expect(new.count == bytes.count)
            #expect(TextFinder(originals).edits(in: new).isEmpty)
        }
    }
}
