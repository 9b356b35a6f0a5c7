import NetTypes
import Testing

@testable import Rulebook

@Suite("Lists in JSON")
struct JSONListTests {
    static let misp = """
        {"Event":{"info":"Campaign 7","threat_level_id":"1","Tag":[{"name":"type:OSINT"},{"name":"tlp:amber"}],
        "Attribute":[
          {"type":"ip-dst","category":"Network activity","value":"192.0.2.4","to_ids":true,"comment":"C2"},
          {"type":"ip-dst|port","value":"192.0.2.5|443","to_ids":true},
          {"type":"domain","value":"evil.example","to_ids":true,"Tag":[{"name":"tlp:red"}]},
          {"type":"hostname","value":"context.example","to_ids":false},
          {"type":"domain","value":"gone.example","to_ids":true,"deleted":true},
          {"type":"sha1","value":"\(String(repeating: "a", count: 40))","to_ids":true},
          {"type":"url","value":"no address","to_ids":true},
          {"type":"ja3-fingerprint-md5","value":"\(PlainListTests.md5)","to_ids":true},
          {"value":7}],
        "Object":[{"name":"file","Attribute":[
          {"type":"filename","value":"a.exe","to_ids":true},
          {"type":"md5","value":"\(PlainListTests.md5)","to_ids":true},
          {"type":"filename|sha256","value":"a.exe|\(PlainListTests.sha256)","to_ids":1}]}]}}
        """

    @Test("Attributes of an event and of its objects, but for those its owner keeps out of detection")
    func event() throws {
        let list = try Lists("a.json", Self.misp)
        #expect(list.report.format == .misp)
        #expect(
            Set(list.values) == [
                "address 192.0.2.4", "address 192.0.2.5", "domain evil.example", "ja3 \(PlainListTests.md5)",
                "md5 \(PlainListTests.md5)", "sha256 \(PlainListTests.sha256.lowercased())",
            ])
        #expect(list.report.withheld == 2)
        #expect(list.report.unsupported == 2)
        #expect(list.report.junk == 2)
        let first = try #require(list.sightings.first)
        #expect(first.detail.comment == "C2")
        #expect(first.detail.category == "Network activity")
        #expect(first.detail.source == "Campaign 7")
        #expect(first.detail.severity == 1)
        #expect(first.detail.tlp == "amber")
        #expect(list.sightings[2].detail.tlp == "red")
    }

    @Test("Several events, and the answers of searches")
    func shapes() throws {
        let attribute = #"{"type":"domain","value":"evil.example","to_ids":true}"#
        for text in [
            "[{\"Event\":{\"Attribute\":[\(attribute)]}}]",
            "{\"response\":[{\"Event\":{\"Attribute\":[\(attribute)]}}]}",
            "{\"response\":{\"Attribute\":[\(attribute)]}}", "{\"Attribute\":[\(attribute)]}",
        ] {
            #expect(try Lists("a", text).values == ["domain evil.example"], "\(text)")
        }
    }

    private static func bundle(_ objects: String...) -> String {
        "{\"type\":\"bundle\",\"id\":\"bundle--1\",\"objects\":[\(objects.joined(separator: ","))]}"
    }

    private static func indicator(_ pattern: String, _ more: String = "") -> String {
        let escaped = pattern.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return
            "{\"type\":\"indicator\",\"id\":\"indicator--1\",\"pattern_type\":\"stix\",\"pattern\":\"\(escaped)\"\(more)}"
    }

    @Test("Indicators whose pattern is a comparison, or several of which one is enough")
    func stix() throws {
        let list = try Lists(
            "a.json",
            Self.bundle(
                "{\"type\":\"malware\",\"name\":\"x\"}",
                Self.indicator(
                    "[file:hashes.'SHA-256' = '\(PlainListTests.sha256)' OR file:hashes.MD5 = '\(PlainListTests.md5)']",
                    ",\"name\":\"dropper\",\"confidence\":70,\"valid_until\":\"2026-12-31T00:00:00Z\","
                        + "\"indicator_types\":[\"malicious-activity\"]"),
                Self.indicator(
                    "[domain-name:value = 'evil.example'] OR [ipv4-addr:value ISSUBSET '198.51.100.0/24']"),
                Self.indicator("[ipv6-addr:value IN ('2001:db8::1', '2001:db8::2')]"),
                Self.indicator("[url:value = 'http://evil.example/it\\'s']")))
        #expect(list.report.format == .stix)
        #expect(list.report.problems == [])
        #expect(
            Set(list.values) == [
                "sha256 \(PlainListTests.sha256.lowercased())", "md5 \(PlainListTests.md5)",
                "domain evil.example",
                "network 198.51.100.0/24", "address 2001:db8::1", "address 2001:db8::2",
                "url http://evil.example/it's",
            ])
        let first = try #require(list.sightings.first?.detail)
        #expect(first.comment == "dropper")
        #expect(first.confidence == 70)
        #expect(first.category == "malicious-activity")
        #expect(first.validUntil == Timestamp(seconds: 1_798_675_200, nanoseconds: 0))
    }

    @Test("What says more than that is counted, and what was revoked is not taken")
    func beyond() throws {
        let patterns = [
            "[domain-name:value = 'a.example' AND url:value = 'http://a.example/']",
            "[domain-name:value LIKE 'a%']", "[domain-name:value = 'a.example'] FOLLOWEDBY [url:value = 'x']",
            "[file:hashes.'SHA-1' = '\(String(repeating: "a", count: 40))']",
            "[domain-name:value != 'a.example']",
            "[domain-name:value = 'a.example'", "", "]", "[", "['a']", "[a = ]", "[a IN ('b' 'c')]",
            "[a = 'b\\",
        ]
        let list = try Lists(
            "a.json",
            Self.bundle(
                (patterns.map { Self.indicator($0) } + [
                    Self.indicator("[domain-name:value = 'b.example']", ",\"revoked\":true"),
                    "{\"type\":\"indicator\",\"pattern_type\":\"snort\",\"pattern\":\"alert tcp\"}",
                    Self.indicator("[domain-name:value = 'c.example']", ",\"valid_until\":\"never\""),
                    Self.indicator("[domain-name:value = 'good.example']"),
                ]).joined(separator: ",")))
        #expect(list.values == ["domain good.example"])
        #expect(list.report.unsupported == patterns.count + 1)
        #expect(list.report.withheld == 1)
        #expect(list.report.junk == 1)
    }

    @Test("JSON that is damaged, nested without end, or something else is an error with a reason")
    func damaged() {
        let deep = String(repeating: "[", count: 100_000)
        for (text, reason) in [
            ("{\"Event\":", "it is no JSON"), (deep, "it is nested too deep"),
            ("{\"a\":" + deep, "it is nested too deep"),
            ("{\"a\":1}", "it is neither an export of MISP nor a STIX bundle"),
            ("", "it is no JSON"), ("[1,2]", "it is neither an export of MISP nor a STIX bundle"),
        ] {
            #expect(throws: IndicatorError.damaged(path: "a.json", reason: reason)) {
                try Lists("a.json", text)
            }
        }
        var limits = IndicatorLimits()
        limits.jsonBytes = 10
        #expect(throws: IndicatorError.tooLarge(path: "a.json", limit: 10)) {
            try Lists("a.json", Self.misp, limits)
        }
    }
}
