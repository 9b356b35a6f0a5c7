import NetTypes

/// Fingerprints of clients by what they offer.
extension ClientHello {
    /// The version that is asked for: the newest of the list, or that of the message.
    var newestVersion: HandshakeVersion {
        let known = supportedVersions.filter { !HandshakeVersion.isGREASE($0) }
        // The numbers of DTLS count down.
        let newest = version.isDatagram ? known.min() : known.max()
        return newest.map { HandshakeVersion(rawValue: $0) } ?? version
    }

    /// The string of JA3: version, cipher suites, extensions, groups and point formats in decimal, without GREASE.
    /// Nil for the form of SSL 2, for which it is not defined.
    var ja3: String? {
        guard !isSSL2 else { return nil }
        return [
            String(version.rawValue), Self.joined(cipherSuites), Self.joined(extensions), Self.joined(groups),
            pointFormats.map { String($0) }.joined(separator: "-"),
        ].joined(separator: ",")
    }

    private static func joined(_ numbers: [UInt16]) -> String {
        numbers.filter { !HandshakeVersion.isGREASE($0) }.map { String($0) }.joined(separator: "-")
    }

    /// JA4 by its published description. `transport` is t, d or q.
    func ja4(_ transport: String) -> String {
        let suites = cipherSuites.filter { !HandshakeVersion.isGREASE($0) }
        let types = extensions.filter { !HandshakeVersion.isGREASE($0) }
        let signatures = signatureAlgorithms.filter { !HandshakeVersion.isGREASE($0) }
        let first =
            transport + newestVersion.ja4 + (types.contains(0) ? "d" : "i") + Self.twoDigits(suites.count)
            + Self.twoDigits(types.count) + Self.ends(of: protocols.first ?? [])
        // The server name and ALPN differ from site to site, so they are counted and not hashed.
        var hashed = Self.listed(types.filter { $0 != 0 && $0 != 16 }.sorted())
        if !signatures.isEmpty { hashed += "_" + Self.listed(signatures) }
        return [
            first, Self.hash(suites.isEmpty ? nil : Self.listed(suites.sorted())),
            Self.hash(types.isEmpty ? nil : hashed),
        ].joined(separator: "_")
    }

    private static func twoDigits(_ count: Int) -> String {
        let shown = min(count, 99)
        return shown < 10 ? "0\(shown)" : "\(shown)"
    }

    private static func listed(_ numbers: [UInt16]) -> String {
        numbers.map { [UInt8($0 >> 8), UInt8($0 & 0xff)].hexadecimal }.joined(separator: ",")
    }

    /// The first twelve hexadecimal digits of the SHA-256; zeros for an empty list.
    private static func hash(_ text: String?) -> String {
        guard let text else { return "000000000000" }
        return Digest.of(Array(text.utf8).span).prefix(6).hexadecimal
    }

    /// The first and last character of a protocol's name, or of its hexadecimal form when one is no letter or digit.
    private static func ends(of name: ArraySlice<UInt8>) -> String {
        guard let first = name.first, let last = name.last else { return "00" }
        if isAlphanumeric(first), isAlphanumeric(last) {
            return String(decoding: [first, last], as: UTF8.self)
        }
        return String([first].hexadecimal.prefix(1)) + String([last].hexadecimal.suffix(1))
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
    }
}
