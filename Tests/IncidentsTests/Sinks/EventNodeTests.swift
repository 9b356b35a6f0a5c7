import Foundation
import NetTypes
import Testing

@testable import Incidents

/// The reader of events: total, and true to what it read.
@Suite struct EventNodeTests {
    @Test func `every event of ours is read and written again as it was`() {
        let encoder = EventEncoder(host: "s", origin: .savefile(path: "a\u{202e}\"\\\u{1b}/b.pcap"))
        for line in Samples.findings.compactMap({ encoder.line($0) }) {
            #expect(EventNode(line: line)?.line == line)
        }
    }

    @Test(arguments: [
        #"{"a":01}"#, #"{"a":+1}"#, #"{"a":1.}"#, #"{"a":.5}"#, #"{"a":1e}"#, #"{"a":-}"#, #"{"a":tru}"#,
        #"{"a":1,}"#, #"{"a"}"#, #"{a:1}"#, #"{"a":1} x"#, #"{"a":"\x"}"#, #"{"a":"\u12"}"#,
        #"{"a":"\u+123"}"#,
        #"{"a":"b}"#, #"{"a":[1,]}"#, #"{"a":[1 2]}"#, "{\"a\":\"\u{1}\"}", "[]", "1", "", "{", #"{"a":"\"#,
    ])
    func `what is no JSON is nothing`(line: String) {
        #expect(EventNode(line: line) == nil)
    }

    @Test func `escapes are read`() {
        let node = EventNode(line: #"{"a":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\ud83d\u0041\ude00"}"#)
        #expect(node?.words("a") == "\"\\/\u{8}\u{c}\n\r\té😀\u{fffd}A\u{fffd}")
    }

    @Test func `depth is limited`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
        }
        #expect(EventNode(line: nested(EventParser.deepest - 1)) != nil)
        #expect(EventNode(line: nested(EventParser.deepest)) == nil)
        #expect(EventNode(line: nested(200_000)) == nil)
    }

    @Test func `any cut of a line, and any byte changed, gives an answer`() {
        let bytes = Array(Samples.alertLine.utf8)
        for end in bytes.indices {
            #expect(EventNode(line: String(decoding: bytes[..<end], as: UTF8.self)) == nil)
            var changed = bytes
            changed[end] = UInt8(truncatingIfNeeded: end &* 37)
            if let node = EventNode(line: String(decoding: changed, as: UTF8.self)) {
                #expect(EventNode(line: node.line) == node)
            }
        }
    }

    @Test(arguments: 3...12)
    func `text is cut between characters, and marked`(most: Int) {
        let text = "aé\u{301}😀"
        let cut = text.shortened(to: most)
        #expect(cut.utf8.count <= max(most, 3))
        #expect(cut == text || cut.hasSuffix("…"))
        #expect(!cut.contains("\u{fffd}"))
        #expect(text.unicodeScalars.starts(with: cut.unicodeScalars.dropLast(cut == text ? 0 : 1)))
    }
}
