import NetTypes
import Testing

@Suite struct TransportProtocolTests {
    @Test(
        "Protocols have the event schema's names, and the others their number",
        arguments: [
            (1, "ICMP"), (6, "TCP"), (17, "UDP"), (58, "IPv6-ICMP"), (132, "SCTP"), (47, "GRE"), (0, "0"),
            (253, "253"),
        ] as [(UInt8, String)])
    func name(number: UInt8, expected: String) {
        #expect(TransportProtocol(rawValue: number).description == expected)
    }
}
