import NetTypes
import Scan
import Sensor
import TestSupport
import Testing

@Suite("Indicators in the traffic")
struct IndicatorTests {
    /// A set of one list.
    static func set(_ add: (inout IndicatorSetBuilder) -> Void) -> IndicatorSet {
        var builder = IndicatorSetBuilder()
        _ = builder.begin(IndicatorList(name: "test", sha256: "ab"))
        add(&builder)
        return builder.finish()
    }

    /// A set of one indicator: a digest or fingerprint in hexadecimal, a network, or a text in its normal form.
    static func set(_ kind: IndicatorKind, _ value: String, _ detail: IndicatorDetail = IndicatorDetail())
        -> IndicatorSet
    {
        set { builder in
            switch kind {
            case .sha256, .md5, .ja3: _ = builder.add(kind, bytes(value)[...], detail)
            case .domain, .url, .ja4: _ = builder.add(kind, Array(value.utf8)[...], detail)
            case .address, .network: if let network = IPNetwork(value) { _ = builder.add(network, detail) }
            }
        }
    }

    private static func bytes(_ text: String) -> [UInt8] {
        let digits = Array(text)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
    }

    /// The sightings in a capture of ours.
    static func sightings(_ capture: String, _ set: IndicatorSet) throws -> [Detection] {
        let findings = try Findings.of(
            savefile: "\(Repository.root)/captures/\(capture)/traffic.pcap", nil, indicators: set)
        #expect(findings.statistics.indicators.detections == UInt64(findings.detections.count))
        return findings.detections
    }

    static let eicar = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f"

    @Test(
        "Each kind is met where it stands",
        arguments: [
            ("malware/eicar-http", IndicatorKind.sha256, eicar, "file.sha256", eicar),
            (
                "malware/eicar-http", .md5, "44d88612fea8a8f36de82e1278abb02f", "file.md5",
                "44d88612fea8a8f36de82e1278abb02f"
            ),
            ("malware/eicar-http", .domain, "tailieu.example", "http.host", "tailieu.example"),
            (
                "malware/eicar-http", .url, "http://tailieu.example/tai-lieu/bieu-mau.com", "http.url",
                "http://tailieu.example/tai-lieu/bieu-mau.com"
            ),
            (
                "malware/eicar-http", .url, "https://tailieu.example/tai-lieu/bieu-mau.com", "http.url",
                "https://tailieu.example/tai-lieu/bieu-mau.com"
            ),
            ("malware/eicar-http", .address, "203.0.113.66", "flow.dst", "203.0.113.66"),
            ("malware/eicar-http", .network, "198.51.100.0/24", "flow.src", "198.51.100.31"),
            ("encrypted/tls-1.3", .network, "2001:db8:66::/48", "flow.src", "2001:db8:66::121"),
            ("encrypted/tls-1.3", .domain, ".example", "tls.sni", "cong-dich-vu.example"),
            (
                "encrypted/tls-1.3", .ja3, "00c78a96daa3eca54b0cf3c0b5a17233", "tls.ja3",
                "00c78a96daa3eca54b0cf3c0b5a17233"
            ),
            (
                "encrypted/tls-1.3", .ja4, "t13d0609h2_afc876883d02_78a2b149a2c3", "tls.ja4",
                "t13d0609h2_afc876883d02_78a2b149a2c3"
            ),
            ("encrypted/quic-initial", .domain, "cong-dich-vu.example", "quic.sni", "cong-dich-vu.example"),
            (
                "encrypted/quic-initial", .ja3, "120d89863f2629c5feba330309085ff6", "quic.ja3",
                "120d89863f2629c5feba330309085ff6"
            ),
            (
                "encrypted/quic-initial", .ja4, "q13d0610h3_afc876883d02_e7b21aff341b", "quic.ja4",
                "q13d0610h3_afc876883d02_e7b21aff341b"
            ),
            ("benign/name-lookups", .domain, "dichvucong.example", "dns.query", "dichvucong.example"),
            ("objects/mail-zip", .sha256, eicar, "file.sha256", eicar),
            ("objects/http2-prior-knowledge", .sha256, eicar, "file.sha256", eicar),
        ])
    func kinds(capture: String, kind: IndicatorKind, value: String, place: String, seen: String) throws {
        let found = try Self.sightings(capture, Self.set(kind, value))
        let sightings = found.compactMap(\.indicator)
        #expect(!sightings.isEmpty)
        #expect(Set(sightings.map(\.kind)) == [kind])
        #expect(Set(sightings.map(\.place.rawValue)) == [place])
        #expect(Set(sightings.map(\.seen)) == [seen])
        #expect(Set(found.map(\.flow.id)).count == found.count, "once for each flow")
        #expect(found.allSatisfy { $0.rule.namespace == "ioc/test" && $0.rule.name == kind.name })
        #expect(found.allSatisfy { $0.firstFrame > 0 && $0.lastFrame >= $0.firstFrame })
    }

