import Foundation
import NetTypes
import Testing

@testable import Incidents

/// ICMP events have types and codes where others have ports.
@Suite struct ICMPEventTests {
    private let encoder = EventEncoder(host: "sensor-1", origin: .savefile(path: "a.pcap"))

    private func object(_ finding: Finding) throws -> [String: Any] {
        let line = try #require(encoder.line(finding))
        return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    private func flow(_ transport: TransportProtocol, _ client: UInt16, _ server: UInt16) -> FlowRecord {
        var record = Samples.tcp
        let isV6 = transport == .icmpv6
        record.context = Samples.flow(
            transport, client: (isV6 ? "fe80::1" : "192.0.2.1", client),
            server: (isV6 ? "fe80::2" : "192.0.2.2", server))
        return record
    }

    @Test func `an echo says its type and that of its answer, and no code`() throws {
        let event = try object(.flow(flow(.icmp, 8, 0)))
        #expect(event["proto"] as? String == "ICMP")
        #expect(event["icmp_type"] as? Int == 8)
        #expect(event["icmp_code"] == nil)
        #expect(event["response_icmp_type"] as? Int == 0)
        for member in ["src_port", "dest_port", "tcp"] { #expect(event[member] == nil, "\(member)") }
    }

    @Test func `an echo that nobody answered has no answer`() throws {
        var record = flow(.icmpv6, 128, 129)
        record.toClient.packets = 0
        let event = try object(.flow(record))
        #expect(event["proto"] as? String == "IPv6-ICMP")
        #expect(event["icmp_type"] as? Int == 128)
        #expect(event["response_icmp_type"] == nil)
    }

    @Test(arguments: [
        (TransportProtocol.icmp, UInt16(3), UInt16(13)), (.icmpv6, 1, 4), (.icmp, 128, 0), (.icmpv6, 8, 0),
    ])
    func `a message without an answer says its code`(
        transport: TransportProtocol, type: UInt16, code: UInt16
    ) throws {
        let event = try object(.flow(flow(transport, type, code)))
        #expect(event["icmp_type"] as? Int == Int(type))
        #expect(event["icmp_code"] as? Int == Int(code))
        #expect(event["response_icmp_type"] == nil)
    }

    @Test func `exactly the pairs of Community ID are questions and answers`() {
        let pairs: [(TransportProtocol, [UInt16: UInt16])] = [
            (.icmp, [8: 0, 0: 8, 13: 14, 14: 13, 15: 16, 16: 15, 17: 18, 18: 17, 9: 10, 10: 9]),
            (
                .icmpv6,
                [
                    128: 129, 129: 128, 133: 134, 134: 133, 135: 136, 136: 135, 130: 131, 131: 130, 139: 140,
                    140: 139, 144: 145, 145: 144,
                ]
            ),
        ]
        for (transport, answers) in pairs {
            for type in UInt16(0)...255 {
                let sender = Endpoint(address: .zero, port: type)
                let message = ICMPMessage(sender, Endpoint(address: .zero, port: 7), transport)
                #expect(message?.answer == answers[type], "\(transport) \(type)")
                #expect(message?.code == (answers[type] == nil ? 7 : nil))
            }
        }
    }

    @Test func `an alert on an answer has the type of the answer`() throws {
        var detection = Samples.detection
        detection.flow = flow(.icmp, 8, 0).context
        let event = try object(.detection(detection))
        #expect(event["icmp_type"] as? Int == 0)
        #expect(event["src_ip"] as? String == "192.0.2.2")
        let members = try #require(event["flow"] as? [String: Any])
        #expect(members.keys.sorted() == ["dest_ip", "src_ip"])
    }
}
