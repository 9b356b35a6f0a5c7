import Foundation
import NetTypes
import Testing

@testable import Incidents

/// The lines of the event log, member by member.
@Suite struct EventEncoderTests {
    private let encoder = EventEncoder(host: "sensor-1", origin: .savefile(path: "a.pcap"))

    private func line(_ finding: Finding) throws -> String {
        try #require(encoder.line(finding))
    }

    private func object(_ finding: Finding, by encoder: EventEncoder? = nil) throws -> [String: Any] {
        let line = try #require((encoder ?? self.encoder).line(finding))
        return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    @Test func `a detection becomes an alert line`() throws {
        let expected =
            #"{"timestamp":"2026-11-24T08:15:30.000123+0000","flow_id":1234,"pcap_cnt":7,"event_type":"alert","#
            + #""host":"sensor-1","src_ip":"198.51.100.7","src_port":80,"dest_ip":"192.0.2.10","#
            + #""dest_port":49152,"proto":"TCP","ip_v":4,"community_id":"1:LQU9qZlK+B5F3KDmev6m5PMibrg=","#
            + #""direction":"to_client","pcap_filename":"a.pcap","alert":{"action":"allowed","gid":1,"#
            + #""signature_id":1073741824,"rev":3,"signature":"EICAR test file","category":"Test","severity":2,"#
            + #""metadata":{"mitre":["T1204","T1105"],"score":["-5"],"shared":["true"],"tag":["test","stream"]}},"#
            + #""flow":{"src_ip":"192.0.2.10","src_port":49152,"dest_ip":"198.51.100.7","dest_port":80},"#
            + #""yara":{"rule":"EICAR_Test","namespace":"test/eicar","ruleset_sha256":"ab12","#
            + #""tags":["test","stream"],"meta":{"description":"EICAR test file","category":"Test","rev":3,"#
            + #""severity":2,"mitre":["T1204","T1105"],"score":-5,"shared":true},"#
            + #""strings":[{"id":"$a","offset":190,"length":68,"hex":"58354f","truncated":true},"#
            + #"{"id":"$b","offset":195,"length":2,"hex":"0021","truncated":false}],"#
            + #""object":{"kind":"stream","size":300,"sha256":"0aff","complete":true},"#
            + #""packet":{"first":6,"last":7}}}"#
        #expect(try line(.detection(Samples.detection)) == expected)
    }

    @Test func `a TCP flow becomes a flow line with its flags`() throws {
        let expected =
            #"{"timestamp":"2026-11-24T08:15:30.000123+0000","flow_id":1234,"pcap_cnt":9,"event_type":"flow","#
            + #""host":"sensor-1","src_ip":"192.0.2.10","src_port":49152,"dest_ip":"198.51.100.7","#
            + #""dest_port":80,"proto":"TCP","ip_v":4,"community_id":"1:LQU9qZlK+B5F3KDmev6m5PMibrg=","#
            + #""pcap_filename":"a.pcap","flow":{"pkts_toserver":5,"pkts_toclient":4,"bytes_toserver":400,"#
            + #""bytes_toclient":900,"start":"2026-11-24T08:15:27.000123+0000","#
            + #""end":"2026-11-24T08:15:30.000123+0000","age":2,"state":"closed","reason":"timeout","#
            + #""alerted":true},"tcp":{"tcp_flags":"1b","tcp_flags_ts":"1b","tcp_flags_tc":"12","syn":true,"#
            + #""fin":true,"psh":true,"ack":true,"state":"closed","tc_gap":true},"#
            + #""haidang":{"packet":{"first":1,"last":9},"midstream":false,"gap_bytes_toserver":0,"#
            + #""gap_bytes_toclient":17}}"#
        #expect(try line(.flow(Samples.tcp)) == expected)
    }

    @Test func `a UDP flow has no TCP members, and says VLANs and tunnels`() throws {
        let expected =
            #"{"timestamp":"2026-11-24T08:15:30.000123+0000","flow_id":1234,"pcap_cnt":9,"event_type":"flow","#
            + #""host":"sensor-1","vlan":[10,20],"src_ip":"2001:db8::1","src_port":5353,"#
            + #""dest_ip":"2001:db8::2","dest_port":53,"proto":"UDP","ip_v":6,"tunnel":{"depth":2},"#
            + #""community_id":"1:LQU9qZlK+B5F3KDmev6m5PMibrg=","pcap_filename":"a.pcap","#
            + #""flow":{"pkts_toserver":5,"pkts_toclient":4,"bytes_toserver":400,"bytes_toclient":900,"#
            + #""start":"2026-11-24T08:15:27.000123+0000","end":"2026-11-24T08:15:30.000123+0000","age":2,"#
            + #""state":"new","reason":"forced","alerted":true},"haidang":{"packet":{"first":1,"last":9}}}"#
        #expect(try line(.flow(Samples.udp)) == expected)
    }

    @Test func `an anomaly of a flow says who sent the frame`() throws {
        let expected =
            #"{"timestamp":"2026-11-24T08:15:30.000123+0000","flow_id":1234,"pcap_cnt":8,"#
            + #""event_type":"anomaly","host":"sensor-1","src_ip":"192.0.2.10","src_port":49152,"#
            + #""dest_ip":"198.51.100.7","dest_port":80,"proto":"TCP","ip_v":4,"#
            + #""community_id":"1:LQU9qZlK+B5F3KDmev6m5PMibrg=","direction":"to_server","#
            + #""pcap_filename":"a.pcap","anomaly":{"type":"stream","event":"stream.overlap_different_data","#
            + #""layer":"stream"}}"#
        #expect(try line(.anomaly(Samples.anomaly)) == expected)
    }

    @Test func `an anomaly without a flow has no addresses`() throws {
        let record = AnomalyRecord(
            anomaly: .truncatedHeader, timestamp: Samples.time, frame: 2, flow: nil, direction: .toClient)
        let expected =
            #"{"timestamp":"2026-11-24T08:15:30.000123+0000","pcap_cnt":2,"event_type":"anomaly","#
            + #""host":"sensor-1","pcap_filename":"a.pcap","anomaly":{"type":"decode","#
            + #""event":"decode.truncated_header","layer":"decode"}}"#
        #expect(try line(.anomaly(record)) == expected)
    }

    @Test(arguments: Anomaly.allCases)
    func `every anomaly has a type of the schema, or its layer's word`(anomaly: Anomaly) throws {
        let types = [
            "decode": "decode", "defrag": "decode", "flow": "stream", "stream": "stream", "scan": "scan",
            "app": "applayer",
        ]
        var record = Samples.anomaly
        record.anomaly = anomaly
        let members = try #require(try object(.anomaly(record))["anomaly"] as? [String: String])
        #expect(members["type"] == types[anomaly.layer])
        #expect(members["event"] == anomaly.name)
    }

    @Test func `a stream record has no line`() {
        var bytes: [UInt8] = [1, 2]
        #expect(encoder.line(.stream(Samples.stream)) == nil)
        #expect(!encoder.append(.stream(Samples.stream), to: &bytes))
        #expect(bytes == [1, 2])
    }

    @Test func `a live event names its interface and no savefile`() throws {
        let live = EventEncoder(host: "s", origin: .interfaces(["eth0"]))
        let event = try object(.detection(Samples.detection), by: live)
        #expect(event["in_iface"] as? String == "eth0")
        #expect(event["pcap_cnt"] == nil)
        #expect(event["pcap_filename"] == nil)
    }

    @Test func `a rule without metadata still has signature, category and revision`() throws {
        var detection = Samples.detection
        (detection.rule.metadata, detection.rule.tags, detection.object.sha256) = ([], [], nil)
        let event = try object(.detection(detection))
        let alert = try #require(event["alert"] as? [String: Any])
        let yara = try #require(event["yara"] as? [String: Any])
        #expect(alert["signature"] as? String == "EICAR_Test")
        #expect(alert["category"] as? String == "")
        #expect(alert["rev"] as? Int == 1)
        #expect(alert["metadata"] == nil)
        #expect((yara["object"] as? [String: Any])?["sha256"] == nil)
        #expect((yara["meta"] as? [String: Any])?.isEmpty == true)
    }

    @Test(arguments: [
        (RuleIdentity.Value.number(-1), 1), (.text("7"), 1), (.boolean(true), 1), (.number(0), 0),
        (.number(12), 12),
    ])
    func `a revision is a number from zero, or 1`(value: RuleIdentity.Value, expected: Int) throws {
        var detection = Samples.detection
        detection.rule.metadata = [.init(key: "rev", value: value)]
        let alert = try #require(try object(.detection(detection))["alert"] as? [String: Any])
        #expect(alert["rev"] as? Int == expected)
    }

    @Test func `equal findings give equal bytes, whatever is in the buffer before them`() throws {
        for finding in Samples.findings {
            let line = try line(finding)
            var bytes = Array("x\n".utf8)
            #expect(encoder.append(finding, to: &bytes))
            #expect(bytes == Array("x\n".utf8) + Array(line.utf8))
            #expect(!line.contains("\n"))
        }
    }

    @Test(arguments: [
        (UInt8(0), UInt8(0), "none"), (0x02, 0, "syn_sent"), (0x02, 0x12, "syn_recv"), (0x10, 0x10, "none"),
    ])
    func `a TCP flow that is not established tells how far its handshake came`(
        toServer: UInt8, toClient: UInt8, state: String
    ) throws {
        var flow = Samples.tcp
        (flow.state, flow.toServer.tcpFlags, flow.toClient.tcpFlags) = (.new, toServer, toClient)
        let tcp = try #require(try object(.flow(flow))["tcp"] as? [String: Any])
        #expect(tcp["state"] as? String == state)
    }

    @Test func `a flow whose time ran backwards has the age zero`() throws {
        var flow = Samples.tcp
        flow.start = flow.end.advanced(by: 5_000_000_000)
        let members = try #require(try object(.flow(flow))["flow"] as? [String: Any])
        #expect(members["age"] as? Int == 0)
    }

    @Test(arguments: zip(FlowRecord.EndReason.allCases, ["timeout", "shutdown", "tcp_reuse", "forced"]))
    func `every reason has the schema's word`(reason: FlowRecord.EndReason, word: String) throws {
        var flow = Samples.tcp
        flow.reason = reason
        let members = try #require(try object(.flow(flow))["flow"] as? [String: Any])
        #expect(members["reason"] as? String == word)
    }

    @Test func `all eight TCP flags have a name`() throws {
        var flow = Samples.tcp
        flow.toServer.tcpFlags = 0xff
        let tcp = try #require(try object(.flow(flow))["tcp"] as? [String: Any])
        for name in ["syn", "fin", "rst", "psh", "ack", "urg", "ecn", "cwr"] {
            #expect(tcp[name] as? Bool == true, "\(name)")
        }
        #expect(tcp["tcp_flags"] as? String == "ff")
    }
}
