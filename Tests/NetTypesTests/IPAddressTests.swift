import NetTypes
import Testing

@Suite struct IPAddressTests {
    @Test(
        "IPv6 is written as RFC 5952 recommends",
        arguments: [
            ("2001:0db8:0000:0000:0001:0000:0000:0001", "2001:db8::1:0:0:1"),
            ("2001:db8:0:0:0:0:2:1", "2001:db8::2:1"),
            ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
            ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
            ("2001:DB8:AAAA:BBBB:CCCC:DDDD:EEEE:000F", "2001:db8:aaaa:bbbb:cccc:dddd:eeee:f"),
            ("0:0:0:0:0:0:0:0", "::"),
            ("::1", "::1"),
            ("fe80::", "fe80::"),
            ("1:2:3:4:5:6:0:0", "1:2:3:4:5:6::"),
            ("0:0:3:4:5:6:7:8", "::3:4:5:6:7:8"),
            ("::ffff:192.0.2.1", "::ffff:192.0.2.1"),
            ("::ffff:c000:201", "::ffff:192.0.2.1"),
            ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
            ("1:2:3:4:5:6:192.0.2.33", "1:2:3:4:5:6:c000:221"),
        ])
    func ipv6Text(input: String, expected: String) {
        #expect(IPAddress(input)?.description == expected)
    }

    @Test(
        "IPv4 is written in dotted decimal",
        arguments: ["0.0.0.0", "192.0.2.1", "255.255.255.255", "10.0.0.1"])
    func ipv4Text(text: String) {
        #expect(IPAddress(text)?.description == text)
    }

    @Test(
        "Text that is no address is refused",
        arguments: [
            "", ".", "1.2.3", "1.2.3.4.5", "256.0.0.1", "1.2.3.-4", "1.2.3.+4", "1..2.3", " 1.2.3.4",
            "1.2.3.4 ",
            "a.b.c.d", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "::12345", "::g", "::-1",
            "1:2:3:4:5:6:7:8::", "::1.2.3", "1.2.3.4::", "1.2.3.4::5", "1:1.2.3.4::", "1:", ":1",
            "fe80::1%eth0", "::1.2.3.4:5",
        ])
    func refused(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func `Bytes are in network order, four or sixteen`() {
        #expect(IPAddress("192.0.2.1")?.bytes == [192, 0, 2, 1])
        #expect(
            IPAddress("2001:db8::ff")?.bytes == [0x20, 0x01, 0x0d, 0xb8] + [UInt8](repeating: 0, count: 11)
                + [0xff])
    }

    @Test func `Order is IPv4 first, then numeric, as the bytes are`() {
        let texts = [
            "0.0.0.0", "9.255.255.255", "10.0.0.0", "192.0.2.1", "::", "::1", "1::", "2001:db8::1", "ff02::1",
        ]
        let addresses = texts.compactMap { IPAddress($0) }
        #expect(addresses.count == texts.count)
        #expect(addresses.shuffled().sorted() == addresses)
    }

    @Test func `Equal numbers of different versions are different addresses`() {
        #expect(IPAddress("0.0.0.1") != IPAddress("::1"))
    }
}
