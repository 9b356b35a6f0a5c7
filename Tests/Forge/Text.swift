import Foundation
import TestSupport

/// Text that traffic is made of: HTTP messages, encodings, and prose by seed.
enum Text {
    /// An HTTP/1.1 request; the length of a body is filled in.
    static func request(
        _ method: String, _ target: String, host: String, headers: [String] = [], body: String = ""
    ) -> String {
        var lines = ["\(method) \(target) HTTP/1.1", "Host: \(host)", "User-Agent: drill/1.0", "Accept: */*"]
        lines += headers
        if !body.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
    }

    /// An HTTP/1.1 response with its length.
    static func response(_ body: String, type: String = "text/html; charset=utf-8") -> [UInt8] {
        response(Array(body.utf8), type: type)
    }

    /// An HTTP/1.1 response with its length.
    static func response(_ body: [UInt8], type: String) -> [UInt8] {
        let head =
            "HTTP/1.1 200 OK\r\nServer: drill\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
        return Array((head + "\r\n").utf8) + body
    }

    /// Base64 without line breaks.
    static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
    }

    /// The text in lines of a width.
    static func lines(_ text: String, width: Int) -> String {
        let characters = Array(text)
        return stride(from: 0, to: characters.count, by: width).map { start in
            String(characters[start..<min(start + width, characters.count)]) + "\n"
        }.joined()
    }

    /// About `length` bytes of prose, in lines.
    static func prose(length: Int, from generator: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length + 32)
        var column = 0
        while bytes.count < length {
            let word = words[Int.random(in: 0..<words.count, using: &generator)]
            bytes += word.utf8
            column += word.utf8.count + 1
            bytes.append(column > 72 ? 10 : 32)
            if column > 72 { column = 0 }
        }
        return bytes
    }

    /// Random bytes, which is what encrypted and compressed traffic looks like.
    static func noise(length: Int, from generator: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length + 8)
        while bytes.count < length { bytes.append(bigEndian: generator.next()) }
        return Array(bytes.prefix(length))
    }

    private static let words = [
        "trung", "tâm", "dữ", "liệu", "tỉnh", "công", "văn", "số", "ngày", "tháng", "thông", "báo", "hồ",
        "sơ",
        "một", "cửa", "dịch", "vụ", "công", "the", "report", "of", "network", "service", "and", "page", "for",
        "select", "union", "system", "command", "shell", "power", "key", "private", "value", "<p>", "</p>",
        "<div class=\"row\">", "</div>", "function", "return", "2026", "11", "24", "{", "}", "=", ";", "…",
    ]
}
