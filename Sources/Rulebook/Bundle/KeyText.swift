import Foundation
import NetTypes

/// Ed25519 keys as other programs write them too: PEM around PKCS 8 and SubjectPublicKeyInfo (RFC 8410). All keys of
/// this kind have the same bytes before their own, so nothing is parsed.
public enum KeyText {
    private static let privateHead: [UInt8] = [
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]
    private static let publicHead: [UInt8] = [
        0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
    ]

    /// The private half as text. A secret.
    public static func text(_ key: SigningKey) -> String { pem("PRIVATE KEY", privateHead + key.bytes) }

    /// The public half as text.
    public static func text(_ key: VerifyingKey) -> String { pem("PUBLIC KEY", publicHead + key.bytes) }

    /// The private half in a text; nil when there is none of this kind.
    public static func signingKey(_ text: [UInt8]) -> SigningKey? {
        content("PRIVATE KEY", text, privateHead).flatMap { SigningKey($0) }
    }

    /// The public half in a text; nil when there is none of this kind.
    public static func verifyingKey(_ text: [UInt8]) -> VerifyingKey? {
        content("PUBLIC KEY", text, publicHead).flatMap { VerifyingKey($0) }
    }

    private static func pem(_ label: String, _ bytes: [UInt8]) -> String {
        "-----BEGIN \(label)-----\n\(Data(bytes).base64EncodedString())\n-----END \(label)-----\n"
    }

    private static func content(_ label: String, _ text: [UInt8], _ head: [UInt8]) -> [UInt8]? {
        let lines = String(decoding: text, as: UTF8.self).split { $0.isNewline }.map(String.init)
        guard let start = lines.firstIndex(of: "-----BEGIN \(label)-----"),
            let end = lines[start...].firstIndex(of: "-----END \(label)-----"), start < end,
            let data = Data(base64Encoded: lines[(start + 1)..<end].joined())
        else { return nil }
        let bytes = Array(data)
        return bytes.starts(with: head) ? Array(bytes.dropFirst(head.count)) : nil
    }
}
