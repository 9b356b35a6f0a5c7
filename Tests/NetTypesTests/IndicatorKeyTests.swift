import Testing

@testable import NetTypes

@Suite("Normal forms of indicators")
struct IndicatorKeyTests {
    private static func domain(_ text: String) -> String? {
        IndicatorKey.domain(Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func url(_ text: String) -> String? {
        IndicatorKey.url(Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        ("Evil.Example.VN", "evil.example.vn"), ("evil.example.", "evil.example"),
        ("*.evil.example", ".evil.example"),
        (".evil.example", ".evil.example"), (".vn", ".vn"), ("_dmarc.evil.example", "_dmarc.evil.example"),
        ("xn--4dbrk0ce.example", "xn--4dbrk0ce.example"),
    ])
    func names(text: String, form: String) {
        #expect(Self.domain(text) == form)
    }

    @Test(arguments: [
        "", ".", "*", "*.", "localhost", "a..b.example", "evil example.vn", "1.2.3.4", "1.2.3.999",
        "tệp.example",
        "evil*.example", "a/b.example", String(repeating: "a", count: 64) + ".example",
        String(repeating: "abcdefg.", count: 32) + "example",
    ])
    func noNames(text: String) {
        #expect(Self.domain(text) == nil)
    }

    @Test(arguments: [
        ("HTTP://Evil.Example", "http://evil.example/"),
        ("http://evil.example:80/a", "http://evil.example/a"),
        ("https://evil.example:443/a?b#c", "https://evil.example/a?b"),
        ("http://evil.example:8080?x=1", "http://evil.example:8080/?x=1"),
        ("http://user:secret@evil.example/A/B", "http://evil.example/A/B"),
        ("evil.example/x", "http://evil.example/x"),
        ("http://[2001:db8::1]:81/", "http://[2001:db8::1]:81/"),
        ("http://[2001:DB8::1]/", "http://[2001:db8::1]/"),
        ("http://evil.example./x", "http://evil.example/x"),
        ("ftp://evil.example:21/x", "ftp://evil.example/x"),
    ])
    func addresses(text: String, form: String) {
        #expect(Self.url(text) == form)
    }

    @Test(arguments: [
        "http://", "http:///path", "http://evil.example:99999/", "http://a b/", "http://x:y/", "1x://a/",
    ])
    func noAddresses(text: String) {
        #expect(Self.url(text) == nil)
    }

    @Test("A request has the form of the address that it was made from")
    func parts() {
        let key = IndicatorKey.url(
            scheme: Array("http".utf8), host: Array("Evil.example".utf8)[...], port: 80,
            target: Array("/a?b".utf8)[...])
        #expect(String(decoding: key, as: UTF8.self) == Self.url("http://evil.example/a?b"))
    }
}
