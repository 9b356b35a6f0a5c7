import NetTypes
import TestSupport

extension Scenario {
    /// The test string again, each time on a road that a careless engine loses it on.
    static var evasion: [Scenario] {
        [tinySegments, overlap, wrap, ipv4Fragments, stackedTags, ipv6Fragments]
    }

    private static let eicar = Array(Payload.eicar.utf8)

    /// One byte a segment, shuffled by seed, every third sent twice.
    private static var tinySegments: Scenario {
        var talk = Conversation(client: "203.0.113.66", 46001, server: "198.51.100.20", 9001)
        var generator = SeededGenerator(seed: 46001)
        var order = Array(eicar.indices)
        order.shuffle(using: &generator)
        talk.handshake()
        for (index, offset) in order.enumerated() {
            talk.put(.toServer, at: offset, [eicar[offset]])
            if index % 3 == 0 { talk.put(.toServer, at: offset, [eicar[offset]]) }
        }
        talk.acknowledge(.toServer)
        talk.close()
        return Scenario("evasion/eicar-tiny-segments", talk.frames)
    }

    /// Segments that overlap with equal bytes, the second half first.
    private static var overlap: Scenario {
        var talk = Conversation(client: "203.0.113.66", 46002, server: "198.51.100.20", 9001)
        talk.handshake()
        for range in [40..<68, 30..<50, 10..<45, 0..<20, 0..<68] {
            talk.put(.toServer, at: range.lowerBound, Array(eicar[range]))
        }
        talk.acknowledge(.toServer)
        talk.close()
        return Scenario("evasion/eicar-overlap", talk.frames)
    }

    /// Sequence numbers that pass 2³² inside the string, in reverse order, in a flow whose handshake is not there.
    private static var wrap: Scenario {
        var talk = Conversation(
            client: "203.0.113.66", 46003, server: "198.51.100.20", 9001, clientInitial: 0xffff_ffc0)
        talk.client(sends: "midstream: ")
        let base = talk.sent(.toServer)
        for start in stride(from: 60, through: 0, by: -10) {
            talk.put(.toServer, at: base + start, Array(eicar[start..<min(start + 10, eicar.count)]))
        }
        talk.acknowledge(.toServer)
        talk.close()
        return Scenario("evasion/eicar-wrap-midstream", talk.frames)
    }

    /// A UDP datagram in IPv4 fragments, the last one first.
    private static var ipv4Fragments: Scenario {
        var talk = DatagramExchange(client: "203.0.113.66", 46004, server: "198.51.100.20", 69)
        talk.client(sends: [0, 3, 0, 1] + eicar)
        let pieces = talk.frames[0].fragmented(size: 24, identification: 0x4604)
        return Scenario("evasion/eicar-ipv4-fragments", Array(pieces.reversed()).inArrivalOrder())
    }

    /// An 802.1ad tag around an 802.1Q tag, with timestamps and padding.
    private static var stackedTags: Scenario {
        var talk = Conversation(client: "203.0.113.66", 46005, server: "198.51.100.20", 9001)
        talk.framing = FrameBuilder(vlans: [200, 17])
        talk.framing.pads = true
        talk.usesTimestamps = true
        talk.handshake()
        talk.client(sends: eicar, segment: 16)
        talk.close()
        return Scenario("evasion/eicar-stacked-vlan", talk.frames)
    }

    /// TCP over IPv6, its data segments in fragments that arrive out of order.
    private static var ipv6Fragments: Scenario {
        var talk = Conversation(client: "2001:db8:66::66", 46006, server: "2001:db8:20::20", 9001)
        talk.handshake()
        talk.client(sends: "tep dau tien: ")
        talk.client(sends: eicar, segment: 40)
        talk.close()
        let frames = talk.frames.enumerated().flatMap { index, frame in
            frame.bytes.count > 100
                ? frame.fragmented(size: 16, identification: UInt32(index)).reversed() : [frame]
        }
        return Scenario("evasion/eicar-ipv6-fragments", frames.inArrivalOrder())
    }
}
