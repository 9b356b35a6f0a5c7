import NetTypes

/// The names that the event log has for the numbers of DNS, and how it writes bytes.
enum DNSText {
    /// The name of a record type (RFC 1035 section 3.2.2 and its successors); the number of one without a name.
    static func type(_ type: UInt16) -> String {
        types.first { $0.number == type }?.name ?? String(type)
    }

    /// The name of a response code (RFC 6895 section 2.3); the number of one without a name.
    static func code(_ code: UInt16) -> String {
        Int(code) < codes.count ? codes[Int(code)] : String(code)
    }

    /// Bytes of traffic as text: what is UTF-8 as it is, otherwise with what is not printable as `\xNN`. What is
    /// longer than `RecordValue.longestText` is cut off by the field.
    static func text(_ bytes: some Collection<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var escaped: [UInt8] = []
        for byte in bytes {
            if byte >= 0x20, byte < 0x7f {
                escaped.append(byte)
            } else {
                escaped.append(contentsOf: "\\x".utf8)
                escaped.append(contentsOf: [byte].hexadecimal.utf8)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static let codes = [
        "NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED", "YXDOMAIN", "YXRRSET", "NXRRSET",
        "NOTAUTH", "NOTZONE", "11", "12", "13", "14", "15", "BADVERS", "BADKEY", "BADTIME", "BADMODE",
        "BADNAME",
        "BADALG", "BADTRUNC",
    ]

    private static let types: [(number: UInt16, name: String)] = [
        (1, "A"), (2, "NS"), (3, "MD"), (4, "MF"), (5, "CNAME"), (6, "SOA"), (7, "MB"), (8, "MG"), (9, "MR"),
        (10, "NULL"), (11, "WKS"), (12, "PTR"), (13, "HINFO"), (14, "MINFO"), (15, "MX"), (16, "TXT"),
        (17, "RP"),
        (18, "AFSDB"), (19, "X25"), (20, "ISDN"), (21, "RT"), (22, "NSAP"), (23, "NSAPPTR"), (24, "SIG"),
        (25, "KEY"), (26, "PX"), (27, "GPOS"), (28, "AAAA"), (29, "LOC"), (30, "NXT"), (33, "SRV"),
        (34, "ATMA"),
        (35, "NAPTR"), (36, "KX"), (37, "CERT"), (38, "A6"), (39, "DNAME"), (41, "OPT"), (42, "APL"),
        (43, "DS"),
        (44, "SSHFP"), (45, "IPSECKEY"), (46, "RRSIG"), (47, "NSEC"), (48, "DNSKEY"), (49, "DHCID"),
        (50, "NSEC3"), (51, "NSEC3PARAM"), (52, "TLSA"), (55, "HIP"), (59, "CDS"), (60, "CDNSKEY"),
        (64, "SVCB"),
        (65, "HTTPS"), (99, "SPF"), (249, "TKEY"), (250, "TSIG"), (251, "IXFR"), (252, "AXFR"),
        (253, "MAILB"),
        (254, "MAILA"), (255, "ANY"), (256, "URI"), (257, "CAA"),
    ]
}
