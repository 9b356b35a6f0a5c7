import TestSupport

extension Conversation {
    /// Hands one letter to a mail server, from its greeting to the last good-bye.
    mutating func submit(_ letter: String) {
        server(sends: "220 thu.tinh.example ESMTP\r\n")
        let commands = [
            ("EHLO thu.ngoai.example", "250-thu.tinh.example\r\n250 8BITMIME"),
            ("MAIL FROM:<nguoigui@ngoai.example>", "250 OK"), ("RCPT TO:<canbo@tinh.example>", "250 OK"),
            ("DATA", "354 Go ahead"),
        ]
        for (command, reply) in commands {
            client(sends: command + "\r\n")
            server(sends: reply + "\r\n")
        }
        client(sends: letter + ".\r\n", segment: 200)
        server(sends: "250 Queued\r\n")
        client(sends: "QUIT\r\n")
        server(sends: "221 Bye\r\n")
    }
}

extension Conversation {
    /// A mail program takes the one letter of a mailbox, over IMAP (RFC 3501).
    mutating func fetchLetter(_ letter: String) {
        server(sends: "* PREAUTH IMAP4rev1 ready\r\n")
        client(sends: "a1 SELECT INBOX\r\n")
        server(
            sends: "* 1 EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen)\r\na1 OK [READ-WRITE] SELECT completed\r\n")
        client(sends: "a2 FETCH 1 (BODY[])\r\n")
        server(sends: "* 1 FETCH (BODY[] {\(letter.utf8.count)}\r\n" + letter + ")\r\n", segment: 600)
        server(sends: "a2 OK FETCH completed\r\n")
        client(sends: "a3 LOGOUT\r\n")
        server(sends: "* BYE\r\na3 OK LOGOUT completed\r\n")
    }
}
