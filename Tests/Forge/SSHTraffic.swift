import TestSupport

/// The plain packets of SSH (RFC 4253), with random values by seed. The values agree on no key.
struct SSHTraffic {
    /// Where random values come from, and what is encrypted after the key exchange.
    var noise: Ciphertext

    /// A packet without a MAC (section 6): the length, that of the padding, the payload, and padding up to a multiple
    /// of eight bytes.
    mutating func packet(_ payload: [UInt8]) -> [UInt8] {
        let short = 8 - (payload.count + 5) % 8
        let padding = short < 4 ? short + 8 : short
        return TLSBytes.number(payload.count + padding + 1, 4) + [UInt8(padding)] + payload
            + noise.bytes(padding)
    }

    /// KEXINIT (section 7.1) with the algorithms for key exchange, host keys, encryption, MACs and compression; the
    /// same for both directions.
    mutating func offer(
        _ exchanges: String, keys: String, ciphers: String, codes: String, compression: String
    ) -> [UInt8] {
        let lists = [
            exchanges, keys, ciphers, ciphers, codes, codes, compression, compression, "", "",
        ]
        let names = lists.flatMap { Self.string(Array($0.utf8)) }
        // A guess does not follow, and the last number is reserved.
        return packet([20] + noise.bytes(16) + names + [0, 0, 0, 0, 0])
    }

    /// The client's half of an exchange by elliptic curves (RFC 5656 section 4).
    mutating func exchange() -> [UInt8] {
        packet([30] + Self.string(noise.bytes(32)))
    }

    /// The server's half: its host key, its share, its signature.
    mutating func reply() -> [UInt8] {
        let name = Self.string(Array("ssh-ed25519".utf8))
        let key = Self.string(name + Self.string(noise.bytes(32)))
        let share = Self.string(noise.bytes(32))
        return packet([31] + key + share + Self.string(name + Self.string(noise.bytes(64))))
    }

    /// NEWKEYS, after which a direction is encrypted.
    mutating func newKeys() -> [UInt8] {
        packet([21])
    }

    /// Bytes behind their length (RFC 4251 section 5).
    private static func string(_ bytes: [UInt8]) -> [UInt8] {
        TLSBytes.vector(bytes, 4)
    }
}
