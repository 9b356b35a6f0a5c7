/// Who logs in: the fields of an NTLM AUTHENTICATE message (MS-NLMP section 2.2.1.3).
struct SMBLogin {
    var domain: String
    var user: String
    var host: String

    init(domain: String, user: String, host: String) {
        self.domain = Self.cut(domain)
        self.user = Self.cut(user)
        self.host = Self.cut(host)
    }

    /// Names of accounts and machines have no more than 256 characters (MS-SAMR section 3.1.1.6); this is the same
    /// in the longest UTF-8 that they can have.
    private static func cut(_ text: String) -> String {
        text.utf8.count <= 768 ? text : String(decoding: text.utf8.prefix(768), as: UTF8.self)
    }

    /// Looks for the message in a security blob, whose ASN.1 around it need not be understood for that. Nil without
    /// one, or when its fields leave the blob.
    init?(blob: ArraySlice<UInt8>) {
        let signature: [UInt8] = [0x4e, 0x54, 0x4c, 0x4d, 0x53, 0x53, 0x50, 0, 3, 0, 0, 0]
        guard let start = Self.find(signature, blob) else { return nil }
        let message = SMBBytes(Array(blob[start...]))
        let isUnicode = (message.long(60) ?? 1) & 1 != 0
        func field(_ at: Int) -> String? {
            guard let length = message.word(at), let offset = message.long(at + 4) else { return nil }
            guard isUnicode else {
                return message.slice(Int(offset), Int(length)).map { String(decoding: $0, as: UTF8.self) }
            }
            return message.text(Int(offset), Int(length))
        }
        guard let domain = field(28), let user = field(36), let host = field(44) else { return nil }
        self.init(domain: domain, user: user, host: host)
    }

    private static func find(_ pattern: [UInt8], _ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= pattern.count else { return nil }
        for start in bytes.startIndex...bytes.endIndex - pattern.count
        where bytes[start] == pattern[0] && bytes[start..<start + pattern.count].elementsEqual(pattern) {
            return start
        }
        return nil
    }
}
