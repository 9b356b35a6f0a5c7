import NetTypes
import TestSupport

extension Scenario {
    /// Conversations that begin in the clear and go on encrypted. In each direction of each, bytes that stand for
    /// encrypted ones hold the anti-malware test string.
    static var encrypted: [Scenario] { [certificate, keyShare, secureShell, quicInitial, datagramTLS] }

    /// TLS 1.2, with the server's chain of certificates in the clear.
    private static var certificate: Scenario {
        var traffic = HandshakeTraffic(seed: 49001)
        var talk = Conversation(client: "203.0.113.120", 49001, server: "198.51.100.10", 443)
        func record(_ type: UInt8, _ content: [UInt8]) -> [UInt8] {
            TLSBytes.record(type, content, version: 0x0303)
        }
        talk.handshake()
        talk.client(sends: TLSBytes.record(22, TLSBytes.message(1, traffic.clientHello(["h2", "http/1.1"]))))
        let flight = traffic.serverFlight(protocols: ["http/1.1"])
        talk.server(sends: flight.flatMap { record(22, TLSBytes.message($0.type, $0.body)) })
        let exchange = traffic.clientKeyExchange()
        let change = record(20, [1])
        talk.client(
            sends: record(22, TLSBytes.message(exchange.type, exchange.body)) + change
                + record(22, traffic.noise.bytes(40)))
        talk.server(sends: change + record(22, traffic.noise.bytes(40)))
        talk.client(sends: record(23, traffic.noise.marked(400)))
        talk.server(sends: record(23, traffic.noise.marked(5000)))
        talk.close()
        return Scenario("encrypted/tls-1.2-certificate", talk.frames)
    }

    /// TLS 1.3, where all that follows the hellos is encrypted.
    private static var keyShare: Scenario {
        var traffic = HandshakeTraffic(seed: 49002)
        var talk = Conversation(client: "2001:db8:66::121", 49002, server: "2001:db8:20::10", 443)
        func record(_ type: UInt8, _ content: [UInt8]) -> [UInt8] {
            TLSBytes.record(type, content, version: 0x0303)
        }
        let session = traffic.noise.bytes(32)
        let hello = traffic.clientHello13(["h2", "http/1.1"], session: session)
        let answer = traffic.serverHello13(session: session)
        // ChangeCipherSpec means nothing here; it is sent for old middleboxes (RFC 8446 appendix D.4).
        let change = record(20, [1])
        talk.handshake()
        talk.client(sends: TLSBytes.record(22, TLSBytes.message(1, hello)))
        talk.server(
            sends: record(22, TLSBytes.message(2, answer)) + change + record(23, traffic.noise.bytes(2600)),
            segment: 1428)
        talk.client(sends: change + record(23, traffic.noise.bytes(53)))
        talk.client(sends: record(23, traffic.noise.marked(300)))
        talk.server(sends: record(23, traffic.noise.marked(4000)), segment: 1428)
        talk.close()
        return Scenario("encrypted/tls-1.3", talk.frames)
    }

    /// SSH up to NEWKEYS, then a session.
    private static var secureShell: Scenario {
        var traffic = SSHTraffic(noise: Ciphertext(seed: 49003))
        var talk = Conversation(client: "203.0.113.122", 49003, server: "198.51.100.22", 22)
        talk.handshake()
        talk.server(sends: "SSH-2.0-OpenSSH_9.2p1 drill\r\n")
        talk.client(sends: "SSH-2.0-Drill_1.0\r\n")
        talk.client(
            sends: traffic.offer(
                "curve25519-sha256,ecdh-sha2-nistp256,ext-info-c", keys: "ssh-ed25519,rsa-sha2-512",
                ciphers: "chacha20-poly1305@openssh.com,aes128-ctr", codes: "hmac-sha2-256,hmac-sha1",
                compression: "none,zlib@openssh.com"))
        talk.server(
            sends: traffic.offer(
                "curve25519-sha256,diffie-hellman-group14-sha256", keys: "ssh-ed25519",
                ciphers: "chacha20-poly1305@openssh.com,aes256-gcm@openssh.com",
                codes: "hmac-sha2-256-etm@openssh.com,hmac-sha2-256", compression: "none"))
        talk.client(sends: traffic.exchange())
        talk.server(sends: traffic.reply() + traffic.newKeys() + traffic.noise.bytes(44))
        talk.client(sends: traffic.newKeys() + traffic.noise.bytes(44))
        for length in [136, 84] {
            talk.client(sends: traffic.noise.marked(length))
            talk.server(sends: traffic.noise.marked(length * 8))
        }
        talk.close()
        return Scenario("encrypted/ssh-session", talk.frames)
    }
}
