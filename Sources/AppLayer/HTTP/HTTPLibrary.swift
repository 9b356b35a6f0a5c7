import CHtp

/// libhtp, which reads the heads of requests and responses.
///
/// Only whole heads go through it, one for each of its parsers: where the traffic was cut cannot change what it says,
/// nor does it keep anything. What follows a head is told apart by `HTTPParser`.
///
/// Safe because the configuration is made once, never changed or freed, and pointers into a parser's memory do not
/// outlive the call that made the parser: everything is copied out.
@safe final class HTTPLibrary: Sendable {
    /// The one of the process.
    static let shared = HTTPLibrary()
    /// Fields of one head that are kept. Servers allow about a hundred.
    static let mostFields: UInt32 = 1024
    /// Bytes of one field that libhtp takes. The limit that counts is on the whole head.
    private static let longestField = 1 << 30

    private nonisolated(unsafe) let configuration: OpaquePointer?

    private init() {
        unsafe configuration = htp_config_create()
        guard let configuration = unsafe configuration else { return }
        // Its log would grow with every oddity.
        unsafe htp_config_set_log_level(configuration, HTP_LOG_NONE)
        unsafe htp_config_set_field_limits(configuration, Self.longestField, Self.longestField)
        unsafe htp_config_set_number_headers_limit(configuration, Self.mostFields)
        unsafe htp_config_set_response_decompression(configuration, 0)
        unsafe htp_config_set_request_decompression(configuration, 0)
        unsafe htp_config_set_parse_request_cookies(configuration, 0)
        unsafe htp_config_set_parse_request_auth(configuration, 0)
    }

    /// Reads the head of a request; nil when libhtp makes nothing of it.
    func request(_ bytes: [UInt8]) -> HTTPHead? {
        unsafe parse(bytes, htp_connp_req_data) { transaction in
            var head = HTTPHead()
            head.method = String(decoding: unsafe text(transaction.pointee.request_method), as: UTF8.self)
            head.target = unsafe text(transaction.pointee.request_uri)
            head.version = String(decoding: unsafe text(transaction.pointee.request_protocol), as: UTF8.self)
            if let parsed = unsafe transaction.pointee.parsed_uri {
                head.path = unsafe text(parsed.pointee.path)
            }
            head.hostname = unsafe text(transaction.pointee.request_hostname)
            let port = unsafe transaction.pointee.request_port_number
            head.port = port > 0 ? Int(port) : nil
            head.fields = unsafe fields(transaction.pointee.request_headers)
            let flags = unsafe transaction.pointee.flags
            head.isAmbiguous = flags & UInt64(HTP_REQUEST_SMUGGLING) != 0
            head.isMalformed = flags & Self.wrong != 0
            head.hasTooMany = flags & UInt64(HTP_HEADERS_TOO_MANY) != 0
            return head
        }
    }

    /// Reads the head of a response; nil when libhtp makes nothing of it.
    func response(_ bytes: [UInt8]) -> HTTPHead? {
        unsafe parse(bytes, htp_connp_res_data) { transaction in
            var head = HTTPHead()
            head.version = String(decoding: unsafe text(transaction.pointee.response_protocol), as: UTF8.self)
            head.status = max(0, Int(unsafe transaction.pointee.response_status_number))
            head.fields = unsafe fields(transaction.pointee.response_headers)
            let flags = unsafe transaction.pointee.flags
            head.isMalformed = flags & Self.wrong != 0
            head.hasTooMany = flags & UInt64(HTP_HEADERS_TOO_MANY) != 0
            return head
        }
    }

    /// What libhtp says of heads that break the grammar.
    private static let wrong =
        UInt64(HTP_FIELD_UNPARSEABLE) | UInt64(HTP_FIELD_INVALID) | UInt64(HTP_FIELD_RAW_NUL)
        | UInt64(HTP_INVALID_FOLDING) | UInt64(HTP_STATUS_LINE_INVALID) | UInt64(HTP_REQUEST_INVALID)
        | UInt64(HTP_REQUEST_INVALID_C_L) | UInt64(HTP_REQUEST_INVALID_T_E)

    /// One of libhtp's two functions that take bytes of a direction.
    private typealias Feed =
        @convention(c) (
            OpaquePointer?, UnsafePointer<htp_time_t>?, UnsafeRawPointer?, Int
        ) -> CInt

    /// Feeds a head to a parser of its own, and reads the transaction that comes of it.
    private func parse(
        _ bytes: [UInt8], _ feed: Feed, _ read: (UnsafePointer<htp_tx_t>) -> HTTPHead
    ) -> HTTPHead? {
        guard !bytes.isEmpty, let configuration = unsafe configuration,
            let parser = unsafe htp_connp_create(configuration)
        else { return nil }
        defer { unsafe htp_connp_destroy_all(parser) }
        unsafe htp_connp_open(parser, nil, 0, nil, 0, nil)
        unsafe bytes.withUnsafeBytes { buffer in
            _ = unsafe feed(parser, nil, buffer.baseAddress, buffer.count)
        }
        guard let connection = unsafe htp_connp_get_connection(parser),
            let first = unsafe htp_list_array_get(connection.pointee.transactions, 0)
        else { return nil }
        return unsafe read(UnsafePointer(first.assumingMemoryBound(to: htp_tx_t.self)))
    }

    private func fields(_ table: OpaquePointer?) -> [HTTPField] {
        guard let table = unsafe table else { return [] }
        var fields: [HTTPField] = []
        for index in 0..<min(unsafe htp_table_size(table), Int(Self.mostFields)) {
            guard let element = unsafe htp_table_get_index(table, index, nil) else { continue }
            let header = unsafe element.assumingMemoryBound(to: htp_header_t.self)
            fields.append(
                HTTPField(
                    name: HTTPValue.lowercased(unsafe text(header.pointee.name)),
                    value: unsafe text(header.pointee.value)))
        }
        return fields
    }

    private func text(_ string: UnsafeMutablePointer<bstr>?) -> [UInt8] {
        guard let string = unsafe string else { return [] }
        return unsafe Array(UnsafeBufferPointer(start: chtp_bytes(string), count: string.pointee.len))
    }
}
