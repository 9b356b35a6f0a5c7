import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("HTTP/1: ranges")
struct HTTPRangesTests {
    private func feed(_ parts: [(String, String)], pieces: Int = .max) -> Fed {
        var turns: [(Direction, String)] = []
        for (range, body) in parts {
            turns.append((.toServer, "GET /file.bin HTTP/1.1\r\n\r\n"))
            turns.append(
                (
                    .toClient,
                    "HTTP/1.1 206 Part\r\nContent-Range: \(range)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
                ))
        }
        return HTTPParserTests.feed(turns, pieces: pieces)
    }

    @Test("Ranges that make a whole are put together, in any order", arguments: [Int.max, 1, 7])
    func joined(_ pieces: Int) {
        let parts = [("bytes 0-3/10", "0123"), ("bytes 4-7/10", "4567"), ("bytes 8-9/10", "89")]
        for order in [parts, [parts[1], parts[2], parts[0]]] {
            let fed = feed(order, pieces: pieces)
            #expect(fed.objects.count == 4)
            #expect(fed.objects.filter { $0.record.incomplete == .range }.count == 3)
            let whole = fed.objects.filter { $0.record.incomplete == nil }
            #expect(whole.map(HTTPParserTests.text) == ["0123456789"])
            #expect(whole.map(\.record.object.name) == ["/file.bin"])
        }
    }

    @Test("Ranges that make none stay parts")
    func apart() {
        let fed = feed([("bytes 0-3/10", "0123"), ("bytes 4-7/10", "4567")])
        #expect(fed.objects.map(HTTPParserTests.text) == ["0123", "4567"])
        #expect(fed.objects.map(\.record.incomplete) == [.range, .range])
        let holes = feed([("bytes 2-3/10", "23"), ("bytes 6-7/10", "67")])
        #expect(holes.objects.allSatisfy { $0.record.incomplete == .range })
    }

    @Test("A range that is all there is, is the object")
    func whole() {
        let fed = feed([("bytes 0-3/4", "0123")])
        #expect(fed.objects.map(\.record.incomplete) == [nil])
        #expect(
            HTTPParserTests.field("content_range", fed.transactions[0])
                == .object([
                    RecordField("raw", "bytes 0-3/4"), RecordField("start", 0), RecordField("end", 3),
                    RecordField("size", 4),
                ]))
    }

    @Test(
        "Values that are no range",
        arguments: [
            "", "bytes", "bytes */4", "bytes 3-1/4", "bytes 0-4/4", "bytes 0-18446744073709551615/*",
            "x 0-1/2",
        ])
    func malformed(_ value: String) {
        #expect(HTTPContentRange(Array(value.utf8)) == nil)
        #expect(feed([(value, "0123")]).objects.map(\.record.incomplete) == [.range])
    }
}
