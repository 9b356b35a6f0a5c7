import CGMime
import NetTypes

/// The one place that calls GMime: for what is said in header fields, and for transfer encodings.
///
/// The structure of a mail is not read by GMime but by `MIMEBreaker`: GMime compares each line that begins like a
/// boundary with up to 1,024 of them, calls itself for each level, and does not say where a part lies.
enum MIMELibrary {
    /// Bytes of a header field that are given to GMime, some of whose lists it searches from their start. 16 KiB:
    /// longer than mail programs let a field become.
    static let longestField = 16 << 10

    /// GMime wants to be told once for the process, before anything else.
    private static let isReady: Bool = {
        g_mime_init()
        return true
    }()

    /// What a Content-Type says: the type in lower case, and the parameters that matter, decoded (RFC 2045 section
    /// 5.1, RFC 2231, RFC 2047).
    static func contentType(_ field: [UInt8]) -> (type: String, boundary: [UInt8], name: String) {
        guard isReady else { return ("", [], "") }
        return unsafe terminated(field).withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { text in
                guard let parsed = unsafe g_mime_content_type_parse(nil, text.baseAddress) else {
                    return ("", [], "")
                }
                defer { unsafe g_object_unref(UnsafeMutableRawPointer(parsed)) }
                let type = unsafe taken(g_mime_content_type_get_mime_type(parsed))
                let boundary = unsafe copy(g_mime_content_type_get_parameter(parsed, "boundary"))
                let name = unsafe copy(g_mime_content_type_get_parameter(parsed, "name"))
                return (lowercase(type), boundary, String(decoding: name, as: UTF8.self))
            }
        }
    }

    /// The file name that a Content-Disposition gives, decoded (RFC 2183, RFC 2231); empty without one.
    static func fileName(_ field: [UInt8]) -> String {
        guard isReady else { return "" }
        return unsafe terminated(field).withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { text in
                guard let parsed = unsafe g_mime_content_disposition_parse(nil, text.baseAddress) else {
                    return ""
                }
                defer { unsafe g_object_unref(UnsafeMutableRawPointer(parsed)) }
                let name = unsafe copy(g_mime_content_disposition_get_parameter(parsed, "filename"))
                return String(decoding: name, as: UTF8.self)
            }
        }
    }

    /// The text of a field that is not structured, its encoded words decoded (RFC 2047).
    static func text(_ field: [UInt8]) -> String {
        guard isReady else { return "" }
        return unsafe terminated(field).withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { text in
                let decoded = unsafe taken(g_mime_utils_header_decode_text(nil, text.baseAddress))
                return String(decoding: decoded, as: UTF8.self)
            }
        }
    }

    /// The bytes that an encoding stands for (RFC 2045 section 6). What does not decode is left out.
    static func decode(_ bytes: Span<UInt8>, _ encoding: TransferEncoding) -> [UInt8] {
        guard isReady, !bytes.isEmpty else { return [] }
        let kind: Int
        switch encoding {
        case .identity: return [UInt8](copying: bytes)
        case .yenc: return decodeYenc(bytes)
        case .base64: kind = HD_GMIME_ENCODING_BASE64
        case .quotedPrintable: kind = HD_GMIME_ENCODING_QUOTEDPRINTABLE
        case .uuencode: kind = HD_GMIME_ENCODING_UUENCODE
        }
        var coder = GMimeEncoding()
        unsafe g_mime_encoding_init_decode(&coder, UInt32(kind))
        let room = unsafe g_mime_encoding_outlen(&coder, bytes.count)
        return unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
            count = unsafe bytes.withUnsafeBytes { input in
                unsafe g_mime_encoding_flush(
                    &coder, input.baseAddress?.assumingMemoryBound(to: CChar.self), input.count,
                    UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self))
            }
        }
    }

    private static func decodeYenc(_ bytes: Span<UInt8>) -> [UInt8] {
        var state: Int32 = 0
        var partSum: UInt32 = ~0
        var sum: UInt32 = ~0
        // It never writes more than it reads, but for an escape that a former piece left over: there is none.
        return unsafe [UInt8](unsafeUninitializedCapacity: bytes.count + 64) { output, count in
            count = unsafe bytes.withUnsafeBufferPointer { input in
                unsafe g_mime_ydecode_step(
                    input.baseAddress, input.count, output.baseAddress, &state, &partSum, &sum)
            }
        }
    }

    /// A field as C has strings: without the zero bytes that would end it early.
    private static func terminated(_ field: [UInt8]) -> [UInt8] {
        field.prefix(longestField).filter { $0 != 0 } + [0]
    }

    /// A copy of a string of GMime's that somebody else frees; empty for none.
    private static func copy(_ text: UnsafePointer<CChar>?) -> [UInt8] {
        guard let text = unsafe text else { return [] }
        var bytes: [UInt8] = []
        var position = unsafe text
        while unsafe position.pointee != 0 {
            bytes.append(UInt8(bitPattern: unsafe position.pointee))
            unsafe position += 1
        }
        return bytes
    }

    /// A copy of a string of GMime's that is ours to free.
    private static func taken(_ text: UnsafeMutablePointer<CChar>?) -> [UInt8] {
        guard let text = unsafe text else { return [] }
        defer { unsafe g_free(UnsafeMutableRawPointer(text)) }
        return unsafe copy(UnsafePointer(text))
    }

    private static func lowercase(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    }
}
