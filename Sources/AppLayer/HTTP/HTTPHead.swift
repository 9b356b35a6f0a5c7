/// The head of a request or response: its first line and its header fields.
struct HTTPHead {
    /// The method; empty in a response.
    var method = ""
    /// The request target as it was sent (RFC 9112 section 3.2).
    var target: [UInt8] = []
    /// The path of the target without query, with escapes undone.
    var path: [UInt8] = []
    /// The protocol of the first line, such as `HTTP/1.1`; empty for HTTP/0.9.
    var version = ""
    /// The status code; 0 in a request, or when it is not a number.
    var status = 0
    /// The fields, in the order of their first appearance.
    var fields: [HTTPField] = []
    /// The host of the target or the Host field, without its port.
    var hostname: [UInt8] = []
    /// The port next to it.
    var port: Int?
    /// True when it breaks the grammar.
    var isMalformed = false
    /// True when its length can be read in two ways.
    var isAmbiguous = false
    /// True when it has more fields than were kept.
    var hasTooMany = false

    /// The value of a field, by its name in lower case.
    subscript(name: String) -> [UInt8]? {
        fields.first { $0.name == name }?.value
    }

    /// The same as text; nothing when it is absent or empty.
    func text(_ name: String) -> String? {
        self[name].flatMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
    }

    /// True when the last transfer coding is chunked. Servers that add codings nobody knows are understood as
    /// browsers do: one that says chunked is enough.
    var isChunked: Bool {
        guard let value = self["transfer-encoding"] else { return false }
        return value.split(omittingEmptySubsequences: true) { $0 == 0x2c || $0 == 0x3b || $0 <= 0x20 }
            .contains { HTTPValue.lowercased($0) == "chunked" }
    }

    /// The Content-Length; nil when it is absent or no number. Of several the first counts.
    var length: UInt64? {
        guard let value = self["content-length"] else { return nil }
        return HTTPValue.number(value.prefix { $0 != 0x2c })
    }

    /// The media type without parameters, in lower case; empty without one.
    var mediaType: String {
        guard let value = self["content-type"] else { return "" }
        return HTTPValue.lowercased(
            HTTPValue.trimmed(value.prefix { $0 != 0x3b && $0 != 0x2c }).prefix(HTTPValue.longestName))
    }
}
