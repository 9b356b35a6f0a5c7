import NetTypes
import Testing

@Suite("Where addresses are used")
struct AddressScopeTests {
    static let inside = [
        "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255", "169.254.0.0", "169.254.255.255", "172.16.0.0", "172.31.255.255", "192.0.0.1",
        "192.168.0.0", "192.168.255.255", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1", "64:ff9b::192.168.0.1", "64:ff9b:1::1", "100::1", "fc00::", "fdff::1", "fe80::1",
        "febf::1", "fec0::1", "ff02::1",
    ]
    static let outside = [
        "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255",
        "192.169.0.0", "223.255.255.255", "::ffff:198.51.100.7", "64:ff9b::203.0.113.1", "2001:db8::1",
        "192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "fbff::1", "2600::1", "::2:0:0:1",
    ]

    @Test("Private, shared, local, multicast and reserved ones are inside", arguments: inside)
    func isPrivate(text: String) throws {
        #expect(try #require(IPAddress(text)).isPrivate)
    }

    @Test("Their neighbours are not, and neither are those for documentation", arguments: outside)
    func isPublic(text: String) throws {
        #expect(try #require(IPAddress(text)).isPrivate == false)
    }
}
