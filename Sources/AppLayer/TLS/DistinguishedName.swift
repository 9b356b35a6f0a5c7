import NetTypes
import SwiftASN1

/// Writes distinguished names (RFC 5280 section 4.1.2.4) as the event log has them: "C=VN, O=…, CN=…".
enum DistinguishedName {
    /// Attributes that are written; names have fewer than ten.
    private static let mostAttributes = 64
    /// Bytes of one attribute that are written; the standard's upper bounds are all below it.
    private static let longestAttribute = 512

    /// The short names of attribute types, by the bytes of their identifiers.
    private static let names: [(id: [UInt8], name: String)] = [
        ([0x55, 4, 3], "CN"), ([0x55, 4, 4], "SN"), ([0x55, 4, 5], "serialNumber"), ([0x55, 4, 6], "C"),
        ([0x55, 4, 7], "L"), ([0x55, 4, 8], "ST"), ([0x55, 4, 9], "street"), ([0x55, 4, 10], "O"),
        ([0x55, 4, 11], "OU"), ([0x55, 4, 12], "title"), ([0x55, 4, 13], "description"),
        ([0x55, 4, 15], "businessCategory"), ([0x55, 4, 17], "postalCode"), ([0x55, 4, 42], "GN"),
        ([0x55, 4, 97], "organizationIdentifier"),
        ([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 1], "emailAddress"),
        ([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 2], "unstructuredName"),
        ([0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 1, 1], "UID"),
        ([0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 1, 25], "DC"),
        ([0x2b, 6, 1, 4, 1, 0x82, 0x37, 0x3c, 2, 1, 1], "jurisdictionL"),
        ([0x2b, 6, 1, 4, 1, 0x82, 0x37, 0x3c, 2, 1, 2], "jurisdictionST"),
        ([0x2b, 6, 1, 4, 1, 0x82, 0x37, 0x3c, 2, 1, 3], "jurisdictionC"),
    ]

    /// The text; nil when it does not parse or has too many attributes.
    static func text(_ node: ASN1Node) -> String? {
        guard case .constructed(let sets) = node.content else { return nil }
        var parts: [String] = []
        for set in sets {
            guard case .constructed(let pairs) = set.content else { return nil }
            for pair in pairs {
                guard parts.count < mostAttributes, case .constructed(let fields) = pair.content else {
                    return nil
                }
                var iterator = fields.makeIterator()
                guard let type = iterator.next(), case .primitive(let id) = type.content,
                    let value = iterator.next(),
                    case .primitive(let bytes) = value.content
                else { return nil }
                parts.append(
                    name(id) + "=" + string(bytes.prefix(longestAttribute), value.identifier.tagNumber))
            }
        }
        return parts.joined(separator: ", ")
    }

    private static func name(_ id: ArraySlice<UInt8>) -> String {
        names.first { id.elementsEqual($0.id) }?.name ?? dotted(id)
    }

    /// An object identifier in numbers (X.690 section 8.19). One that does not fit is cut short.
    static func dotted(_ id: ArraySlice<UInt8>) -> String {
        var numbers: [UInt64] = []
        var value: UInt64 = 0
        for byte in id.prefix(64) {
            guard value <= UInt64.max >> 7 else { break }
            value = value << 7 | UInt64(byte & 0x7f)
            guard byte & 0x80 == 0 else { continue }
            if numbers.isEmpty {
                let first = min(value / 40, 2)
                numbers = [first, value - first * 40]
            } else {
                numbers.append(value)
            }
            value = 0
        }
        return numbers.map { String($0) }.joined(separator: ".")
    }

    /// Text of one of ASN.1's string types, by its tag.
    private static func string(_ bytes: ArraySlice<UInt8>, _ tag: UInt) -> String {
        switch tag {
        case 30:
            var reader = HandshakeReader(bytes)
            return String(decoding: reader.uint16s(), as: UTF16.self)
        case 28:
            var reader = HandshakeReader(bytes)
            var text = ""
            while let number = reader.number(4) {
                text.unicodeScalars.append(
                    UInt32(exactly: number).flatMap { Unicode.Scalar($0) } ?? "\u{fffd}")
            }
            return text
        case 20:
            // By the letter T.61, in practice Latin-1.
            return bytes.reduce(into: "") { $0.unicodeScalars.append(Unicode.Scalar($1)) }
        default: return String(decoding: bytes, as: UTF8.self)
        }
    }
}
