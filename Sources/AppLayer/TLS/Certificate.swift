import NetTypes
import SwiftASN1

/// What a certificate says (RFC 5280 section 4.1). Nothing in it is verified or trusted.
struct Certificate {
    /// Its distinguished names, as text; nil when they do not parse.
    private(set) var subject: String?
    private(set) var issuer: String?
    /// The bytes of its serial number, with the sign's byte.
    private(set) var serial: ArraySlice<UInt8> = []
    /// The time it is valid from and to, in UTC.
    private(set) var notBefore: String?
    private(set) var notAfter: String?
    /// Its alternative names, at most `mostNames` of them.
    private(set) var alternativeNames: [String] = []
    /// Digests of its bytes.
    let sha1: [UInt8]
    let sha256: [UInt8]
    /// False when its structure does not parse; the digests hold all the same.
    private(set) var isWhole = false

    /// Certificates of a chain that are looked at; servers send two to five.
    static let longestChain = 16
    /// Bytes of a certificate whose structure is read: it takes some hundred bytes of memory for each two of DER.
    static let largest = 32 << 10
    /// Alternative names kept; the public authorities allow 100.
    static let mostNames = 256

    /// Reads a certificate message up to TLS 1.2 (RFC 5246 section 7.4.2); false when it does not parse to its end or
    /// is over a limit.
    static func chain(_ body: ArraySlice<UInt8>) -> (chain: [Certificate], isWhole: Bool) {
        var reader = HandshakeReader(body)
        guard let list = reader.vector(3) else { return ([], false) }
        var certificates = HandshakeReader(list)
        var chain: [Certificate] = []
        while chain.count < longestChain, let bytes = certificates.vector(3) {
            chain.append(Certificate(bytes))
        }
        return (chain, reader.isAtEnd && certificates.isAtEnd && chain.allSatisfy(\.isWhole))
    }

    /// Reads one certificate in DER.
    init(_ bytes: ArraySlice<UInt8>) {
        let copy = Array(bytes)
        sha1 = Digest.of(copy.span, .sha1)
        sha256 = Digest.of(copy.span)
        guard copy.count <= Self.largest, let root = try? DER.parse(copy),
            let body = Self.first(root),
            var fields = Self.children(body)
        else { return }
        isWhole = read(&fields)
    }

    /// Reads the fields in their order; false when one is missing.
    private mutating func read(_ fields: inout ASN1NodeCollection.Iterator) -> Bool {
        var next = fields.next()
        if let node = next, node.identifier.tagClass == .contextSpecific { next = fields.next() }
        guard let number = next, case .primitive(let serial) = number.content else { return false }
        self.serial = serial
        guard fields.next() != nil, let issuer = fields.next(), let validity = fields.next(),
            let subject = fields.next(), fields.next() != nil
        else { return false }
        self.issuer = DistinguishedName.text(issuer)
        self.subject = DistinguishedName.text(subject)
        if var times = Self.children(validity) {
            notBefore = times.next().flatMap { CertificateTime.text($0) }
            notAfter = times.next().flatMap { CertificateTime.text($0) }
        }
        while let node = fields.next() {
            guard node.identifier.tagClass == .contextSpecific, node.identifier.tagNumber == 3 else {
                continue
            }
            guard let list = Self.first(node), let extensions = Self.children(list) else {
                return false
            }
            if !readExtensions(extensions) { return false }
        }
        return self.issuer != nil && self.subject != nil && notBefore != nil && notAfter != nil
    }

    /// Looks for the alternative names (RFC 5280 section 4.2.1.6).
    private mutating func readExtensions(_ extensions: ASN1NodeCollection.Iterator) -> Bool {
        var extensions = extensions
        while let node = extensions.next() {
            guard var parts = Self.children(node), let type = parts.next(),
                case .primitive(let id) = type.content
            else {
                return false
            }
            guard id.elementsEqual([0x55, 0x1d, 0x11]) else { continue }
            var value = parts.next()
            if value?.identifier == .boolean { value = parts.next() }
            guard let value, case .primitive(let encoded) = value.content, let list = try? DER.parse(encoded),
                let names = Self.children(list)
            else { return false }
            if !readNames(names) { return false }
        }
        return true
    }

    private mutating func readNames(_ names: ASN1NodeCollection.Iterator) -> Bool {
        var names = names
        while let name = names.next() {
            guard name.identifier.tagClass == .contextSpecific, case .primitive(let bytes) = name.content
            else { continue }
            guard alternativeNames.count < Self.mostNames else { return false }
            switch name.identifier.tagNumber {
            case 1, 2, 6:
                alternativeNames.append(
                    String(decoding: bytes.prefix(RecordValue.longestText), as: UTF8.self))
            case 7:
                guard let address = Self.address(bytes) else { return false }
                alternativeNames.append(address)
            default: break
            }
        }
        return true
    }

    private static func address(_ bytes: ArraySlice<UInt8>) -> String? {
        let words = [bytes.prefix(8), bytes.dropFirst(8)].map {
            $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        switch bytes.count {
        case 4: return IPAddress(ipv4: UInt32(truncatingIfNeeded: words[0])).description
        case 16: return IPAddress(high: words[0], low: words[1]).description
        default: return nil
        }
    }

    private static func first(_ node: ASN1Node) -> ASN1Node? {
        var nodes = children(node)
        return nodes?.next()
    }

    private static func children(_ node: ASN1Node) -> ASN1NodeCollection.Iterator? {
        guard case .constructed(let nodes) = node.content else { return nil }
        return nodes.makeIterator()
    }
}
