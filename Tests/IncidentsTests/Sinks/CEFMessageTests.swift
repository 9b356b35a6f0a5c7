import Foundation
import NetTypes
import Testing

@testable import Incidents

/// The Common Event Format: a golden message, and escapes.
@Suite struct CEFMessageTests {
    private func text(_ event: OutgoingEvent, most: Int = 8192) -> String {
        CEFMessage(event, version: "0.1.0").text(mostBytes: most).text
    }

    /// Header fields and extension of a message, split where the format says.
    private func parts(_ text: String) -> (header: [String], values: [String: String]) {
        var (fields, rest) = ([""], text[...])
        while fields.count < 8, let character = rest.popFirst() {
            if character == "\\", let next = rest.popFirst() {
                fields[fields.count - 1].append(next)
            } else if character == "|" {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        var values: [String: String] = [:]
        for match in rest.matches(of: #/(?:^| )([A-Za-z0-9]+)=((?:\\.|[^\\=])*?)(?=$| [A-Za-z0-9]+=)/#) {
            values[String(match.1)] = String(match.2).replacing("\\=", with: "=").replacing(
                "\\\\", with: "\\")
        }
        return (fields, values)
    }

    @Test func `an alert`() {
        let golden =
            "CEF:0|Hai Dang|haidang|0.1.0|1073741824|EICAR test file|7|rt=1795508130000 externalId=event-1 "
            + "cat=intrusion deviceExternalId=sensor-1 act=allowed src=198.51.100.7 spt=80 dst=192.0.2.10 dpt=49152 "
            + "proto=TCP fsize=300 fileHash=0aff cs1=test/eicar/EICAR_Test cs1Label=yara_rule "
            + "cs2=1:LQU9qZlK+B5F3KDmev6m5PMibrg\\= cs2Label=community_id cs3=ab12 cs3Label=ruleset cs4=so-y-te "
            + "cs4Label=unit cn1=7 cn1Label=pcap_cnt msg=EICAR test file"
        #expect(text(Samples.event(1, line: Samples.alertLine)) == golden)
    }

    @Test func `hostile text stays in its field`() {
        let hostile = #"a|b\\c=d|src=1.2.3.4\n\r\u001b]0;x\u0007\u202e ]]> <b>|"#
        let line =
            #"{"alert":{"signature":"\#(hostile)","signature_id":5},"src_ip":"2001:db8::1","dest_ip":"2001:db8::2","yara":{"object":{"name":"\#(hostile)"}}}"#
        let message = text(Samples.event(1, line: line))
        #expect(message.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f })
        let (header, values) = parts(message)
        #expect(Array(header.prefix(5)) == ["CEF:0", "Hai Dang", "haidang", "0.1.0", "5"])
        #expect(header[5].hasPrefix(#"a|b\c=d|src=1.2.3.4"#) && header[5].hasSuffix(" ]]> <b>|"))
        #expect(header[6] == "7")
        #expect(values["fname"]?.hasPrefix(#"a|b\c=d|src=1.2.3.4\n\r"#) == true)
        #expect(values["src"] == nil)
        #expect(values["c6a2"] == "2001:db8::1" && values["c6a3"] == "2001:db8::2")
        #expect(values["c6a2Label"] == "Source IPv6 Address")
    }

    @Test(arguments: [(1, "10"), (2, "7"), (3, "5"), (4, "3")])
    func `severity rises with gravity`(ours: Int, theirs: String) {
        var event = Samples.event(1)
        event.severity = ours
        #expect(parts(text(event)).header[6] == theirs)
    }

    @Test func `a line that is no JSON gives what is known`() {
        let (header, values) = parts(text(Samples.event(4, line: "nonsense")))
        #expect(header[4] == "alert" && header[5] == "alert")
        #expect(values["externalId"] == "event-4" && values["rt"] == "1795508130000")
    }

    @Test func `an incident is named by its title`() {
        let line = #"{"event_type":"incident","incident":{"title":"Lệnh tới web shell"}}"#
        #expect(parts(text(Samples.event(4, line: line))).header[5] == "Lệnh tới web shell")
    }
}
