import NetTypes
import TestSupport

/// HTTP.
extension ObjectRoad {
    func chunkedGzip(_ content: Content, _ start: Timestamp) -> [Frame] {
        let packed = Compressed.gzip(content.bytes)
        let head = [
            "HTTP/1.1 200 OK", "Server: drill", "Content-Type: application/octet-stream",
            "Content-Encoding: gzip", "Transfer-Encoding: chunked", "", "",
        ]
        var answer = Array(head.joined(separator: "\r\n").utf8)
        for offset in stride(from: 0, to: packed.count, by: 20) {
            let chunk = packed[offset..<min(offset + 20, packed.count)]
            answer += Array((String(chunk.count, radix: 16) + "\r\n").utf8) + chunk + [13, 10]
        }
        return download(answer + Array("0\r\n\r\n".utf8), start)
    }

    func brotli(_ content: Content, _ start: Timestamp) -> [Frame] {
        let head = [
            "HTTP/1.1 200 OK", "Server: drill", "Content-Type: application/octet-stream",
            "Content-Encoding: br", "Content-Length: \(content.brotli.count)", "", "",
        ]
        return download(Array(head.joined(separator: "\r\n").utf8) + content.brotli, start)
    }

    private func download(_ answer: [UInt8], _ start: Timestamp) -> [Frame] {
        var talk = Conversation(client: "198.51.100.33", port, server: "203.0.113.66", 80, start: start)
        talk.handshake()
        talk.client(
            sends: Text.request(
                "GET", "/tai-lieu/bieu-mau.com", host: "tailieu.example",
                headers: ["Accept-Encoding: gzip, br"]))
        talk.server(sends: answer)
        talk.close()
        return talk.frames
    }

    func uploadMultipart(_ content: Content, _ start: Timestamp) -> [Frame] {
        var talk = Conversation(client: "203.0.113.82", port, server: "198.51.100.10", 80, start: start)
        let body = [
            "--drill", #"Content-Disposition: form-data; name="ghi-chu""#, "", "Nộp hồ sơ", "--drill",
            #"Content-Disposition: form-data; name="tep"; filename="bieu-mau.com""#,
            "Content-Type: application/octet-stream", "", String(decoding: content.bytes, as: UTF8.self),
            "--drill--", "",
        ].joined(separator: "\r\n")
        talk.handshake()
        talk.client(
            sends: Text.request(
                "POST", "/nop-ho-so", host: "dichvucong.example",
                headers: ["Content-Type: multipart/form-data; boundary=drill"], body: body), segment: 150)
        talk.server(sends: Text.response("Đã nhận tệp."))
        talk.close()
        return talk.frames
    }

    /// HTTP/2 without an upgrade (RFC 9113 section 3.3): headers by the static table and literals without Huffman
    /// codes (RFC 7541), the body in two frames.
    func priorKnowledge(_ content: Content, _ start: Timestamp) -> [Frame] {
        var talk = Conversation(client: "198.51.100.34", port, server: "203.0.113.66", 8080, start: start)
        let request =
            [0x82, 0x86] + Self.literal([0x04], "/tai-lieu/bieu-mau.com")
            + Self.literal([0x01], "tailieu.example") + Self.literal([0x0f, 0x2b], "drill/1.0")
        let answer =
            [0x88] + Self.literal([0x0f, 0x10], "application/octet-stream")
            + Self.literal([0x0f, 0x0d], "\(content.bytes.count)")
        let half = content.bytes.count / 2
        talk.handshake()
        talk.client(
            sends: Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
                + Self.frame(type: 4, flags: 0, stream: 0, [])
                + Self.frame(type: 1, flags: 5, stream: 1, request))
        talk.server(
            sends: Self.frame(type: 4, flags: 0, stream: 0, []) + Self.frame(type: 4, flags: 1, stream: 0, [])
        )
        talk.client(sends: Self.frame(type: 4, flags: 1, stream: 0, []))
        talk.server(
            sends: Self.frame(type: 1, flags: 4, stream: 1, answer)
                + Self.frame(type: 0, flags: 0, stream: 1, Array(content.bytes[..<half]))
                + Self.frame(type: 0, flags: 1, stream: 1, Array(content.bytes[half...])))
        talk.close()
        return talk.frames
    }

    private static func frame(type: UInt8, flags: UInt8, stream: UInt32, _ payload: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [0]
        bytes.append(bigEndian: UInt16(payload.count))
        bytes += [type, flags]
        bytes.append(bigEndian: stream)
        return bytes + payload
    }

    private static func literal(_ index: [UInt8], _ value: String) -> [UInt8] {
        index + [UInt8(value.utf8.count)] + Array(value.utf8)
    }
}
