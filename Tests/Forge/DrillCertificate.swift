import TestSupport

/// A certificate (RFC 5280) that certifies nothing: its public key is the base point of the curve P-256, the private
/// key of which is 1, and its signature is noise.
struct DrillCertificate {
    /// The common name of whom it is about.
    let subject: String
    /// The common name of who issued it.
    let issuer: String
    /// Its serial number, without a sign bit.
    let serial: [UInt8]
    /// Other names of a server; empty for an authority.
    let names: [String]

    /// The certificate of a server, and that of the authority that issued it.
    static let chain = [
        DrillCertificate(
            subject: HandshakeTraffic.server, issuer: "CA cấp dưới (diễn tập)",
            serial: [0x20, 0x26, 0x11, 0x24],
            names: [HandshakeTraffic.server, "www." + HandshakeTraffic.server]),
        DrillCertificate(
            subject: "CA cấp dưới (diễn tập)", issuer: "CA gốc (diễn tập)", serial: [0x0d], names: []),
    ]

    private static let ecdsaWithSHA256: [UInt8] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2]
    private static let ecPublicKey: [UInt8] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1]
    private static let prime256v1: [UInt8] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7]
    private static let subjectAltName: [UInt8] = [0x55, 0x1d, 0x11]
    private static let basicConstraints: [UInt8] = [0x55, 0x1d, 0x13]

    /// The base point, uncompressed (SEC 2 section 2.4.2).
    private static let basePoint: [UInt8] = [
        0x04, 0x6b, 0x17, 0xd1, 0xf2, 0xe1, 0x2c, 0x42, 0x47, 0xf8, 0xbc, 0xe6, 0xe5, 0x63, 0xa4, 0x40,
        0xf2, 0x77, 0x03, 0x7d, 0x81, 0x2d, 0xeb, 0x33, 0xa0, 0xf4, 0xa1, 0x39, 0x45, 0xd8, 0x98, 0xc2,
        0x96, 0x4f, 0xe3, 0x42, 0xe2, 0xfe, 0x1a, 0x7f, 0x9b, 0x8e, 0xe7, 0xeb, 0x4a, 0x7c, 0x0f, 0x9e,
        0x16, 0x2b, 0xce, 0x33, 0x57, 0x6b, 0x31, 0x5e, 0xce, 0xcb, 0xb6, 0x40, 0x68, 0x37, 0xbf, 0x51,
        0xf5,
    ]

    /// Its DER, with a signature from noise.
    func bytes(_ noise: inout Ciphertext) -> [UInt8] {
        let algorithm = Self.sequence(Self.object(Self.ecdsaWithSHA256))
        let validity = Self.sequence(
            TLSBytes.der(0x17, Array("260101000000Z".utf8)) + TLSBytes.der(0x17, Array("271231235959Z".utf8)))
        let key = Self.sequence(
            Self.sequence(Self.object(Self.ecPublicKey) + Self.object(Self.prime256v1))
                + Self.bits(Self.basePoint))
        let version = TLSBytes.der(0xa0, TLSBytes.der(2, [2]))
        let body = version + TLSBytes.der(2, serial) + algorithm + TLSBytes.common(issuer) + validity
        let whole = Self.sequence(body + TLSBytes.common(subject) + key + TLSBytes.der(0xa3, extensions))
        return Self.sequence(whole + algorithm + Self.bits(Self.signature(&noise)))
    }

    /// An ECDSA signature by its form (RFC 3279 section 2.2.3): two numbers above zero.
    static func signature(_ noise: inout Ciphertext) -> [UInt8] {
        sequence(TLSBytes.der(2, [0x41] + noise.bytes(31)) + TLSBytes.der(2, [0x42] + noise.bytes(31)))
    }

    private var extensions: [UInt8] {
        let isAuthority = names.isEmpty
        let constraints = Self.sequence(isAuthority ? TLSBytes.der(1, [0xff]) : [])
        let critical = TLSBytes.der(1, [0xff])
        var list = Self.sequence(
            Self.object(Self.basicConstraints) + critical + TLSBytes.der(4, constraints))
        if !isAuthority {
            let names = Self.sequence(names.flatMap { TLSBytes.der(0x82, Array($0.utf8)) })
            list += Self.sequence(Self.object(Self.subjectAltName) + TLSBytes.der(4, names))
        }
        return Self.sequence(list)
    }

    private static func sequence(_ content: [UInt8]) -> [UInt8] { TLSBytes.der(0x30, content) }
    private static func object(_ identifier: [UInt8]) -> [UInt8] { TLSBytes.der(6, identifier) }
    private static func bits(_ content: [UInt8]) -> [UInt8] { TLSBytes.der(3, [0] + content) }
}
