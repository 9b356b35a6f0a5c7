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
        switch encoding {
        case .identity: return [UInt8](copying: bytes)
        case .yenc: return decodeYenc(bytes)
        case .uuencode: return decodeUU(bytes)
        case .base64: return decode(bytes, HD_GMIME_ENCODING_BASE64)
        case .quotedPrintable: return decode(bytes, HD_GMIME_ENCODING_QUOTEDPRINTABLE)
        }
    }

    private static func decode(_ bytes: Span<UInt8>, _ kind: Int) -> [UInt8] {
        var coder = GMimeEncoding()
        unsafe g_mime_encoding_init_decode(&coder, UInt32(kind))
        let padding = kind == HD_GMIME_ENCODING_BASE64 ? missingPadding(bytes) : []
        let room = unsafe g_mime_encoding_outlen(&coder, bytes.count + padding.count)
        return unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
            guard let start = output.baseAddress else { return }
            let text = unsafe UnsafeMutableRawPointer(start).assumingMemoryBound(to: CChar.self)
            count = unsafe bytes.withUnsafeBytes { input in
                unsafe g_mime_encoding_step(
                    &coder, input.baseAddress?.assumingMemoryBound(to: CChar.self), input.count, text)
            }
            count += unsafe padding.withUnsafeBytes { input in
                unsafe g_mime_encoding_flush(
                    &coder, input.baseAddress?.assumingMemoryBound(to: CChar.self), input.count, text + count)
            }
        }
    }

    /// The padding that the end of a base64 text lacks. GMime drops the bytes before it; readers of mail do not.
    private static func missingPadding(_ bytes: Span<UInt8>) -> [UInt8] {
        var digits = 0
        for index in bytes.indices {
            switch bytes[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F: digits = (digits + 1) % 4
            case 0x3D: digits = 0
            default: continue
            }
        }
        return digits < 2 ? [] : [UInt8](repeating: 0x3D, count: 4 - digits)
    }

    /// GMime decodes the data of uuencode; the line `begin 644 name` before them is passed over here.
    private static func decodeUU(_ bytes: Span<UInt8>) -> [UInt8] {
        let start = afterMarks(bytes, Array("begin ".utf8))
        return decode(withoutReturns(bytes.extracting(start..<bytes.count)).span, HD_GMIME_ENCODING_UUENCODE)
    }

    /// Where the data begin: behind the first lines together that begin with a mark; at the end without any.
    private static func afterMarks(_ bytes: Span<UInt8>, _ mark: [UInt8]) -> Int {
        var start = 0
        var hasBegun = false
        while start < bytes.count {
            let isMark =
                bytes.count - start >= mark.count
                && mark.indices.allSatisfy { bytes[start + $0] == mark[$0] }
            if hasBegun, !isMark { break }
            hasBegun = hasBegun || isMark
            while start < bytes.count, bytes[start] != 0x0A { start += 1 }
            start = min(start + 1, bytes.count)
        }
        return start
    }

    /// GMime decodes the data of yEnc; the lines `=ybegin` and `=ypart` before them are passed over here.
    private static func decodeYenc(_ bytes: Span<UInt8>) -> [UInt8] {
        let start = afterMarks(bytes, Array("=y".utf8))
        let data = withoutReturns(bytes.extracting(start..<bytes.count))
        guard !data.isEmpty else { return [] }
        var state: Int32 = 0
        var partSum: UInt32 = ~0
        var sum: UInt32 = ~0
        // It writes no more than it reads, but for what a former piece left over: there is none.
        return unsafe [UInt8](unsafeUninitializedCapacity: data.count + 64) { output, count in
            count = unsafe data.withUnsafeBufferPointer { input in
                unsafe g_mime_ydecode_step(
                    input.baseAddress, input.count, output.baseAddress, &state, &partSum, &sum)
            }
        }
    }

    /// GMime ends the lines of uuencode and yEnc at LF and takes CR for data, which neither has as such.
    private static func withoutReturns(_ bytes: Span<UInt8>) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        for index in bytes.indices where bytes[index] != 0x0D { kept.append(bytes[index]) }
        return kept
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
