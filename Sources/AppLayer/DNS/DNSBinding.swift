import NetTypes

/// SVCB and HTTPS records (RFC 9460), in a short presentation form.
enum DNSBinding {
    /// Bytes of one parameter that is written as hexadecimal digits: what is longer says nothing to a reader.
    private static let longestValue = 64
    /// Parameters of one record; the registry has fewer than twenty.
    private static let mostParameters = 32

    /// Priority, target and parameters, such as `1 . alpn=h2,h3 ipv4hint=192.0.2.1`; nil when it does not parse.
    static func text(_ reader: inout DNSReader) -> String? {
        guard let priority = reader.word(), let target = reader.name() else { return nil }
        var text = "\(priority) \(target.isEmpty ? "." : DNSText.text(target))"
        var count = 0
        while reader.left > 0, count < mostParameters {
            guard let key = reader.word(), let length = reader.word(), var part = reader.part(Int(length))
            else { return nil }
            text += " " + parameter(key, &part)
            count += 1
        }
        return text
    }

    /// The next 4 or 16 bytes as an address.
    static func address(_ reader: inout DNSReader, isIPv6: Bool) -> IPAddress? {
        guard let first = reader.long() else { return nil }
        guard isIPv6 else { return IPAddress(ipv4: first) }
        guard let second = reader.long(), let third = reader.long(), let fourth = reader.long() else {
            return nil
        }
        return IPAddress(
            high: UInt64(first) << 32 | UInt64(second), low: UInt64(third) << 32 | UInt64(fourth))
    }

    private static func parameter(_ key: UInt16, _ reader: inout DNSReader) -> String {
        switch key {
        case 1: return "alpn=" + list(&reader) { $0.string().map(DNSText.text) }
        case 2: return "no-default-alpn"
        case 3: return "port=" + (reader.word().map { String($0) } ?? "")
        case 4: return "ipv4hint=" + list(&reader) { address(&$0, isIPv6: false)?.description }
        case 6: return "ipv6hint=" + list(&reader) { address(&$0, isIPv6: true)?.description }
        default:
            let bytes = reader.take(min(reader.left, longestValue)) ?? []
            return "\(key == 5 ? "ech" : "key\(key)")=\(bytes.hexadecimal)"
        }
    }

    private static func list(_ reader: inout DNSReader, _ next: (inout DNSReader) -> String?) -> String {
        var items: [String] = []
        while reader.left > 0, items.count < mostParameters, let item = next(&reader) { items.append(item) }
        return items.joined(separator: ",")
    }
}
