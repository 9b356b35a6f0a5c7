import Drills
import NetTypes
import Testing

@Suite("Networks that stand for others")
struct AddressMapTests {
    private func map(_ pairs: (String, String)...) throws -> AddressMap {
        var map = AddressMap()
        for (from, to) in pairs {
            #expect(map.add(try #require(IPNetwork(from)), try #require(IPNetwork(to))))
        }
        return map
    }

    @Test("The host stays, the network changes, and the longer prefix counts")
    func replace() throws {
        let map = try map(
            ("198.51.100.0/24", "192.0.2.0/24"), ("198.51.100.7/32", "203.0.113.9/32"),
            ("2001:db8:1::/48", "2001:db8:2::/48"))
        for (from, to) in [
            ("198.51.100.8", "192.0.2.8"), ("198.51.100.7", "203.0.113.9"), ("198.51.101.7", "198.51.101.7"),
            ("2001:db8:1::5:6", "2001:db8:2::5:6"), ("2001:db8:3::5", "2001:db8:3::5"),
        ] {
            #expect(map(try #require(IPAddress(from))).description == to)
        }
    }

    @Test("All addresses may change places, and a map of everything keeps each host")
    func whole() throws {
        let map = try map(("0.0.0.0/0", "0.0.0.0/0"), ("::/0", "::/0"))
        for text in ["1.2.3.4", "2001:db8::1"] {
            #expect(map(try #require(IPAddress(text))).description == text)
        }
    }

    @Test("Pairs that do not fit are refused")
    func refused() throws {
        var map = try map(("10.0.0.0/8", "11.0.0.0/8"))
        let pairs = [("10.0.0.0/8", "12.0.0.0/8"), ("1.0.0.0/8", "2.0.0.0/9"), ("1.0.0.0/8", "2001::/8")]
        for (from, to) in pairs {
            #expect(!map.add(try #require(IPNetwork(from)), try #require(IPNetwork(to))))
        }
        #expect(map.entries.count == 1)
    }
}
