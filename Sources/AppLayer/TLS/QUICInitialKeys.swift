import NetTypes

/// The keys of the Initial packets of one direction (RFC 9001 section 5). They keep nobody out: they follow from the
/// identifier that is in the client's first packet.
struct QUICInitialKeys {
    let key: [UInt8]
    let iv: [UInt8]
    /// The key that hides the packet number.
    let headerKey: [UInt8]

    /// The keys of both directions.
    static func both(_ version: QUICVersion, _ destination: [UInt8]) -> (client: Self, server: Self) {
        let secret = HMACSHA256.code(destination, key: version.salt)
        return (
            Self(version, HMACSHA256.expand(secret, label: "client in", length: 32)),
            Self(version, HMACSHA256.expand(secret, label: "server in", length: 32))
        )
    }

    private init(_ version: QUICVersion, _ secret: [UInt8]) {
        key = HMACSHA256.expand(secret, label: version.label + " key", length: 16)
        iv = HMACSHA256.expand(secret, label: version.label + " iv", length: 12)
        headerKey = HMACSHA256.expand(secret, label: version.label + " hp", length: 16)
    }

    /// Removes the protection of a packet (RFC 9001 sections 5.3 and 5.4). `packetNumber` is where its number begins.
    /// Nil when these are not its keys.
    func open(_ packet: [UInt8], packetNumber start: Int) -> [UInt8]? {
        // The sample is taken as if the number had four bytes.
        guard start > 0, packet.count >= start + 4 + AES128.size,
            let mask = AES128.encrypt(Array(packet[start + 4..<start + 4 + AES128.size]), key: headerKey)
        else { return nil }
        var header = Array(packet[..<start])
        header[0] ^= mask[0] & 0x0f
        let width = Int(header[0] & 3) + 1
        var number: UInt64 = 0
        for index in 0..<width {
            let byte = packet[start + index] ^ mask[1 + index]
            header.append(byte)
            number = number << 8 | UInt64(byte)
        }
        // Initial packets are few, so the number is never long enough to have lost its upper part.
        var nonce = iv
        for index in 0..<8 { nonce[11 - index] ^= UInt8(truncatingIfNeeded: number >> UInt64(8 * index)) }
        return AES128.open(
            Array(packet[(start + width)...]), key: key, nonce: nonce, authenticating: header)
    }
}
