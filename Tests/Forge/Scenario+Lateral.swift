import TestSupport

extension Scenario {
    /// From one machine inside to the next.
    static var lateralMovement: [Scenario] { [remoteService, wormSpread, ransomNotes] }

    private static let client = "198.51.100.90"
    private static let pipes = #"\\198.51.100.60\IPC$"#

    private static var remoteService: Scenario {
        var story = Story(port: 51010)
        func service(_ name: String, _ command: String) {
            story.share(client, pipes) { share in
                share.open("svcctl", size: nil)
                let bind = Payload.serviceBind
                share.write(bind, at: 0)
                share.write(Payload.serviceCreate(name, command), at: bind.count)
            }
        }
        service("PSEXE" + "SVC", "%SystemRoot%\\PSEXE" + "SVC.exe")
        service(
            "dientap", #"%COMSPEC% /Q /c echo dien-tap ^> \\127.0.0.1\C$\__output 2^>^&1 > drill.bat"#)
        story.share(client, #"\\198.51.100.60\ADMIN$"#) { share in
            let text = Array("dien tap\r\n".utf8)
            share.open("__1795482000.1234567", size: text.count)
            share.read(text, at: 0)
        }
        return Scenario("lateral/remote-service", story.frames)
    }

    private static var wormSpread: Scenario {
        var story = Story(port: 51020)
        story.share(client, #"\\198.51.100.60\C$"#) { share in
            share.open("WINDOWS\\dientap.bin", size: nil)
            share.write(
                Payload.program(
                    [".text"],
                    strings: ["Microsoft Security Center " + "(2.0) Service", "mssec" + "svc.exe", "drill"]),
                at: 0)
        }
        story.datagrams(client, "198.51.100.2", 53) { exchange in
            let name = "www.iuqerfsodp9ifjaposdfjhgosurijfaewrwergwea.example"
            exchange.client(sends: NameMessage.query(name, identifier: 0x7100))
            exchange.server(
                sends: NameMessage.answer(name, identifier: 0x7100, data: [203, 0, 113, 10]))
        }
        return Scenario("lateral/worm-spread", story.frames)
    }

    private static var ransomNotes: Scenario {
        var story = Story(port: 51030)
        let address = "http://" + String(repeating: "drilldrill", count: 5) + "drilla.onion/"
        func leave(_ name: String, _ lines: [String]) {
            story.share(client, #"\\tep.example\chung"#) { share in
                share.open(name, size: nil)
                share.write(Array(lines.joined(separator: "\r\n").utf8), at: 0)
            }
        }
        leave(
            "HOW_TO_DECRYPT_FILES.txt",
            [
                "This is a drill. All your files have been encrypted.", "Go to \(address)",
                "Your personal ID: DRILL-2026-1128",
            ])
        leave(
            "HUONG_DAN_GIAI_MA.html",
            [
                "<p>Đây là diễn tập. Toàn bộ dữ liệu của bạn đã bị mã hóa.</p>",
                "<p>Truy cập \(address)</p>", "<p>Mã số của bạn: DRILL-2026-1129</p>",
            ])
        return Scenario("malware/ransom-notes", story.frames)
    }
}
