import NetTypes
import TestSupport
import Testing

@Suite struct NetworkDirectoryTests {
    private static func unit(
        _ id: String, _ networks: [String], from: String? = nil, to: String? = nil,
        payload: PayloadPolicy = .keep
    ) -> NetworkUnit {
        NetworkUnit(
            id: id, name: id, kind: .other, level: 1, payload: payload,
            networks: networks.compactMap { IPNetwork($0) }, from: from.flatMap { Day($0) },
            to: to.flatMap { Day($0) })
    }

    private func find(_ directory: NetworkDirectory, _ address: String, on day: String = "2026-06-01") throws
        -> String?
    {
        let time = try #require(Day(day)).start
        return directory.unit(of: try #require(IPAddress(address)), at: time)?.id
    }

    @Test func `the longest network that contains an address decides`() throws {
        let directory = NetworkDirectory([
            Self.unit("all", ["0.0.0.0/0"]), Self.unit("ward", ["192.0.2.0/24", "2001:db8::/32"]),
            Self.unit("room", ["192.0.2.64/26", "2001:db8:1::/48"]), Self.unit("host", ["192.0.2.70"]),
        ])
        #expect(try find(directory, "192.0.2.1") == "ward")
        #expect(try find(directory, "192.0.2.64") == "room")
        #expect(try find(directory, "192.0.2.70") == "host")
        #expect(try find(directory, "192.0.2.71") == "room")
        #expect(try find(directory, "192.0.2.127") == "room")
        #expect(try find(directory, "192.0.2.128") == "ward")
        #expect(try find(directory, "198.51.100.1") == "all")
        #expect(try find(directory, "2001:db8:1::1") == "room")
        #expect(try find(directory, "2001:db8:2::1") == "ward")
        #expect(try find(directory, "2001:db9::1") == nil)
        #expect(directory.networkCount == 6)
    }

    @Test func `validity counts by capture time, both days included`() throws {
        let directory = NetworkDirectory([
            Self.unit("old", ["192.0.2.0/25"], to: "2025-06-30"),
            Self.unit("new", ["192.0.2.0/25"], from: "2025-07-01", to: "2026-12-31"),
            Self.unit("around", ["192.0.2.0/24"]),
        ])
        #expect(try find(directory, "192.0.2.1", on: "1999-01-01") == "old")
        #expect(try find(directory, "192.0.2.1", on: "2025-06-30") == "old")
        #expect(try find(directory, "192.0.2.1", on: "2025-07-01") == "new")
        let end = try #require(Day("2026-12-31")).end
        let address = try #require(IPAddress("192.0.2.1"))
        #expect(directory.unit(of: address, at: end.advanced(by: -1))?.id == "new")
        // Without one that is valid, the network around decides.
        #expect(directory.unit(of: address, at: end)?.id == "around")
        #expect(directory.overlaps.isEmpty)
    }

    @Test func `one network for two units at the same time is an overlap, a longer one inside is none`() {
        let directory = NetworkDirectory([
            Self.unit("a", ["192.0.2.0/24", "198.51.100.0/24"], from: "2026-01-01", to: "2026-06-30"),
            Self.unit("b", ["192.0.2.0/24"], from: "2026-06-30"),
            Self.unit("c", ["198.51.100.0/24"], from: "2026-07-01"),
            Self.unit("d", ["192.0.2.0/25"]),
        ])
        #expect(directory.overlaps.map { [$0.first, $0.second] } == [[0, 1]])
        #expect(directory.overlaps.map(\.network) == [IPNetwork("192.0.2.0/24")])
    }

    @Test func `an empty directory knows nobody`() throws {
        #expect(NetworkDirectory().isEmpty)
        #expect(try find(NetworkDirectory(), "192.0.2.1") == nil)
        #expect(NetworkDirectory([Self.unit("none", [])]).isEmpty)
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `it finds what looking at every network finds`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var units: [NetworkUnit] = []
        var taken: Set<IPNetwork> = []
        for index in 0..<300 {
            let isIPv6 = Bool.random(using: &random)
            let length = Int.random(in: 0...(isIPv6 ? 40 : 32), using: &random)
            let tail = UInt32.random(in: 0...255, using: &random)
            let text =
                isIPv6
                ? "2001:db8:\(String(tail, radix: 16))::/\(length)" : "192.0.\(tail & 3).\(tail)/\(length)"
            guard let network = IPNetwork(text), taken.insert(network).inserted else { continue }
            let from = Bool.random(using: &random) ? "2026-03-01" : nil
            units.append(Self.unit("u\(index)", ["\(network.address)/\(network.prefixLength)"], from: from))
        }
        let directory = NetworkDirectory(units)
        #expect(directory.networkCount == units.count)
        for _ in 0..<2_000 {
            let low = UInt32.random(in: 0...1_023, using: &random)
            let address =
                Bool.random(using: &random)
                ? IPAddress(ipv4: 0xc000_0000 + low)
                : IPAddress(high: 0x2001_0db8_0000_0000 + UInt64(low) << 16, low: 1)
            let day = Bool.random(using: &random) ? "2026-01-01" : "2026-06-01"
            let time = Day(day)?.start ?? .zero
            let naive = units.filter { unit in
                unit.networks[0].contains(address) && (unit.from.map { $0.start <= time } ?? true)
            }.max { $0.networks[0].prefixLength < $1.networks[0].prefixLength }
            #expect(directory.unit(of: address, at: time) === naive, "seed \(seed), \(address)")
        }
    }

    @Test func `the more severe payload policy of both ends counts`() {
        var flow = FlowContext(
            id: FlowID(rawValue: 1), client: Endpoint(address: .zero, port: 1),
            server: Endpoint(address: .zero, port: 2), transport: .tcp, vlans: VLANStack(), tunnelDepth: 0,
            communityID: "")
        #expect(flow.payload == .keep)
        flow.clientUnit = Self.unit("a", [], payload: .hash)
        #expect(flow.payload == .hash)
        flow.serverUnit = Self.unit("b", [], payload: .keep)
        #expect(flow.payload == .hash)
        flow.serverUnit = Self.unit("c", [], payload: .none)
        #expect(flow.payload == .none)
        #expect(flow.senderUnit(.toServer)?.id == "a")
        #expect(flow.senderUnit(.toClient)?.id == "c")
    }
}
