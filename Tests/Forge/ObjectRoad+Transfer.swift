import NetTypes
import TestSupport

/// FTP and TFTP, whose files go over flows of their own.
extension ObjectRoad {
    /// The server opens the data connection (RFC 959 section 3.2), and the client fetches the file.
    func active(_ content: Content, _ start: Timestamp) -> [Frame] {
        var talk = Conversation(client: "198.51.100.37", port, server: "203.0.113.21", 21, start: start)
        logIn(&talk)
        talk.client(sends: "PORT 198,51,100,37,195,80\r\n")
        talk.server(sends: "200 PORT command successful\r\n")
        talk.client(sends: "RETR bieu-mau.com\r\n")
        var data = Conversation(
            client: "203.0.113.21", 20, server: "198.51.100.37", 50000, start: talk.time, clientInitial: 9000)
        data.handshake()
        talk.time = data.time
        talk.server(sends: "150 Opening BINARY mode data connection (\(content.bytes.count) bytes)\r\n")
        data.time = talk.time
        data.client(sends: content.bytes, segment: 40)
        data.close()
        talk.time = data.time
        logOut(&talk)
        return .merged([talk.frames, data.frames])
    }

    /// The client opens the data connection, and stores a file.
    func passive(_ content: Content, _ start: Timestamp) -> [Frame] {
        var talk = Conversation(client: "203.0.113.83", port, server: "198.51.100.21", 21, start: start)
        logIn(&talk)
        talk.client(sends: "PASV\r\n")
        talk.server(sends: "227 Entering Passive Mode (198,51,100,21,195,90)\r\n")
        var data = Conversation(
            client: "203.0.113.83", port + 1000, server: "198.51.100.21", 50010, start: talk.time,
            clientInitial: 9000)
        data.handshake()
        talk.time = data.time
        talk.client(sends: "STOR bieu-mau.com\r\n")
        talk.server(sends: "150 Ok to send data\r\n")
        data.time = talk.time
        data.client(sends: content.bytes, segment: 40)
        data.close()
        talk.time = data.time
        logOut(&talk)
        return .merged([talk.frames, data.frames])
    }

    private func logIn(_ talk: inout Conversation) {
        talk.handshake()
        talk.server(sends: "220 FTP ready\r\n")
        let commands = [
            ("USER anonymous", "331 Please specify the password"), ("PASS canbo@", "230 Login successful"),
            ("TYPE I", "200 Switching to Binary mode"),
        ]
        for (command, reply) in commands {
            talk.client(sends: command + "\r\n")
            talk.server(sends: reply + "\r\n")
        }
    }

    private func logOut(_ talk: inout Conversation) {
        talk.server(sends: "226 Transfer complete\r\n")
        talk.client(sends: "QUIT\r\n")
        talk.server(sends: "221 Goodbye\r\n")
        talk.close()
    }

    /// A read in blocks of 32 bytes (RFC 1350, RFC 2348): no datagram has the whole file, and the server answers
    /// from a port of its own.
    func trivialRead(_ content: Content, _ start: Timestamp) -> [Frame] {
        let client = "198.51.100.38"
        var request = DatagramExchange(client: client, port, server: "203.0.113.69", 69, start: start)
        request.client(sends: [0, 1] + Array("bieu-mau.com\0octet\0blksize\u{0}32\0".utf8))
        var data = DatagramExchange(
            client: "203.0.113.69", 50069, server: client, port, start: request.time)
        data.client(sends: [0, 6] + Array("blksize\u{0}32\0".utf8))
        data.server(sends: [0, 4, 0, 0])
        for block in 0...content.bytes.count / 32 {
            let piece = content.bytes[(block * 32)..<min(block * 32 + 32, content.bytes.count)]
            data.client(sends: [0, 3, 0, UInt8(block + 1)] + piece)
            data.server(sends: [0, 4, 0, UInt8(block + 1)])
        }
        return .merged([request.frames, data.frames])
    }
}
