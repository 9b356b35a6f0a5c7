import AppLayer
import NetTypes
import Scan
import Sensor
import TestSupport
import Testing

/// Rules see an object whole, with what is known of it, and only those that are about objects.
@Suite struct ObjectScanTests {
    private static func findings(_ text: String, md5: Bool = false) throws -> Findings {
        let source = RuleSource(file: "test.yar", namespace: "test", bytes: Array(text.utf8))
        let (rules, problems) = try RuleSet.compile([source])
        #expect(problems.filter(\.isError).isEmpty)
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 8088)
        talk.handshake()
        talk.client(sends: Array("GET /files/report.pdf?x=1 HTTP/1.1\r\nHost: a.example\r\n\r\n".utf8))
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 14\r\n\r\n"
        talk.server(sends: Array((head + "%PDF-1.4 hello").utf8))
        talk.close()
        var configuration = SensorConfiguration.small
        configuration.application.md5 = md5
        return try Findings.of(talk.frames, rules, configuration)
    }

    @Test("A condition over offset, size, name, type and digest holds for the object and not for its stream")
    func variables() throws {
        let findings = try Self.findings(
            """
            rule pdf { condition: uint32be(0) == 0x25504446 and filesize == 14 and filename == "report.pdf"
              and filepath == "/files/report.pdf" and extension == ".pdf" and filetype contains "PDF"
              and object_kind == "http_body" and app_proto == "http" and direction == "to_client" }
            """)
        #expect(findings.detections.map(\.object.kind) == [.httpBody])
        #expect(findings.detections.first?.object.name == "/files/report.pdf")
        #expect(findings.files.count == 1 && findings.files[0].size == 14)
        #expect(findings.files[0].fileType.contains("PDF"))
        #expect(findings.files[0].contentType == "application/pdf")
        #expect(findings.flows.first?.context.application == .http)
        #expect(findings.statistics.application.scanned == 1)
        #expect(findings.statistics.brokenLaws == [])
    }

    @Test("MD5 is there for rules that ask, when the configuration does")
    func md5() throws {
        let content = Array("%PDF-1.4 hello".utf8)
        let digest = Digest.of(content.span, .md5).hexadecimal
        let rule = "rule known { condition: md5 == \"\(digest)\" }"
        #expect(try Self.findings(rule, md5: true).detections.map(\.object.kind) == [.httpBody])
        #expect(try Self.findings(rule).detections.isEmpty)
    }

    @Test(
        "A rule is reported for what its scope says",
        arguments: [
            ("stream", [ScannedObject.Kind.stream]), ("object", [.httpBody]), ("both", [.httpBody, .stream]),
        ])
    func scope(word: String, kinds: [ScannedObject.Kind]) throws {
        let findings = try Self.findings(
            "rule r { meta: scope = \"\(word)\" strings: $a = \"hello\" condition: $a }")
        #expect(findings.detections.map(\.object.kind.rawValue).sorted() == kinds.map(\.rawValue).sorted())
        #expect(findings.flows.first?.alerted == true)
    }
}
