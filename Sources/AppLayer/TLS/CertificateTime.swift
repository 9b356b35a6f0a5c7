import SwiftASN1

/// Writes the times of certificates (RFC 5280 section 4.1.2.5) as "2020-01-01T00:00:00".
enum CertificateTime {
    /// The text; nil when it is not a time in UTC to the second.
    static func text(_ node: ASN1Node) -> String? {
        guard case .primitive(let bytes) = node.content, bytes.last == 0x5a else { return nil }
        var digits = Array(bytes.dropLast())
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        switch (node.identifier.tagNumber, digits.count) {
        case (23, 12): digits = Array((digits[0] >= 0x35 ? "19" : "20").utf8) + digits
        case (24, 14): break
        default: return nil
        }
        let text = digits.map { String(Unicode.Scalar($0)) }
        return text[0..<4].joined() + "-" + text[4..<6].joined() + "-" + text[6..<8].joined() + "T"
            + text[8..<10].joined() + ":" + text[10..<12].joined() + ":" + text[12..<14].joined()
    }
}
