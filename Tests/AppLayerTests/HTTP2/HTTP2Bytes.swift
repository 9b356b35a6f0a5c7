@testable import AppLayer

/// Builds the frames of an HTTP/2 connection (RFC 9113 section 6) by hand.
enum HTTP2Bytes {
    static let endStream: UInt8 = 0x01
    static let acknowledgement: UInt8 = 0x01
    static let endHeaders: UInt8 = 0x04
    static let padded: UInt8 = 0x08
    static let priority: UInt8 = 0x20

    /// What a client begins with.
    static let client = HTTP2Reader.preface + settings()

    /// A frame of any type.
    static func frame(_ type: UInt8, _ flags: UInt8, _ stream: UInt32, _ payload: [UInt8] = []) -> [UInt8] {
        number(UInt32(payload.count)).dropFirst() + [type, flags] + number(stream) + payload
    }

    /// HEADERS, whole unless other flags are given.
    static func headers(
        _ stream: UInt32, _ fields: [(String, String)], _ flags: UInt8 = endHeaders
    ) -> [UInt8] {
        frame(1, flags, stream, block(fields))
    }

    /// DATA; the last of its stream unless other flags are given.
    static func data(_ stream: UInt32, _ bytes: [UInt8], _ flags: UInt8 = endStream) -> [UInt8] {
        frame(0, flags, stream, bytes)
    }

    /// SETTINGS with parameters.
    static func settings(_ parameters: [(UInt16, UInt32)] = []) -> [UInt8] {
        frame(4, 0, 0, parameters.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] + number($1) })
    }

    /// A request for a path, without a body.
    static func get(_ stream: UInt32, _ path: String) -> [UInt8] {
        let fields = [
            (":method", "GET"), (":scheme", "http"), (":path", path), (":authority", "server.example:80"),
            ("user-agent", "Browser/1"),
        ]
        return headers(stream, fields, endHeaders | endStream)
    }

    /// The headers of a response of a type.
    static func response(_ stream: UInt32, _ more: [(String, String)] = []) -> [UInt8] {
        headers(stream, [(":status", "200"), ("content-type", "text/html; charset=utf-8")] + more)
    }

    /// A header block whose fields are literals that are not put into the table (RFC 7541 section 6.2.2).
    static func block(_ fields: [(String, String)]) -> [UInt8] {
        fields.flatMap { [0] + string($0) + string($1) }
    }

    /// A field that is put into the table (RFC 7541 section 6.2.1).
    static func indexed(_ name: String, _ value: String) -> [UInt8] {
        [0x40] + string(name) + string(value)
    }

    private static func string(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        guard bytes.count >= 127 else { return [UInt8(bytes.count)] + bytes }
        var rest = bytes.count - 127
        var length: [UInt8] = [127]
        while rest >= 128 {
            length.append(UInt8(rest & 0x7f | 0x80))
            rest >>= 7
        }
        return length + [UInt8(rest)] + bytes
    }

    private static func number(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
    }
}
