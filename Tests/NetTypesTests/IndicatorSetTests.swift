import TestSupport
import Testing

@testable import NetTypes

@Suite("Sets of indicators")
struct IndicatorSetTests {
    private static func set(
        _ entries: [(IndicatorKind, String)], _ detail: IndicatorDetail = IndicatorDetail()
    ) -> IndicatorSet {
        var builder = IndicatorSetBuilder()
        _ = builder.begin(IndicatorList(name: "a", sha256: ""))
        for (kind, key) in entries { _ = builder.add(kind, Array(key.utf8)[...], detail) }
        return builder.finish()
    }

    private static func values(_ set: IndicatorSet, _ found: [Int]) -> [String] {
        found.map { set.sighting($0, at: .dnsQuery, seen: "").value }
    }

    @Test("Of a name itself and names that have it below, the longest counts")
    func domains() {
        let set = Self.set([
            (.domain, "evil.example"), (.domain, ".example"), (.domain, ".deep.evil.example"),
        ])
        let expected = [
            "evil.example": ["evil.example"], "EVIL.example.": ["evil.example"],
            "other.example": ["*.example"],
            "a.deep.evil.example": ["*.deep.evil.example"], "deep.evil.example": ["*.deep.evil.example"],
            "notevil.example": ["*.example"], "example": ["*.example"], "anexample": [], "": [], ".": [],
            "evil.example.org": [],
        ]
        for (name, values) in expected {
            #expect(Self.values(set, set.find(domain: name.utf8, at: .zero)) == values, "\(name)")
        }
    }

    @Test(
        "Random addresses are found by the longest of random prefixes, as a search through all of them says")
    func prefixes() throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<20 {
            var builder = IndicatorSetBuilder()
            _ = builder.begin(IndicatorList(name: "a", sha256: ""))
            var networks: [IPNetwork] = []
            for _ in 0..<40 {
                let isIPv6 = Bool.random(using: &random)
                let length = Int.random(in: 0...(isIPv6 ? 128 : 32), using: &random)
                let network = try #require(IPNetwork("\(Self.address(isIPv6, &random))/\(length)"))
                networks.append(network)
                let isAdded = builder.add(network, IndicatorDetail())
                #expect(isAdded)
            }
            let set = builder.finish()
            for _ in 0..<200 {
                let address = Self.address(Bool.random(using: &random), &random)
                let best = networks.filter { $0.contains(address) }.map(\.prefixLength).max()
                let found = Self.values(set, set.find(address, at: .zero)).map { IPNetwork($0) }
                #expect(found.count == (best == nil ? 0 : 1))
                #expect(found.allSatisfy { $0?.prefixLength == best && $0?.contains(address) == true })
            }
        }
    }

    /// Few of the bits differ, so that prefixes contain each other and addresses.
    private static func address(_ isIPv6: Bool, _ random: inout SeededGenerator) -> IPAddress {
        let low = UInt64.random(in: 0..<16, using: &random)
        if !isIPv6 { return IPAddress(ipv4: UInt32(low << 28 | low)) }
        return IPAddress(high: low << 60, low: low << 62 | low)
    }

    @Test("Random digests are found when they were added, and no others")
    func digests() {
        var random = SeededGenerator(seed: 6)
        var known: Set<[UInt8]> = []
        var builder = IndicatorSetBuilder()
        _ = builder.begin(IndicatorList(name: "a", sha256: ""))
        for _ in 0..<3000 {
            let digest = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
            known.insert(digest)
            _ = builder.add(.sha256, digest[...], IndicatorDetail())
        }
        let set = builder.finish()
        #expect(set.count == known.count)
        for digest in known {
            #expect(Self.values(set, set.find(.sha256, digest[...], at: .zero)) == [digest.hexadecimal])
            var other = digest
            other[31] ^= 1
            #expect(set.find(.sha256, other[...], at: .zero).isEmpty == !known.contains(other))
            #expect(set.find(.md5, digest[...], at: .zero) == [])
        }
    }

    @Test("A list has an indicator once, with what it said first; two lists have it twice")
    func lists() {
        var builder = IndicatorSetBuilder()
        var detail = IndicatorDetail()
        for list in ["a", "b"] {
            _ = builder.begin(IndicatorList(name: list, sha256: list))
            for comment in ["first", "second"] {
                detail.comment = comment
                _ = builder.add(.url, Array("http://evil.example/".utf8)[...], detail)
            }
        }
        let set = builder.finish()
        #expect(set.count == 2)
        #expect(set.duplicates == 2)
        let found = set.find(.url, Array("http://evil.example/".utf8)[...], at: .zero)
        let sightings = found.map { set.sighting($0, at: .httpURL, seen: "") }
        #expect(sightings.map(\.list.name) == ["a", "b"])
        #expect(sightings.map(\.detail.comment) == ["first", "first"])
        #expect(Set(found.map { set.fingerprint($0) }).count == 2)
    }

    @Test("What a list says of an indicator comes back as it was, long texts cut between characters")
    func details() {
        var detail = IndicatorDetail()
        (detail.severity, detail.confidence, detail.tlp) = (1, 0, "amber")
        (detail.category, detail.source) = ("malware", "nguồn")
        detail.comment = String(repeating: "ế", count: 500)
        detail.validUntil = Timestamp(nanoseconds: 17)
        let set = Self.set([(.ja4, "x")], detail)
        let found = set.find(.ja4, Array("x".utf8)[...], at: .zero)
        #expect(found.count == 1)
        var expected = detail
        expected.comment = String(repeating: "ế", count: IndicatorDetail.longestText / 3)
        #expect(found.map { set.sighting($0, at: .tlsJA4, seen: "").detail } == [expected])
    }

    @Test("An indicator means something up to its date, and not after it")
    func expiry() {
        var detail = IndicatorDetail()
        detail.validUntil = Timestamp(seconds: 100, nanoseconds: 0)
        let set = Self.set([(.domain, "evil.example")], detail)
        let last = Timestamp(seconds: 100, nanoseconds: 0)
        #expect(set.find(domain: "evil.example".utf8, at: last).count == 1)
        #expect(set.find(domain: "evil.example".utf8, at: last.advanced(by: 1)).isEmpty)
    }

    @Test("The number of an indicator in events follows from list and kind")
    func identity() {
        let set = Self.set([(.domain, "one.example"), (.domain, ".two.example")])
        let identities = ["one.example", "x.two.example"].flatMap { name in
            set.find(domain: name.utf8, at: .zero).map {
                set.sighting($0, at: .dnsQuery, seen: name).identity
            }
        }
        #expect(identities.map(\.name) == ["domain", "domain"])
        #expect(Set(identities.map(\.signatureID)).count == 1)
        #expect(identities.allSatisfy { (1 << 30...UInt32.max >> 1).contains($0.signatureID) })
        #expect(
            identities.map { $0.text("description") } == [
                "IOC domain one.example (list a)", "IOC domain *.two.example (list a)",
            ])
    }

    @Test("Keys that are empty or too long are refused, and so is what belongs to no list")
    func refusals() {
        var builder = IndicatorSetBuilder()
        let isHomeless = builder.add(.domain, Array("a.example".utf8)[...], IndicatorDetail())
        _ = builder.begin(IndicatorList(name: "a", sha256: ""))
        let isEmpty = builder.add(.domain, [], IndicatorDetail())
        let long = [UInt8](repeating: 0x61, count: IndicatorKey.longest + 1)
        let isLong = builder.add(.domain, long[...], IndicatorDetail())
        #expect([isHomeless, isEmpty, isLong] == [false, false, false])
        #expect(builder.finish().count == 0)
    }
}
