import NetTypes
import Testing

@testable import Rulebook

@Suite("Lists of one indicator a line")
struct PlainListTests {
    static let sha256 = String(repeating: "aB", count: 32)
    static let md5 = String(repeating: "0f", count: 16)

    @Test("Each kind is told by its form, also where it was made harmless")
    func forms() throws {
        let list = try Lists(
            "a.txt",
            """
            # a comment

            \(Self.sha256)
              \(Self.md5)\r
            Evil.Example.VN   # why
            *.below.example
            .also-below.example
            192.0.2.7
            198.51.100.0/24
            2001:db8::7
            2001:db8::/32
            https://evil.example/a#b
            hxxp://bad[.]example/path
            hXXps[:]//bad(.)example/x
            mal[.]example
            evil.example/dropper.exe
            192.0.2.9:8080/x
            t13d1516h2_8daaf6152771_e5627efa2ab1
            ja3:\(Self.md5)
            """)
        #expect(list.report.junk == 0, "\(list.report.problems)")
        #expect(
            Set(list.values) == [
                "sha256 " + String(repeating: "ab", count: 32), "md5 \(Self.md5)", "domain evil.example.vn",
                "domain *.below.example", "domain *.also-below.example", "address 192.0.2.7",
                "network 198.51.100.0/24", "address 2001:db8::7", "network 2001:db8::/32",
                "url https://evil.example/a", "url http://bad.example/path", "url https://bad.example/x",
                "domain mal.example", "url http://evil.example/dropper.exe", "url http://192.0.2.9:8080/x",
                "ja4 t13d1516h2_8daaf6152771_e5627efa2ab1", "ja3 \(Self.md5)",
            ])
        #expect(list.report.taken == list.values.count)
    }

    @Test("Junk is named with its line, the first few of it, all of it is counted, and the others load")
    func junk() throws {
        var limits = IndicatorLimits()
        limits.problems = 3
        let junk = [
            "hello", "1.2.3", "999.1.2.3", "xyz:", "\u{0}\u{1}", "a b.example",
            String(repeating: "f", count: 31),
        ]
        let list = try Lists("a.txt", "good.example\n" + junk.joined(separator: "\n") + "\n192.0.2.1", limits)
        #expect(list.values == ["address 192.0.2.1", "domain good.example"])
        #expect(list.report.junk == junk.count - 1, "control characters alone are blanks")
        #expect(list.report.problems.map(\.line) == [2, 3, 4])
        #expect(list.report.problems.first?.reason == .unknownForm("hello"))
        #expect(list.load.leftOut == junk.count - 1)
    }

    @Test("Digests that are not made are counted apart")
    func unsupported() throws {
        let list = try Lists(
            "a.txt", String(repeating: "a", count: 40) + "\n" + String(repeating: "b", count: 128))
        #expect(list.report.unsupported == 2)
        #expect(list.report.junk == 0)
    }

    @Test("A line that is too long is left out, and so is what goes beyond the number of indicators")
    func limits() throws {
        var limits = IndicatorLimits()
        (limits.lineBytes, limits.entries) = (32, 2)
        let text = String(repeating: "a", count: 40) + "\none.example\ntwo.example\nthree.example\n"
        let list = try Lists("a.txt", text, limits)
        #expect(list.values == ["domain one.example", "domain two.example"])
        #expect(list.report.problems.map(\.reason) == [.tooLong(limit: 32), .tooMany(limit: 2)])
        #expect(list.report.problems.map(\.line) == [1, 4])
    }

    @Test("An indicator that stands there twice is there once")
    func twice() throws {
        let list = try Lists("a.txt", "evil.example\nEVIL.example.\n")
        #expect(list.load.set.count == 1)
        #expect(list.load.set.duplicates == 1)
    }

    @Test("Names that begin like a harmless scheme stay as they are")
    func lookalike() throws {
        #expect(try Lists("a.txt", "hxxpro.example").values == ["domain hxxpro.example"])
    }
}
