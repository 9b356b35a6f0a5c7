import NetTypes
import TestSupport

/// Mail, with the file as an attachment in base64.
extension ObjectRoad {
    /// A letter with an attachment, with its line ends.
    static func letter(_ name: String, _ type: String, _ bytes: [UInt8]) -> String {
        let body = Text.lines(Text.base64(bytes), width: 76).split(separator: "\n").joined(separator: "\r\n")
        return [
            "From: nguoigui@ngoai.example", "To: canbo@tinh.example", "Subject: Bieu mau moi",
            "Date: Tue, 24 Nov 2026 08:00:00 +0700", "Message-ID: <48@ngoai.example>", "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=drill", "", "--drill",
            "Content-Type: text/plain; charset=utf-8", "", "Gửi anh chị biểu mẫu mới.", "--drill",
            "Content-Type: \(type); name=\"\(name)\"", "Content-Transfer-Encoding: base64",
            "Content-Disposition: attachment; filename=\"\(name)\"", "", body, "--drill--", "",
        ].joined(separator: "\r\n")
    }

    /// A zip archive with the file in it.
    static func zip(_ content: Content) -> [UInt8] {
        var zip = ZipBytes()
        zip.add("bieu-mau.com", content.bytes)
        return zip.bytes
    }

    func submission(_ letter: String, _ start: Timestamp) -> [Frame] {
        var talk = Conversation(client: "203.0.113.25", port, server: "198.51.100.25", 25, start: start)
        talk.handshake()
        talk.submit(letter)
        talk.close()
        return talk.frames
    }

    func fetch(_ content: Content, _ start: Timestamp) -> [Frame] {
        var talk = Conversation(client: "198.51.100.35", port, server: "203.0.113.143", 143, start: start)
        let letter = Self.letter("bieu-mau.com", "application/octet-stream", content.bytes)
        talk.handshake()
        talk.server(sends: "* PREAUTH IMAP4rev1 ready\r\n")
        talk.client(sends: "a1 NOOP\r\n")
        talk.server(sends: "a1 OK NOOP completed\r\n")
        talk.client(sends: "a2 SELECT INBOX\r\n")
        talk.server(
            sends: "* 1 EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen)\r\na2 OK [READ-WRITE] SELECT completed\r\n")
        talk.client(sends: "a3 FETCH 1 (BODY[])\r\n")
        talk.server(
            sends: "* 1 FETCH (BODY[] {\(letter.utf8.count)}\r\n" + letter + ")\r\na3 OK FETCH completed\r\n",
            segment: 200)
        talk.client(sends: "a4 LOGOUT\r\n")
        talk.server(sends: "* BYE\r\na4 OK LOGOUT completed\r\n")
        talk.close()
        return talk.frames
    }

    func retrieve(_ content: Content, _ start: Timestamp) -> [Frame] {
        var talk = Conversation(client: "198.51.100.36", port, server: "203.0.113.110", 110, start: start)
        let letter = Self.letter("bieu-mau.com", "application/octet-stream", content.bytes)
        talk.handshake()
        talk.server(sends: "+OK POP3 ready\r\n")
        let commands = [
            ("CAPA", "+OK\r\nUIDL\r\n."),
            ("APOP canbo 0123456789abcdef0123456789abcdef", "+OK 1 message"),
            ("LIST", "+OK 1 message\r\n1 \(letter.utf8.count)\r\n."),
            ("RETR 1", "+OK \(letter.utf8.count) octets\r\n" + letter + "."), ("QUIT", "+OK Bye"),
        ]
        for (command, reply) in commands {
            talk.client(sends: command + "\r\n")
            talk.server(sends: reply + "\r\n", segment: 200)
        }
        talk.close()
        return talk.frames
    }
}
