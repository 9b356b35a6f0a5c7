import NetTypes

/// Values of lists in the form in which they are kept, told by their type or by how they look.
enum IndicatorForm {
    /// A value in its normal form.
    enum Value: Equatable {
        /// A key of a kind that has bytes or text.
        case key(IndicatorKind, [UInt8])
        /// An address or a network.
        case network(IPNetwork)
        /// A digest that the sensor does not make.
        case unsupported(String)
    }

    /// The value that a text has the form of; nil when it has none. Text that was made harmless (`hxxp`, `[.]`) is read
    /// as what it was.
    static func guess(_ text: ArraySlice<UInt8>) -> Value? {
        let bytes = Refanging.restored(text)
        guard let first = bytes.first, bytes.count <= IndicatorKey.longest else { return nil }
        switch bytes.count {
        case 64: if let digest = digest(bytes, 32) { return .key(.sha256, digest) }
        case 32: if let digest = digest(bytes, 16) { return .key(.md5, digest) }
        case 40: if digest(bytes, 20) != nil { return .unsupported("sha1") }
        case 128: if digest(bytes, 64) != nil { return .unsupported("sha512") }
        case 36: if isJA4(bytes) { return .key(.ja4, bytes.map(\.asciiLowercased)) }
        default: break
        }
        if let named = named(bytes) { return named }
        if let network = network(bytes) { return .network(network) }
        if let domain = IndicatorKey.domain(bytes) { return .key(.domain, domain) }
        // A name and a path is an address on the web whose scheme nobody wrote.
        let hasScheme = bytes.firstRange(of: Array("://".utf8)) != nil
        guard hasScheme || (isStart(first) && isHostAndPath(bytes)) else { return nil }
        return IndicatorKey.url(bytes).map { .key(.url, $0) }
    }

    /// The value of a text of a known type; nil when it has not that form.
    static func parse(_ text: ArraySlice<UInt8>, as type: IndicatorType) -> Value? {
        let bytes = Refanging.restored(text)
        switch type {
        case .unsupported: return .unsupported("")
        case .addressOrNetwork, .kind(.address), .kind(.network):
            // A port behind the address is no part of it.
            return network(bytes).map { .network($0) }
                ?? IndicatorKey.hostAndPort(bytes).flatMap { network($0.host) }.map { .network($0) }
        case .part(let part, let inner):
            let parts = text.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            if parts.count == 2 { return parse(parts[part], as: inner) }
            return parse(text, as: inner)
        case .kind(.sha256): return digest(bytes, 32).map { .key(.sha256, $0) }
        case .kind(.md5): return digest(bytes, 16).map { .key(.md5, $0) }
        case .kind(.ja3): return digest(bytes, 16).map { .key(.ja3, $0) }
        case .kind(.ja4): return isJA4(bytes) ? .key(.ja4, bytes.map(\.asciiLowercased)) : nil
        case .kind(.url): return IndicatorKey.url(bytes).map { .key(.url, $0) }
        case .kind(.domain):
            // Hosts are often addresses, whatever the list calls them.
            return IndicatorKey.domain(bytes).map { .key(.domain, $0) } ?? network(bytes).map { .network($0) }
        }
    }

    /// A value with the name of its kind in front, `ja3:`; that of JA3 looks like an MD5 otherwise.
    private static func named(_ bytes: ArraySlice<UInt8>) -> Value? {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon - bytes.startIndex <= 7 else {
            return nil
        }
        let rest = bytes[(colon + 1)...]
        switch String(decoding: bytes[..<colon].map(\.asciiLowercased), as: UTF8.self) {
        case "ja3": return parse(rest, as: .kind(.ja3))
        case "ja4": return parse(rest, as: .kind(.ja4))
        case "md5": return parse(rest, as: .kind(.md5))
        case "sha256": return parse(rest, as: .kind(.sha256))
        case "domain": return parse(rest, as: .kind(.domain))
        case "ip": return parse(rest, as: .addressOrNetwork)
        case "url": return parse(rest, as: .kind(.url))
        default: return nil
        }
    }

    private static func digest(_ bytes: ArraySlice<UInt8>, _ count: Int) -> [UInt8]? {
        guard bytes.count == 2 * count else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(count)
        var high: UInt8 = 0
        var isHigh = true
        for byte in bytes {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x61...0x66: digit = byte - 0x57
            case 0x41...0x46: digit = byte - 0x37
            default: return nil
            }
            if isHigh { high = digit << 4 } else { result.append(high | digit) }
            isHigh.toggle()
        }
        return result
    }

    /// An address or a network. What cannot be one is told before a text is made of it.
    private static func network(_ bytes: ArraySlice<UInt8>) -> IPNetwork? {
        guard bytes.count <= 64, let first = bytes.first, bytes.allSatisfy(isAddressByte), isStart(first),
            bytes.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
        else { return nil }
        return IPNetwork(String(decoding: bytes, as: UTF8.self))
    }

    private static func isStart(_ byte: UInt8) -> Bool {
        isAddressByte(byte) || (0x61...0x7a).contains(byte.asciiLowercased)
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2e...0x3a, 0x61...0x66, 0x41...0x46: true
        default: false
        }
    }

    private static func isHostAndPath(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let slash = bytes.firstIndex(where: { "/?#".utf8.contains($0) }),
            let (host, _) = IndicatorKey.hostAndPort(bytes[..<slash])
        else { return false }
        return IndicatorKey.domain(host) != nil || network(host) != nil
    }

    /// `t13d1516h2_8daaf6152771_e5627efa2ab1`: ten characters and two hashes.
    private static func isJA4(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 36 else { return false }
        let text = Array(bytes).map(\.asciiLowercased)
        guard "tqd".utf8.contains(text[0]), "di".utf8.contains(text[3]), text[10] == UInt8(ascii: "_"),
            text[23] == UInt8(ascii: "_")
        else { return false }
        return (text[11..<23] + text[24...]).allSatisfy { digest([0x30, $0], 1) != nil }
    }
}
