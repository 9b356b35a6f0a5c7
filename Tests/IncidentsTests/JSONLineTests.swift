import Foundation
import NetTypes
import TestSupport
import Testing

@testable import Incidents

/// The writer of JSON, against the system's reader.
@Suite struct JSONLineTests {
    private func written(_ members: (inout JSONLine) -> Void) -> [UInt8] {
        var json = JSONLine()
        json.root(members)
        return json.take()
    }

    private func roundTrip(_ text: String) throws -> String? {
        let bytes = written { $0.member("k", text) }
        let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: String]
        return object?["k"]
    }

    private static let controls: [UInt32] = Array(0x00...0x1f) + Array(0x7f...0x9f) + [0x2028, 0x2029]

    @Test(arguments: controls)
    func `a control character is escaped and read back`(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let text = "a" + String(Character(scalar)) + "é"
        let bytes = written { $0.member("k", text) }
        #expect(try roundTrip(text)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        #expect(!scalars.contains { Self.controls.contains($0.value) })
    }

    @Test(arguments: [
        ("\u{1f}", #""\u001f""#), ("\u{7f}", #""\u007f""#), ("\u{85}", #""\u0085""#),
        ("\u{9f}", #""\u009f""#),
        ("\u{a0}", "\"\u{a0}\""), ("\u{2027}", "\"\u{2027}\""), ("\u{2028}", #""\u2028""#),
        ("\u{2029}", #""\u2029""#), ("\u{202a}", "\"\u{202a}\""), ("\n\r\t\u{8}\u{c}", #""\n\r\t\b\f""#),
        (#"""#, #""\"""#), (#"\"#, #""\\""#), ("/", #""/""#), ("", #""""#),
        ("Quảng Ninh 🗼", "\"Quảng Ninh 🗼\""),
    ])
    func `text is escaped where it must be and nowhere else`(text: String, expected: String) {
        #expect(String(decoding: written { $0.member("k", text) }, as: UTF8.self) == #"{"k":\#(expected)}"#)
    }

    @Test(
        arguments: [
            [0xff], [0x61, 0xc2], [0xc2, 0x0a], [0xe2, 0x80], [0xed, 0xa0, 0x80], [0xc0, 0xaf],
            [0xf5, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func `bytes that are no UTF-8 are replaced`(bytes: [UInt8]) throws {
        let path = String(decoding: bytes, as: UTF8.self)
        let encoder = EventEncoder(host: path, origin: .savefile(path: path))
        var detection = Samples.detection
        detection.rule.metadata = [.init(key: path, value: .text(path))]
        let line = try #require(encoder.line(.detection(detection)))
        #expect(String(validating: Array(line.utf8), as: UTF8.self) != nil)
        #expect(line.contains("\u{fffd}"))
        let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(event?["pcap_filename"] as? String == path)
    }

    @Test func `random bytes as text always give one line of JSON that reads back`() throws {
        let seed: UInt64 = 20_261_124
        var random = SeededGenerator(seed: seed)
        let pool: [UInt8] = [
            0x00, 0x0a, 0x22, 0x5c, 0x7f, 0x80, 0x85, 0xa8, 0xc2, 0xe2, 0xed, 0xf0, 0xff, 0x41,
        ]
        for round in 0..<2000 {
            let count = Int.random(in: 0...12, using: &random)
            let bytes = (0..<count).map { _ in pool.randomElement(using: &random) ?? 0 }
            let text = String(decoding: bytes, as: UTF8.self)
            let back = try roundTrip(text)
            #expect(
                back?.unicodeScalars.elementsEqual(text.unicodeScalars) == true,
                "seed \(seed) round \(round): \(bytes)")
        }
    }

    @Test func `numbers are written whole, to both ends of their range`() {
        let bytes = written { json in
            json.member("a", 0)
            json.member("b", UInt64.max)
            json.member("c", signed: Int64.min)
            json.member("d", signed: 10)
            json.array("e") { json in
                json.element(9)
                json.element(signed: -10)
                json.element(flag: false)
                json.element("x")
                json.element { _ in }
            }
            json.array("f") { _ in }
            json.object("g") { $0.member("h", flag: true) }
        }
        let expected =
            #"{"a":0,"b":18446744073709551615,"c":-9223372036854775808,"d":10,"#
            + #""e":[9,-10,false,"x",{}],"f":[],"g":{"h":true}}"#
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000000+0000"), (-1, "1969-12-31T23:59:59.999999+0000"),
        (951_782_400_000_001_000, "2000-02-29T00:00:00.000001+0000"),
        (.min, "1677-09-21T00:12:43.145224+0000"), (.max, "2262-04-11T23:47:16.854775+0000"),
    ])
    func `a time is written as its description, over the whole range`(
        nanoseconds: Int64, text: String
    ) {
        let time = Timestamp(nanoseconds: nanoseconds)
        #expect(String(decoding: written { $0.member("t", time) }, as: UTF8.self) == #"{"t":"\#(text)"}"#)
        #expect(time.description == text)
    }

    @Test func `text that ends with a bracket does not swallow the next comma`() {
        let bytes = written { json in
            json.member("{", "[")
            json.member("[", "{")
        }
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"{":"[","[":"{"}"#)
    }

    @Test func `every event is one JSON object`() throws {
        let encoder = EventEncoder(host: "s", origin: .interfaces(["eth0"]))
        for finding in Samples.findings {
            let line = try #require(encoder.line(finding))
            #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
        }
    }
}
