import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("HTTP/1: forms")
struct MultipartFormTests {
    private static let body =
        "preamble\r\n--b-1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a \\\"b\\\".txt\"\r\n"
        + "Content-Type: Text/Plain; charset=x\r\n\r\nline\r\n--b-\r\n\r\n--b-1\r\n"
        + "Content-Disposition: form-data; name=field\r\n\r\nvalue\r\n--b-1  \r\n"
        + "Content-Disposition: form-data; name=none\r\n\r\n\r\n--b-1\r\n"
        + "content-disposition: form-data; filename*=UTF-8''na%C3%AFve.bin; filename=naive.bin\r\n\r\n--b-1\n"
        + "X: y\n\nunix\n--b-1--\r\nepilogue\r\n--b-1\r\n\r\nno part"

    private func feed(
        _ body: String, pieces: Int = .max, length: Int? = nil,
        _ configuration: AppLayerConfiguration = AppLayerConfiguration()
    ) -> Fed {
        HTTPParserTests.feed(
            [
                (
                    .toServer,
                    "POST /up HTTP/1.1\r\nContent-Type: multipart/form-data; charset=x; boundary=\"b-1\"\r\n"
                        + "Content-Length: \(length ?? body.utf8.count)\r\n\r\n" + body
                )
            ], pieces: pieces, configuration)
    }

    @Test("The parts are objects beside the body", arguments: [Int.max, 1, 7])
    func parts(_ pieces: Int) {
        let fed = feed(Self.body, pieces: pieces)
        #expect(
            fed.objects.map(HTTPParserTests.text) == ["line\r\n--b-\r\n", "value", "", "unix", Self.body])
        #expect(fed.objects.map(\.record.object.name) == ["a \"b\".txt", "", "naïve.bin", "", "/up"])
        #expect(fed.objects.map(\.record.contentType) == ["text/plain", "", "", "", "multipart/form-data"])
        #expect(
            fed.objects.map(\.record.object.kind) == [.formPart, .formPart, .formPart, .formPart, .httpBody])
        #expect(fed.objects.allSatisfy { $0.record.incomplete == nil && $0.record.parent == nil })
        #expect(fed.odd == AnomalySet())
    }

    @Test("A form that ends early leaves a part that was cut", arguments: [Int.max, 1, 7])
    func cut(_ pieces: Int) {
        let body = "--b-1\r\nContent-Disposition: form-data; filename=f\r\n\r\nhalf\r\n--b"
        let fed = feed(body, pieces: pieces)
        #expect(fed.objects.map(HTTPParserTests.text) == ["half\r\n--b", body])
        #expect(fed.objects.map(\.record.incomplete) == [.cut, nil])
        #expect(fed.odd.contains(.httpMalformed))
        let short = feed(body, pieces: pieces, length: 500)
        #expect(short.objects.map(\.record.incomplete) == [.cut, .cut])
    }

    @Test("A gap in a part is its own")
    func gap() {
        let fed = Fed()
        let parser = HTTPParser(AppLayerConfiguration())
        fed.take(
            parser, .toServer,
            ("POST / HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 78\r\n\r\n"
                + "--b\r\nContent-Disposition: x; filename=f\r\n\r\nabc").utf8)
        fed.gap(parser, .toServer, 10)
        fed.take(parser, .toServer, "def\r\n--b\r\n\r\nnext\r\n--b--".utf8)
        fed.finish(parser)
        #expect(fed.objects.prefix(2).map(HTTPParserTests.text) == ["abcdef", "next"])
        #expect(fed.objects.prefix(2).map(\.record.incomplete) == [.gap, nil])
    }

    @Test("Parts and their headers have limits", arguments: [Int.max, 1, 7])
    func limits(_ pieces: Int) {
        var few = AppLayerConfiguration()
        few.mostMembers = 2
        let many = feed(Self.body, pieces: pieces, few)
        #expect(many.objects.map(HTTPParserTests.text) == ["line\r\n--b-\r\n", "value", Self.body])
        #expect(many.odd.contains(.httpLimit))
        var small = AppLayerConfiguration()
        small.largestHeader = 200
        let long = feed(
            "--b-1\r\n" + String(repeating: "x", count: 300) + "\r\n\r\nbody", pieces: pieces, small)
        #expect(long.objects.count == 1)
        #expect(long.odd.contains(.httpLimit))
    }
}
