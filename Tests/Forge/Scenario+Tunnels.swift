import TestSupport

extension Scenario {
    /// Connections inside connections, and screens controlled from outside.
    static var tunnels: [Scenario] { [chisel, reverseProxy, hiddenSSH, anyDesk, openScreen, tunnelPage] }

    private static var chisel: Scenario {
        var story = Story(port: 43040)
        let upgrade = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"]
        let key = "Sec-WebSocket-Key: ZHJpbGwtZHJpbGwtZHJpbA=="
        story.talk("198.51.100.33", "203.0.113.70", 8080) { talk in
            talk.client(
                sends: Text.request(
                    "GET", "/", host: "203.0.113.70:8080",
                    headers: upgrade + [key, "Sec-WebSocket-Protocol: chisel-v3"]))
            let head = [
                "HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
                "Sec-WebSocket-Protocol: chisel-v3", "", "",
            ]
            talk.server(sends: head.joined(separator: "\r\n"))
            let greeting = Array("SSH-chisel-v3-server\r\n".utf8)
            talk.server(sends: [0x82, UInt8(greeting.count)] + greeting)
        }
        return Scenario("c2/chisel-tunnel", story.frames)
    }

    private static var reverseProxy: Scenario {
        func message(_ kind: Character, _ text: String) -> [UInt8] {
            Array(String(kind).utf8) + [0, 0, 0, 0, 0, 0, 0, UInt8(text.utf8.count)] + Array(text.utf8)
        }
        var story = Story(port: 43050)
        story.talk("198.51.100.34", "203.0.113.70", 7000) { talk in
            talk.client(
                sends: message(
                    "o",
                    #"{"version":"0.44.0","hostname":"","os":"linux","arch":"amd64","user":"","#
                        + #""privilege_key":"d411d411d411d411d411d411d411d411","timestamp":1795482000,"#
                        + #""run_id":"","metas":null,"pool_count":1}"#), segment: 60)
            talk.server(
                sends: message(
                    "1",
                    #"{"version":"0.44.0","run_id":"d411d411d411d411","server_udp_port":0,"error":""}"#))
        }
        return Scenario("c2/frp-tunnel", story.frames)
    }

    private static var hiddenSSH: Scenario {
        var story = Story(port: 43060)
        story.talk("198.51.100.35", "198.51.100.8", 8080) { talk in
            talk.client(sends: "CONNECT 203.0.113.23:443 HTTP/1.1\r\nHost: 203.0.113.23:443\r\n\r\n")
            talk.server(sends: "HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy.example\r\n\r\n")
            talk.server(sends: "SSH-2.0-Drill_1.0\r\n")
            talk.client(sends: "SSH-2.0-Drill_1.0\r\n")
        }
        return Scenario("c2/ssh-in-http", story.frames)
    }

    private static var anyDesk: Scenario {
        var traffic = HandshakeTraffic(seed: 43070)
        let certificate = DrillCertificate(
            subject: "AnyNet Relay", issuer: "AnyNet Root CA", serial: [0x20, 0x26], names: [])
        var flight = traffic.serverFlight()
        flight[1].body = TLSBytes.certificates([certificate.bytes(&traffic.noise)])
        var story = Story(port: 43070)
        story.talk("198.51.100.36", "203.0.113.71", 7070) { talk in
            talk.client(sends: TLSBytes.record(22, TLSBytes.message(1, traffic.clientHello())))
            talk.server(
                sends: flight.flatMap {
                    TLSBytes.record(22, TLSBytes.message($0.type, $0.body), version: 0x0303)
                })
        }
        return Scenario("c2/anydesk-session", story.frames)
    }

    private static var openScreen: Scenario {
        var story = Story(port: 43080)
        story.talk("203.0.113.72", "198.51.100.77", 5900) { talk in
            talk.server(sends: "RFB 003.008\n")
            talk.client(sends: "RFB 003.008\n")
            talk.server(sends: [1, 1])
            talk.client(sends: [1])
            talk.server(sends: [0, 0, 0, 0])
        }
        story.talk("203.0.113.72", "198.51.100.78", 5900) { talk in
            talk.server(sends: "RFB 003.003\n")
            talk.client(sends: "RFB 003.003\n")
            talk.server(sends: [0, 0, 0, 1])
        }
        return Scenario("c2/vnc-open", story.frames)
    }

    private static var tunnelPage: Scenario {
        var story = Story(port: 42010)
        let host = "dichvucong.example"
        story.talk("203.0.113.81", "198.51.100.10", 80) { talk in
            talk.client(sends: Text.request("GET", "/uploads/anh.aspx", host: host))
            talk.server(sends: Text.response("Georg says, " + "'All seems fine'", type: "text/html"))
            talk.client(
                sends: Text.request(
                    "POST", "/uploads/anh.aspx?cmd=connect&target=198.51.100.130&port=3389", host: host,
                    headers: ["X-CMD: CONNECT", "X-TARGET: 198.51.100.130", "X-PORT: 3389"]))
            talk.server(
                sends: "HTTP/1.1 200 OK\r\nServer: drill\r\nX-STATUS: OK\r\nContent-Length: 0\r\n\r\n")
        }
        return Scenario("webshell/tunnel-page", story.frames)
    }
}
