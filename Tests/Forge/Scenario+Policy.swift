import NetTypes
import TestSupport

extension Scenario {
    /// What the house does not allow: passwords in the clear, services that nobody needs here.
    static var policy: [Scenario] {
        [webPassword, transferPassword, mailPasswords, terminalPassword, socksProxy, peers]
    }

    private static var webPassword: Scenario {
        var visit = WebVisit("198.51.100.71", from: 55001, to: "198.51.100.13", 8080, host: "quantri.example")
        visit.get(
            "/", headers: ["Authorization: Basic " + Text.base64(Array("canbo:dien-tap".utf8))])
        return Scenario("policy/clear-password-web", visit.frames)
    }

    /// Lines that are said and answered by turns, after the server's greeting.
    private static func dialogue(
        _ port: UInt16, _ serverPort: UInt16, greeting: String, _ lines: [(said: String, answer: String)]
    ) -> [Frame] {
        var talk = Conversation(client: "198.51.100.72", port, server: "203.0.113.72", serverPort)
        talk.handshake()
        talk.server(sends: greeting + "\r\n")
        for line in lines {
            talk.client(sends: line.said + "\r\n")
            talk.server(sends: line.answer + "\r\n")
        }
        talk.close()
        return talk.frames
    }

    private static var transferPassword: Scenario {
        Scenario(
            "policy/clear-password-ftp",
            dialogue(
                55011, 21, greeting: "220 FTP ready",
                [
                    ("USER canbo", "331 Please specify the password"),
                    ("PASS dien-tap", "230 Login successful"), ("QUIT", "221 Goodbye"),
                ]),
            dialogue(
                55012, 21, greeting: "220 FTP ready",
                [
                    ("USER ftpadmin", "331 Please specify the password"),
                    ("PASS dien-tap", "530 Login incorrect"), ("QUIT", "221 Goodbye"),
                ]))
    }

    private static var mailPasswords: Scenario {
        let name = Text.base64(Array("canbo@tinh.example".utf8))
        let word = Text.base64(Array("dien-tap".utf8))
        let both = Text.base64(Array("\0canbo\0dien-tap".utf8))
        return Scenario(
            "policy/clear-password-mail",
            dialogue(
                55021, 110, greeting: "+OK POP3 ready",
                [("USER canbo", "+OK"), ("PASS dien-tap", "+OK 0 messages"), ("QUIT", "+OK Bye")]),
            dialogue(
                55022, 143, greeting: "* OK IMAP4rev1 ready",
                [
                    ("a1 LOGIN canbo dien-tap", "a1 OK LOGIN completed"),
                    ("a2 LOGOUT", "* BYE\r\na2 OK LOGOUT completed"),
                ]),
            dialogue(
                55025, 143, greeting: "* OK IMAP4rev1 ready",
                [
                    (#"1 login "canbo" "dien-tap""#, "1 OK LOGIN completed"),
                    ("2 capability", "* CAPABILITY IMAP4rev1\r\n2 OK CAPABILITY completed"),
                ]),
            dialogue(
                55023, 25, greeting: "220 thu.example ESMTP",
                [
                    ("EHLO may1.example", "250-thu.example\r\n250 AUTH PLAIN LOGIN"),
                    ("AUTH PLAIN \(both)", "235 OK"), ("QUIT", "221 Bye"),
                ]),
            dialogue(
                55024, 25, greeting: "220 thu.example ESMTP",
                [
                    ("EHLO may1.example", "250-thu.example\r\n250 AUTH PLAIN LOGIN"),
                    ("AUTH LOGIN", "334 VXNlcm5hbWU6"), (name, "334 UGFzc3dvcmQ6"), (word, "235 OK"),
                    ("QUIT", "221 Bye"),
                ]))
    }

    /// The server offers, asks for a name that it echoes letter by letter, and for a password that it does not.
    private static var terminalPassword: Scenario {
        var talk = Conversation(client: "198.51.100.73", 55031, server: "198.51.100.1", 23)
        talk.handshake()
        talk.server(sends: [0xff, 0xfb, 1, 0xff, 0xfb, 3, 0xff, 0xfd, 24, 0xff, 0xfd, 31])
        talk.client(sends: [0xff, 0xfd, 1, 0xff, 0xfd, 3, 0xff, 0xfc, 24, 0xff, 0xfc, 31])
        talk.server(sends: "\r\nUsername: ")
        for letter in "canbo".utf8 {
            talk.client(sends: [letter])
            talk.server(sends: [letter])
        }
        talk.client(sends: "\r\n")
        talk.server(sends: "\r\nPassword: ")
        talk.client(sends: "dien-tap\r\n", segment: 1)
        talk.server(sends: "\r\nthiet-bi#")
        talk.close()
        return Scenario("policy/clear-password-telnet", talk.frames)
    }

    private static var socksProxy: Scenario {
        func talk(_ port: UInt16, _ lines: [(said: [UInt8], answer: [UInt8])]) -> [Frame] {
            var talk = Conversation(client: "198.51.100.74", port, server: "203.0.113.74", 1080)
            talk.handshake()
            for line in lines {
                talk.client(sends: line.said)
                talk.server(sends: line.answer)
            }
            talk.close()
            return talk.frames
        }
        let host = Array("www.example.org".utf8)
        let granted: [UInt8] = [5, 0, 0, 1, 0, 0, 0, 0, 0, 0]
        let password: [UInt8] = [1, 5] + Array("canbo".utf8) + [8] + Array("dien-tap".utf8)
        return Scenario(
            "policy/socks-proxy",
            talk(
                55041,
                [([5, 1, 0], [5, 0]), ([5, 1, 0, 3, UInt8(host.count)] + host + [1, 0xbb], granted)]),
            talk(55042, [([5, 2, 0, 2], [5, 0]), ([5, 1, 0, 1, 192, 0, 2, 9, 0, 80], granted)]),
            talk(
                55043,
                [([5, 1, 2], [5, 2]), (password, [1, 0]), ([5, 1, 0, 1, 192, 0, 2, 9, 0, 80], granted)]))
    }

    private static var peers: Scenario {
        let name = [UInt8](repeating: 0x44, count: 20)
        var peer = Conversation(client: "198.51.100.75", 55051, server: "203.0.113.75", 6881)
        peer.handshake()
        peer.client(sends: [19] + Array("BitTorrent protocol".utf8) + [UInt8](repeating: 0, count: 8) + name)
        peer.close()
        var tracker = WebVisit("198.51.100.75", from: 55052, to: "203.0.113.76", 6969, host: "drill.invalid")
        tracker.get("/announce?info_hash=" + String(repeating: "%44", count: 20) + "&port=6881&peer_id=drill")
        var table = DatagramExchange(client: "198.51.100.75", 55053, server: "203.0.113.77", 6881)
        table.client(sends: Array("d1:ad2:id20:".utf8) + name + Array("e1:q4:ping1:t2:aa1:y1:qe".utf8))
        table.server(sends: Array("d1:rd2:id20:".utf8) + name + Array("5:nodes0:e1:t2:aa1:y1:re".utf8))
        return Scenario("policy/bittorrent", peer.frames, tracker.frames, table.frames)
    }
}
