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
