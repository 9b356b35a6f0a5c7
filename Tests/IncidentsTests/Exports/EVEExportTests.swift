import NetTypes
import Testing

@testable import Incidents

@Suite struct EVEExportTests {
    @Test func `the incident comes first, then its alerts by time`() throws {
        let text = try ExportCase(Samples.exportedIncident, Samples.exportedDetections).text(.eve)
        let lines = try JSONTree.lines(text)
        #expect(
            lines.map { $0["event_type"] as? String } == ["incident"] + Array(repeating: "alert", count: 5))
        #expect(JSONTree.value(lines[0], "incident", "alerts") as? Int == 5)
        #expect(!text.contains("truncated"))
    }

    @Test func `only the bytes of strings are taken out of a line`() {
        let line =
            #"{"a":"x,\"hex\":\"12\"","s":[{"id":"$a","hex":"00ff","truncated":true},{"id":"$b","hex":""}]}"#
        #expect(
            EVEExport.withoutPayload(line)
                == #"{"a":"x,\"hex\":\"12\"","s":[{"id":"$a"},{"id":"$b"}]}"#)
        #expect(EVEExport.withoutPayload(#"{"a":1,"hex":"00"#) == #"{"a":1,"hex":"00"#)
    }

    @Test func `a line that is gone or too long is written anew`() throws {
        var detections = Samples.exportedDetections
        detections[0].event = ""
        detections[1].object.name = String(repeating: "x", count: 1 << 20)
        detections[1].event = detections[1].event.replacing(
            "\"kind\"", with: "\"name\":\"\(detections[1].object.name)\",\"kind\"")
        let text = try ExportCase(Samples.exportedIncident, detections).text(.eve)
        #expect(text.utf8.count < 20_000)
        let lines = try JSONTree.lines(text)
        let untouched = try #require(
            lines.first { JSONTree.value($0, "yara", "packet", "last") as? Int == 27 })
        for last in [7, 17] {
            let anew = try #require(
                lines.first { JSONTree.value($0, "yara", "packet", "last") as? Int == last })
            for key in [
                "timestamp", "flow_id", "src_ip", "dest_port", "proto", "community_id", "direction", "flow",
            ] {
                #expect(anew[key] != nil, "\(key)")
            }
            #expect(JSONTree.value(anew, "alert", "signature_id") as? Int == 1_073_741_900)
            #expect(JSONTree.value(anew, "yara", "rule") as? String == "WebShell_Command_Request")
            #expect(JSONTree.value(anew, "yara", "namespace") as? String == "webshell/command")
            #expect(anew["src_ip"] as? String == untouched["src_ip"] as? String)
        }
    }
}
