import NetTypes

/// A value of the traffic that is looked up in lists of indicators.
struct IndicatorValue {
    /// Where it stood.
    let place: IndicatorSighting.Place
    /// As it stood there.
    let text: String

    /// The entries that name it, at a time.
    func find(in set: IndicatorSet, at time: Timestamp) -> [Int] {
        switch place {
        case .dnsQuery, .dnsAnswer, .tlsName, .quicName: return set.find(domain: text.utf8, at: time)
        case .httpHost:
            if let address = IPAddress(text) { return set.find(address, at: time) }
            return set.find(domain: text.utf8, at: time)
        case .tlsJA3, .quicJA3: return set.find(.ja3, Self.bytes(ofHexadecimal: text)[...], at: time)
        case .tlsJA4, .quicJA4: return set.find(.ja4, Array(text.utf8)[...], at: time)
        // Those that are no text of a transaction are looked up where they are known.
        case .httpURL, .flowSource, .flowDestination, .fileSHA256, .fileMD5: return []
        }
    }

    /// What can be looked up of a transaction but for its address on the web, in the order in which it was said.
    static func list(_ transaction: Transaction) -> [IndicatorValue] {
        let fields = transaction.fields
        switch transaction.application {
        case .dns: return names(fields)
        case .tls:
            return [value(.tlsName, fields, "sni"), ja3(.tlsJA3, fields), value(.tlsJA4, fields, "ja4")]
                .compactMap { $0 }
        case .quic:
            return [value(.quicName, fields, "sni"), ja3(.quicJA3, fields), value(.quicJA4, fields, "ja4")]
                .compactMap { $0 }
        case .http, .http2: return [value(.httpHost, fields, "hostname")].compactMap { $0 }
        default: return []
        }
    }

    /// The addresses on the web that a transaction of HTTP may have asked for, in their normal forms. In the clear it is
    /// `http`; the other form is for lists that have learned of the same page over TLS.
    static func urls(_ transaction: Transaction) -> [[UInt8]] {
        guard transaction.application == .http || transaction.application == .http2,
            let target = transaction.fields.text("url").map({ Array($0.utf8) })
        else { return [] }
        // What is asked of a proxy is a whole address.
        if target.first != UInt8(ascii: "/") {
            return IndicatorKey.url(target[...]).map { [$0] } ?? []
        }
        guard let host = transaction.fields.text("hostname").map({ IndicatorKey.name($0.utf8) }) else {
            return []
        }
        let port = transaction.fields.number("http_port")
        return ["http", "https"].map {
            IndicatorKey.url(scheme: Array($0.utf8), host: host[...], port: port, target: target[...])
        }
    }

    /// Names of one DNS message that are looked up at most.
    private static let mostNames = 64

    private static func names(_ fields: [RecordField]) -> [IndicatorValue] {
        var values = [value(.dnsQuery, fields, "rrname")].compactMap { $0 }
        // With several questions the first stands in both places.
        if let questions = fields.list("queries") {
            for question in questions.dropFirst().prefix(mostNames) {
                if case .object(let fields) = question, let name = value(.dnsQuery, fields, "rrname") {
                    values.append(name)
                }
            }
        }
        for answer in (fields.list("answers") ?? []).prefix(mostNames) {
            guard case .object(let fields) = answer, fields.text("rrtype") == "CNAME" else { continue }
            if let name = value(.dnsAnswer, fields, "rdata") { values.append(name) }
        }
        return values
    }

    private static func value(
        _ place: IndicatorSighting.Place, _ fields: [RecordField], _ name: String
    ) -> IndicatorValue? {
        guard let text = fields.text(name), !text.isEmpty else { return nil }
        return IndicatorValue(place: place, text: text)
    }

    private static func ja3(_ place: IndicatorSighting.Place, _ fields: [RecordField]) -> IndicatorValue? {
        for field in fields where field.name == "ja3" {
            if case .object(let parts) = field.value { return value(place, parts, "hash") }
        }
        return nil
    }

    private static func bytes(ofHexadecimal text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in text.utf8 {
            let value: UInt8
            switch digit {
            case 0x30...0x39: value = digit - 0x30
            case 0x61...0x66: value = digit - 0x57
            default: return []
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }
}

extension [RecordField] {
    /// The text of the first field of a name; nil when there is none or it is no text.
    fileprivate func text(_ name: String) -> String? {
        for field in self where field.name == name {
            if case .text(let text) = field.value { return text }
        }
        return nil
    }

    fileprivate func number(_ name: String) -> Int? {
        for field in self where field.name == name {
            if case .number(let number) = field.value { return Int(exactly: number) }
        }
        return nil
    }

    fileprivate func list(_ name: String) -> [RecordValue]? {
        for field in self where field.name == name {
            if case .list(let values) = field.value { return values }
        }
        return nil
    }
}
