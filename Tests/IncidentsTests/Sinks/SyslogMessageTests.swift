import Foundation
import NetTypes
import Testing

@testable import Incidents

/// Messages of RFC 5424 and what becomes of lines that are too long or hostile.
@Suite struct SyslogMessageTests {
    private func text(_ event: OutgoingEvent, _ change: (inout SyslogConfiguration) -> Void = { _ in })
        -> String
    {
        var configuration = SyslogConfiguration(transport: .tcp, host: "log.example")
        change(&configuration)
        return String(
            decoding: SyslogMessage(configuration, Samples.sinkContext).message(event).bytes, as: UTF8.self)
    }

    private func isJSON(_ text: some StringProtocol) -> Bool {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) is [String: Any]
    }

    @Test func `a message is its header and the line`() {
        #expect(
            text(Samples.event(7)) == "<162>1 2026-11-24T08:15:30.000123Z sensor-1 haidang 77 alert - "
                + #"{"event_type":"alert","number":7}"#)
    }

    @Test(arguments: [(1, 161), (2, 162), (3, 164), (4, 165), (0, 161), (9, 165)])
    func `the priority is facility and severity`(severity: Int, priority: Int) {
        var event = Samples.event(1)
        event.severity = severity
        #expect(text(event).hasPrefix("<\(priority)>1 "))
        #expect(text(event) { $0.facility = 1 }.hasPrefix("<\(priority - 152)>1 "))
    }

    @Test func `a host and a type that are hostile stay words`() {
        var event = Samples.event(1)
        event.type = "al ert\n" + String(repeating: "x", count: 90)
        let context = SinkContext(host: "sén sor\n<1>", version: "1", process: 1)
        let configuration = SyslogConfiguration(transport: .tcp, host: "h")
        let bytes = SyslogMessage(configuration, context).message(event).bytes
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        #expect(words[2] == "snsor<1>")
        #expect(words[5] == "alert" + String(repeating: "x", count: 27))
        #expect(words[6] == "-")
        let nobody = SyslogMessage(configuration, SinkContext(host: " \n", version: "1", process: 1))
        #expect(String(decoding: nobody.message(event).bytes, as: UTF8.self).split(separator: " ")[2] == "-")
    }

    @Test func `what is too long loses what matched first, and says so`() throws {
        let whole = Samples.alertLine
        let event = Samples.event(1, line: whole)
        let head = text(event).utf8.count - whole.utf8.count
        let (same, isSame) = ShortenedLine.text(event, mostBytes: whole.utf8.count)
        #expect(same == whole && !isSame)
        let (shorter, isShorter) = ShortenedLine.text(event, mostBytes: whole.utf8.count - 1)
        #expect(isShorter && shorter.utf8.count < whole.utf8.count && isJSON(shorter))
        #expect(!shorter.contains(#""strings""#) && shorter.contains(#""meta""#))
        #expect(shorter.hasSuffix(#","shortened":["yara.strings"]}"#))
        #expect(shorter.hasPrefix(String(whole.prefix(100))))
        let message = text(event) { $0.mostBytes = 1024 }
        #expect(message.utf8.count <= 1024 && isJSON(message.dropFirst(head)))
        #expect(message.contains(#""src_ip""#))
    }

    @Test(arguments: [
        ("a", 1_000_000), ("é", 20_000), ("\u{1b}", 20_000), ("😀", 20_000), ("\"", 20_000), ("]]>", 20_000),
    ])
    func `names of a megabyte stay valid and within the limit`(unit: String, size: Int) throws {
        let name = String(repeating: unit, count: size / unit.utf8.count)
        for limit in [1024, 8192] {
            var detection = Samples.detection
            detection.object.name = name
            let line = EventEncoder(host: "s", origin: .savefile(path: name)).line(.detection(detection))
            let event = Samples.event(1, line: line ?? "")
            for format in SyslogConfiguration.Format.allCases {
                let message = text(event) { ($0.mostBytes, $0.format) = (limit, format) }
                #expect(message.utf8.count <= limit)
                #expect(message.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f })
                if format == .json { #expect(isJSON(message.drop { $0 != "{" })) }
                // In CEF a name has a length of its own, which it is cut to however much room there is.
                #expect(message.contains(format == .json ? "shortened" : "…"))
            }
        }
    }

    @Test(arguments: [
        "", "no JSON", "[1]", "{\"a\":1", String(repeating: "[", count: 5000), "{\"a\":\"\n\"}",
    ])
    func `a line that is no event of ours is not sent on when it cannot be`(line: String) {
        let (short, isShortened) = ShortenedLine.text(
            Samples.event(3, line: line + String(repeating: " \n", count: 2000)), mostBytes: 512)
        #expect(isShortened && isJSON(short) && !short.contains("\n"))
        #expect(short.contains("event-3"))
    }

    @Test func `an object over several lines becomes one line`() {
        let (line, isShortened) = ShortenedLine.text(
            Samples.event(3, line: "{\n \"a\" : [1, true,\n null] }"), mostBytes: 512)
        #expect(line == #"{"a":[1,true,null]}"# && !isShortened)
    }
}
