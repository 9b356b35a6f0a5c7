/// The normal forms in which indicators are kept and looked up: two texts that mean the same have one form.
public enum IndicatorKey {
    /// Bytes of a key at most; what is longer is no indicator.
    public static let longest = 4096

    /// A name from a list, in lower case and without a dot at its end. One with `*.` or a dot in front means all below
    /// it as well, and its form begins with a dot. Nil when it is no name as DNS has them, in ASCII.
    public static func domain(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var rest = text
        var isSuffix = false
        if rest.first == UInt8(ascii: "*") {
            rest = rest.dropFirst()
            guard rest.first == dot else { return nil }
        }
        if rest.first == dot {
            rest = rest.dropFirst()
            isSuffix = true
        }
        if rest.last == dot { rest = rest.dropLast() }
        guard !rest.isEmpty, rest.count <= 253 else { return nil }
        var key: [UInt8] = isSuffix ? [dot] : []
        key.reserveCapacity(rest.count + 1)
        var label = 0
        var (labels, hasLetter) = (1, false)
        for byte in rest {
            let low = byte.asciiLowercased
            if low == dot {
                guard label > 0 else { return nil }
                (label, hasLetter) = (0, false)
                labels += 1
            } else {
                guard isNameByte(low), label < 63 else { return nil }
                label += 1
                if isLetter(low) { hasLetter = true }
            }
            key.append(low)
        }
        // The last label of a name is never a number, or addresses with a slip in them would be names.
        return label > 0 && hasLetter && (labels > 1 || isSuffix) ? key : nil
    }

    /// A name as traffic has it, in the form that lists have: lower case, without a dot at its end.
    public static func name(_ text: some Collection<UInt8>) -> [UInt8] {
        var key = text.map(\.asciiLowercased)
        if key.last == dot { key.removeLast() }
        return key
    }

    /// What an address on the web means to its server: scheme and host in lower case, no user, no default port, no
    /// fragment. Without a scheme it is taken for `http`. Nil when there is no host, or a byte no address has.
    public static func url(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count <= longest, text.allSatisfy({ $0 > 0x20 && $0 != 0x7f }) else { return nil }
        var scheme = Array("http".utf8)
        var rest = text
        if let end = schemeEnd(text) {
            scheme = text[..<end].map(\.asciiLowercased)
            rest = text[(end + 3)...]
            guard let first = scheme.first, isLetter(first), scheme.allSatisfy(isSchemeByte) else {
                return nil
            }
        }
        let end = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
        var authority = rest[..<end]
        if let user = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(user + 1)...] }
        guard let (host, port) = hostAndPort(authority) else { return nil }
        return url(scheme: scheme, host: host, port: port, target: rest[end...])
    }

    /// The same from its parts, as a request has them. The scheme is in lower case.
    public static func url(
        scheme: [UInt8], host: ArraySlice<UInt8>, port: Int?, target: ArraySlice<UInt8>
    ) -> [UInt8] {
        var key = scheme + Array("://".utf8) + host.map(\.asciiLowercased)
        if let port, port != defaultPort(scheme) { key += Array(":\(port)".utf8) }
        if target.first != UInt8(ascii: "/") { key.append(UInt8(ascii: "/")) }
        key += target.prefix { $0 != UInt8(ascii: "#") }
        return key
    }

    /// Host and port of an authority; nil when there is no host, or the port is no number.
    public static func hostAndPort(_ text: ArraySlice<UInt8>) -> (host: ArraySlice<UInt8>, port: Int?)? {
        var host = text
        var port: Int?
        let literalEnd = text.first == UInt8(ascii: "[") ? text.firstIndex(of: UInt8(ascii: "]")) : nil
        if let colon = text.lastIndex(of: UInt8(ascii: ":")), colon > literalEnd ?? text.startIndex {
            host = text[..<colon]
            let digits = text[(colon + 1)...]
            if !digits.isEmpty {
                guard digits.allSatisfy({ (0x30...0x39).contains($0) }),
                    let number = UInt16(String(decoding: digits, as: UTF8.self))
                else { return nil }
                port = Int(number)
            }
        }
        if host.last == dot { host = host.dropLast() }
        return host.isEmpty ? nil : (host, port)
    }

    private static func schemeEnd(_ text: ArraySlice<UInt8>) -> Int? {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), text.endIndex - colon >= 3,
            text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/"),
            colon > text.startIndex
        else { return nil }
        return colon
    }

    private static func defaultPort(_ scheme: [UInt8]) -> Int? {
        switch String(decoding: scheme, as: UTF8.self) {
        case "http": 80
        case "https": 443
        case "ftp": 21
        default: nil
        }
    }

    private static let dot = UInt8(ascii: ".")

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
    }
}
