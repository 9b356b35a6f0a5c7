import NetTypes
import Testing

@testable import Rulebook

@Suite("Lists with columns")
struct CSVListTests {
    @Test("Columns are known by their names, in any order, and fields in quotation marks hold anything")
    func columns() throws {
        let list = try Lists(
            "a.csv",
            """
            type,value,severity,category,comment,source,valid_until,confidence,tlp\r
            domain,evil.example,1,malware,"says ""hi"", and\r
            more",feed 7,2026-12-31,85,TLP:AMBER\r
            ip-dst,192.0.2.4,high,,,,,,\r
            # a comment
            IPv4,198.51.100.0/24,,,,,2026-12-31T07:00:00+07:00,,green\r
            JA3-fingerprint-md5,\(PlainListTests.md5),4,,,,,,\r
            filename|sha256,a.exe|\(PlainListTests.sha256),,,,,,,
            ,guessed.example,,,,,,,
            """)
        #expect(list.report.problems == [])
        #expect(list.report.format == .csv)
        let all = list.sightings
        #expect(
            all.map(\.value) == [
                "evil.example", "192.0.2.4", "198.51.100.0/24", PlainListTests.md5,
                PlainListTests.sha256.lowercased(), "guessed.example",
            ])
        #expect(all[3].kind == .ja3)
        #expect(all[0].detail.comment == "says \"hi\", and\r\nmore")
        #expect(all[0].detail.severity == 1)
        #expect(all[0].detail.confidence == 85)
        #expect(all[0].detail.tlp == "amber")
        #expect(all[0].detail.validUntil == Timestamp(seconds: 1_798_761_599, nanoseconds: 0))
        #expect(all[1].detail.severity == 2)
        #expect(all[2].detail.validUntil == Timestamp(seconds: 1_798_675_200, nanoseconds: 0))
        #expect(all[2].detail.tlp == "green")
    }

    @Test("Without names the first column is the value", arguments: ["a.csv"])
    func headless(name: String) throws {
        let list = try Lists(name, "evil.example,something,1\n192.0.2.4,x,2\n")
        #expect(list.values == ["address 192.0.2.4", "domain evil.example"])
    }

    @Test("Semicolons and tabs separate as well, and a file is known by the names of its columns")
    func separators() throws {
        #expect(
            try Lists("a", "value;comment\nevil.example;x, y\n").sightings.map(\.detail.comment) == ["x, y"])
        #expect(try Lists("a", "comment\tindicator\nx\tevil.example\n").values == ["domain evil.example"])
    }

    @Test("Each line that is none is named, and the next one counts again")
    func junk() throws {
        let list = try Lists(
            "a.csv",
            """
            value,type,severity,valid_until
            evil.example,domain,9,
            evil.example,domain,,someday
            evil.example,sha256,,
            "evil.example"x,domain,,
            "never closed,domain,,
            mail@example.org,email,,
            good.example,domain,,
            """)
        #expect(list.values == ["domain good.example"])
        #expect(
            list.report.problems.map(\.reason) == [
                .badSeverity("9"), .badDate("someday"), .notOfType(type: "sha256", "evil.example"),
                .badQuotes,
                .badQuotes, .unsupported(type: "email"),
            ])
        #expect(list.report.problems.map(\.line) == Array(2...7))
        #expect(list.report.junk == 5)
        #expect(list.report.unsupported == 1)
    }

    @Test(
        "Dates in the forms that lists have",
        arguments: [
            ("2026-01-01", 1_767_311_999), ("2026-01-01T00:00:00Z", 1_767_225_600),
            ("2026-01-01 00:00:00", 1_767_225_600), ("2026-01-01T00:00:00.123456Z", 1_767_225_600),
            ("2026-01-01T07:00+07:00", 1_767_225_600), ("2026-01-01T00:00:00-0100", 1_767_229_200),
            ("1767225600", 1_767_225_600), ("2024-02-29", 1_709_251_199),
        ])
    func dates(text: String, seconds: Int64) {
        #expect(IndicatorDate.time(text) == Timestamp(seconds: seconds, nanoseconds: 0))
    }

    @Test(arguments: [
        "", "soon", "2026", "2026-13-01", "2026-00-01", "2026-01-32", "2026-01-01T25:00",
        "2026-01-01T00:00:00+7",
        "2026-01-01x", "1969-01-01", "20260101120000",
    ])
    func noDates(text: String) {
        #expect(IndicatorDate.time(text) == nil)
    }
}