    @Test("What no list has is not met, and nothing is counted without lists")
    func nothing() throws {
        for kind in IndicatorKind.allCases {
            let value = [
                IndicatorKind.sha256: String(repeating: "00", count: 32),
                .md5: String(repeating: "00", count: 16),
                .ja3: String(repeating: "00", count: 16), .address: "192.0.2.255", .network: "192.0.2.128/25",
            ][kind]
            #expect(
                try Self.sightings("malware/eicar-http", Self.set(kind, value ?? "other.example")) == [],
                "\(kind)")
        }
        let path = "\(Repository.root)/captures/malware/eicar-http/traffic.pcap"
        #expect(try Findings.of(savefile: path, nil).findings.statistics.indicators == IndicatorStatistics())
    }

    /// A flow that asks three times for one page of each of so many servers.
    private static func requests(_ hosts: Int) -> [Frame] {
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        for _ in 0..<3 {
            for host in 0..<hosts {
                talk.client(sends: "GET /x HTTP/1.1\r\nHost: n\(host).evil.example\r\n\r\n")
                talk.server(sends: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            }
        }
        talk.close()
        return talk.frames
    }

    @Test("A flow reports an indicator once, and only so many different ones")
    func onceForEachFlow() throws {
        let one = try Findings.of(Self.requests(1), nil, indicators: Self.set(.domain, ".evil.example"))
        #expect(one.detections.count == 1)
        #expect(one.statistics.indicators.repeats == 2)
        #expect(one.flows.map(\.alerted) == [true])
        let many = Self.set { builder in
            for host in 0..<300 {
                _ = builder.add(.domain, Array("n\(host).evil.example".utf8)[...], IndicatorDetail())
            }
        }
        let all = try Findings.of(Self.requests(300), nil, indicators: many)
        #expect(all.detections.count == 256)
        #expect(all.statistics.indicators.limited == 3 * (300 - 256))
        #expect(all.statistics.indicators.repeats == 2 * 256)
    }

    @Test("One that has expired when the packet came is not met; one that has not is")
    func expiry() throws {
        var detail = IndicatorDetail()
        let frames = Self.requests(1)
        let first = try #require(frames.first?.header.timestamp)
        detail.validUntil = first.advanced(by: -1)
        let late = try Findings.of(frames, nil, indicators: Self.set(.address, "203.0.113.9", detail))
        #expect(late.detections.isEmpty)
        detail.validUntil = first
        let early = try Findings.of(frames, nil, indicators: Self.set(.address, "203.0.113.9", detail))
        #expect(early.detections.count == 1)
    }

    @Test("A request to a proxy names the whole address, and a server may be named by its address")
    func proxy() throws {
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 3128)
        talk.handshake()
        talk.client(sends: "GET http://Evil.example:80/x HTTP/1.1\r\nHost: evil.example\r\n\r\n")
        talk.server(sends: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        talk.client(sends: "GET /y HTTP/1.1\r\nHost: 192.0.2.77:8080\r\n\r\n")
        talk.server(sends: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        talk.close()
        let url = try Findings.of(talk.frames, nil, indicators: Self.set(.url, "http://evil.example/x"))
        #expect(url.detections.compactMap(\.indicator?.seen) == ["http://evil.example/x"])
        let host = try Findings.of(talk.frames, nil, indicators: Self.set(.network, "192.0.2.0/24"))
        let places = host.detections.compactMap(\.indicator?.place)
        #expect(places == [.httpHost])
    }

    @Test("Rules and indicators find side by side")
    func withRules() throws {
        let path = "\(Repository.root)/captures/malware/eicar-http/traffic.pcap"
        let rules = try Repository.rules()
        let (alone, _) = try Findings.of(savefile: path, rules)
        let both = try Findings.of(savefile: path, rules, indicators: Self.set(.sha256, Self.eicar))
        #expect(both.detections.filter { $0.indicator == nil } == alone.detections)
        #expect(both.detections.count { $0.indicator != nil } == 1)
        #expect(both.statistics.scan == alone.statistics.scan)
        #expect(both.statistics.detections == UInt64(both.detections.count))
        #expect(both.statistics.brokenLaws == [])
    }
}
