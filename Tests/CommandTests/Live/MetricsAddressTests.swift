import NetTypes
import Testing

@testable import haidang

/// `--metrics` takes four forms and nothing else.
@Suite struct MetricsAddressTests {
    @Test(arguments: [
        ("127.0.0.1:9464", "127.0.0.1:9464", true), ("9464", "127.0.0.1:9464", true),
        (":9464", "127.0.0.1:9464", true), ("[::1]:9464", "[::1]:9464", true), ("0", "127.0.0.1:0", true),
        ("127.1.2.3:1", "127.1.2.3:1", true), ("[::ffff:127.0.0.1]:1", "[::ffff:127.0.0.1]:1", true),
        ("0.0.0.0:9464", "0.0.0.0:9464", false), ("[::]:9464", "[::]:9464", false),
        ("192.0.2.1:65535", "192.0.2.1:65535", false), ("[2001:db8::1]:80", "[2001:db8::1]:80", false),
        ("[::2]:80", "[::2]:80", false), ("128.0.0.1:80", "128.0.0.1:80", false),
    ])
    func `what it means`(text: String, meaning: String, isLoopback: Bool) throws {
        let address = try #require(MetricsAddress(text))
        #expect(address.description == meaning)
        #expect(address.isLoopback == isLoopback)
    }

    @Test(arguments: [
        "", ":", "65536", "-1", "+1", "localhost:80", "127.0.0.1", "127.0.0.1:", "::1:80", "[::1]", "[]:80",
        "[127.0.0.1]:80", "127.0.0.1:80:80", "[::1]80", "١٢", "127.0.0.1:0x50", " 9464",
    ])
    func `what it is not`(text: String) {
        #expect(MetricsAddress(text) == nil)
    }
}
