import NetTypes

/// What a list calls the type of an indicator.
enum IndicatorType: Equatable, Sendable {
    /// One of our kinds.
    case kind(IndicatorKind)
    /// An address or a network, as its value says.
    case addressOrNetwork
    /// A value of two parts with a bar between: the first, or the second, is of a type that we look for.
    indirect case part(Int, IndicatorType)
    /// Something that the sensor does not see.
    case unsupported

    /// A type by its name in any letter case; nil when nobody calls a type so.
    init?(_ name: some StringProtocol) {
        let plain = name.lowercased().filter { $0 != " " && $0 != "_" && $0 != "-" && $0 != ":" }
        guard let known = Self.names[plain] else { return nil }
        self = known
    }

    /// The names without blanks, dashes, underscores and colons.
    private static let names: [String: IndicatorType] = {
        var names: [String: IndicatorType] = [:]
        func add(_ type: IndicatorType, _ list: String) {
            for name in list.split(separator: " ") { names[String(name)] = type }
        }
        add(.kind(.sha256), "sha256 sha256hash hashsha256 filehashsha256 filesha256 sha2")
        add(.kind(.md5), "md5 md5hash hashmd5 filehashmd5 filemd5")
        add(.kind(.domain), "domain domainname hostname host fqdn name dns")
        add(
            .addressOrNetwork,
            "ip ipv4 ipv6 address addr ipaddr ipaddress ipsrc ipdst ipv4addr ipv6addr ipv4address")
        add(.addressOrNetwork, "network net cidr subnet netblock iprange prefix")
        add(.kind(.url), "url uri")
        add(.kind(.ja3), "ja3 ja3fingerprintmd5 ja3fingerprint ja3hash ja3md5")
        add(.kind(.ja4), "ja4 ja4fingerprint ja4hash")
        add(.part(1, .kind(.sha256)), "filename|sha256")
        add(.part(1, .kind(.md5)), "filename|md5 malwaresample")
        add(.part(0, .addressOrNetwork), "ipsrc|port ipdst|port ip|port ipport")
        add(.part(0, .kind(.domain)), "domain|ip hostname|port domain|port")
        add(
            .unsupported,
            "sha1 sha512 sha384 sha224 sha512/256 ssdeep tlsh imphash vhash authentihash pehash cdhash")
        add(
            .unsupported,
            "email emailsrc emaildst emailaddr emailsubject filename filepath mutex regkey yara sigma")
        add(
            .unsupported, "filename|sha1 asn as vulnerability jarm hasshmd5 hasshservermd5 useragent btc port"
        )
        add(.unsupported, "snort comment text other link externallink x509fingerprintsha1 x509fingerprintmd5")
        add(
            .unsupported,
            "x509fingerprintsha256 pdb patterninfile patternintraffic cve filehashsha1 sha1hash ja3s")
        return names
    }()
}
