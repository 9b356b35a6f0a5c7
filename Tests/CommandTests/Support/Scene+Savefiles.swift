import NetTypes
import TestSupport

extension Scene {
    /// A savefile whose frames were cut after 60 bytes when it was made.
    static var snappedSavefile: [UInt8] {
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        talk.client(sends: String(repeating: "long ", count: 100))
        return SavefileBytes.pcap(talk.frames.map { $0.snapped(to: 60) })
    }

    /// A savefile of two flows, TCP first: the client's stream has a hole of 5 bytes, the server says nothing.
    static var gappySavefile: [UInt8] {
        var talk = Conversation(client: "2001:db8::7", 40000, server: "2001:db8::9", 443)
        talk.handshake()
        talk.put(.toServer, at: 0, "hello")
        talk.lose(.toServer, bytes: 10)
        talk.put(.toServer, at: 10, "world")
        talk.acknowledge(.toServer)
        talk.close()
        var lookup = DatagramExchange(client: "198.51.100.7", 5353, server: "203.0.113.53", 53)
        lookup.wait(nanoseconds: 60_000_000_000)
        lookup.client(sends: Array("who?".utf8))
        return SavefileBytes.pcap([Frame].merged([talk.frames, lookup.frames]))
    }
}
