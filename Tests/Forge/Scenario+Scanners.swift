import TestSupport

extension Scenario {
    /// Questions of programs that look for weaknesses or guess passwords.
    static var scanners: [Scenario] { [webScanners, telephoneScan, passwordGuessing] }

    private static var webScanners: Scenario {
        var story = Story(port: 50010)
        func ask(_ target: String, _ agent: String, _ headers: [String] = []) {
            let lines =
                ["GET \(target) HTTP/1.1", "Host: dichvucong.example", "User-Agent: \(agent)"] + headers
            story.web(
                "203.0.113.98", "198.51.100.10", asks: lines.joined(separator: "\r\n") + "\r\n\r\n",
                gets: Text.response("<p>Không có</p>"))
        }
        ask("/tra-cuu?so=1", "sqlmap/1.7.2#stable (https://tools.example)")
        ask("/quan-tri/", "gobuster/3.6")
        ask("/", "Mozilla/5.00 (Nikto/2.1.6) (Evasions:None) (Test:map_codes)")
        ask("/acunetix-wvs-test-for-some-inexistent-file", "Mozilla/5.0", ["Acunetix-Product: drill"])
        ask("/", "masscan/1.3 (https://tools.example)")
        ask("/", "Mozilla/5.0 zgrab/0.x")
        ask("/", "Mozilla/5.0 (compatible; Nmap Scripting Engine; https://tools.example/nse.html)")
        story.web(
            "203.0.113.98", "198.51.100.10", 8000,
            asks: "GET /nice%20ports%2C/Tri%6Eity.txt%2ebak HTTP/1.0\r\n\r\n")
        return Scenario("recon/web-scanners", story.frames)
    }

    private static var telephoneScan: Scenario {
        var story = Story(port: 50030)
        for host in 85...86 {
            story.datagrams("203.0.113.97", "198.51.100.\(host)", 5060) { exchange in
                let lines = [
                    "OPTIONS sip:100@198.51.100.\(host) SIP/2.0",
                    "Via: SIP/2.0/UDP 203.0.113.97:5060;branch=z9hG4bK-48;rport",
                    "From: \"sipvicious\"<sip:100@192.0.2.1>;tag=48", "To: \"drill\"<sip:100@192.0.2.1>",
                    "Call-ID: 48\(host)", "CSeq: 1 OPTIONS", "User-Agent: friendly-scanner",
                    "Content-Length: 0", "", "",
                ]
                exchange.client(sends: Array(lines.joined(separator: "\r\n").utf8))
            }
        }
        return Scenario("recon/sip-scan", story.frames)
    }

    private static var passwordGuessing: Scenario {
        var story = Story(port: 50040)
        let attacker = "203.0.113.99"
        let hydra = [
            "POST /dang-nhap HTTP/1.0", "Host: dichvucong.example", "User-Agent: Mozilla/5.0 (Hydra)",
            "Content-Length: 18", "Content-Type: application/x-www-form-urlencoded", "",
            "ten=drill&ma=drill",
        ]
        story.web(attacker, "198.51.100.10", asks: hydra.joined(separator: "\r\n"))
        story.talk(attacker, "198.51.100.22", 22) { talk in
            talk.server(sends: "SSH-2.0-OpenSSH_9.2p1 drill\r\n")
            talk.client(sends: "SSH-2.0-MEDUSA_1.0\r\n")
        }
        let guess =
            "<struct><member><name>methodName</name><value><string>wp.getUsersBlogs</string></value>"
            + "</member><member><name>params</name><value>drill</value></member></struct>"
        story.web(
            attacker, "198.51.100.10",
            asks: Text.request(
                "POST", "/xmlrpc.php", host: "tin.example",
                body: "<methodCall><methodName>system.multicall</methodName><params>"
                    + String(repeating: guess, count: 3) + "</params></methodCall>"))
        return Scenario("credential/brute-force", story.frames)
    }
}
