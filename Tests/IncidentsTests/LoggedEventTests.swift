import NetTypes
import Testing

@testable import Incidents

/// Events that are read back.
@Suite struct LoggedEventTests {
    @Test("What the encoder writes is read back")
    func ours() throws {
        let encoder = EventEncoder(host: "s", origin: .savefile(path: "a.pcap"))
        let line = try #require(encoder.line(.detection(Samples.detection)))
        let event = try #require(LoggedEvent(line: line + "\n"))
        #expect(event.type == "alert")
        #expect(event.timestamp == Timestamp(seconds: 1_795_508_130, nanoseconds: 123_000))
        #expect(event.text("yara.rule") == "EICAR_Test")
        #expect(event.number("alert.signature_id") == 1_073_741_824)
        #expect(event.texts("yara.tags") == ["test", "stream"])
        #expect(event.texts("yara.meta.mitre") == ["T1204", "T1105"])
        #expect(event.texts("yara.strings", each: "id") == ["$a", "$b"])
        #expect(event.numbers("yara.strings", each: "offset") == [190, 195])
        #expect(event.flag("yara.object.complete") == true)
    }

    @Test("What is of another kind, or not there, is nil")
    func others() throws {
        let line = #"{"a":{"b":"x","c":1.5,"d":null},"e":[1,"y",{}],"f":"z","n":9223372036854775808}"#
        let event = try #require(LoggedEvent(line: line))
        #expect(event.type == "")
        #expect(event.timestamp == nil)
        #expect(event.text("a") == nil)
        #expect(event.text("a.b.c") == nil)
        #expect(event.text("a.c") == nil)
        #expect(event.number("a.c") == nil)
        #expect(event.number("n") == nil)
        #expect(event.number("a.b") == nil)
        #expect(event.flag("a.d") == nil)
        #expect(event.texts("e") == ["y"])
        #expect(event.texts("f") == ["z"])
        #expect(event.texts("a") == [])
        #expect(event.texts("e", each: "q") == [])
        #expect(LoggedEvent(line: "[]") == nil)
        #expect(LoggedEvent(line: "{\"a\":") == nil)
    }

    @Test(
        "Points in time are read in the forms of RFC 3339 and of the schema",
        arguments: [
            ("2026-11-24T08:15:30.000123+0000", 1_795_508_130_000_123_000),
            ("2026-11-24T08:15:30.000123Z", 1_795_508_130_000_123_000),
            ("2026-11-24t15:15:30.0001234567899+07:00", 1_795_508_130_000_123_456),
            ("2026-11-23 23:15:30-09:00", 1_795_508_130_000_000_000),
            ("2026-11-24T08:14:60Z", 1_795_508_100_000_000_000),
        ])
    func times(text: String, nanoseconds: Int64) {
        #expect(Timestamp(text) == Timestamp(nanoseconds: nanoseconds))
    }

    @Test(
        "What is no point in time is nil",
        arguments: [
            "", "2026-11-24", "2026-11-24T08:15:30", "2026-11-31T08:15:30Z", "2026-11-24T24:00:00Z",
            "2026-11-24T08:15:30.Z", "2026-11-24T08:15:30Z ", "2026-11-24T8:15:30Z", "2026-11-24T08:15:30+7",
            "2026-11-24T08:60:30Z", "2026-11-24X08:15:30Z", "1969-11-24T08:15:30Z", "2026-11-24T08:15:61Z",
            "２026-11-24T08:15:30Z",
        ])
    func noTimes(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test("Whatever is cut or changed in a line, there is an answer")
    func total() throws {
        let encoder = EventEncoder(host: "s", origin: .savefile(path: "a.pcap"))
        let line = Array(try #require(encoder.line(.detection(Samples.detection))).utf8)
        for place in line.indices {
            _ = LoggedEvent(line: String(decoding: line[..<place], as: UTF8.self))?.timestamp
            var changed = line
            changed[place] ^= 0x15
            let event = LoggedEvent(line: String(decoding: changed, as: UTF8.self))
            _ = event?.timestamp
            _ = event?.texts("yara.tags")
        }
    }
}
