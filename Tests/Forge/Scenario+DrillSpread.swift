import TestSupport

extension Scenario {
    /// From one machine inside to the next.
    static var spreadDrill: [Scenario] { [ransomware, guessedPassword, guessedInside] }

    /// A program from a letter's link, a worm between departments, and notes that ask for money.
    private static var ransomware: Scenario {
        var day = DrillDay(port: 57001)
        day.everyday(
            until: 1140, pace: 26, seed: 57001, ["192.0.2.101", "192.0.2.118", "192.0.2.134", "192.0.2.149"])
        let (first, second, third) = ("192.0.2.100", "192.0.2.117", "192.0.2.133")
        var zip = ZipBytes()
        zip.add("hoa-don.pdf.exe", Payload.program(["UPX0", "UPX1"], strings: ["drill"]))
        day.web(
            at: 60, first, "203.0.113.66", asks: Text.request("GET", "/hoa-don.zip", host: "hoadon.example"),
            gets: Text.response(zip.bytes, type: "application/zip"))
        spread(from: first, to: second, at: 300, in: &day)
        day.share(at: 340, first, second, "C$") { share in
            share.open("WINDOWS\\dientap.bin", size: nil)
            share.write(
                Payload.program(
                    [".text"],
                    strings: ["Microsoft Security Center " + "(2.0) Service", "mssec" + "svc.exe", "drill"]),
                at: 0)
        }
        spread(from: second, to: third, at: 540, in: &day)
        day.datagrams(at: 600, second, "198.51.100.2", 53) { exchange in
            let name = "www.iuqerfsodp9ifjaposdfjhgosurijfaewrwergwea.example"
            exchange.client(sends: NameMessage.query(name, identifier: 0x7100))
            exchange.server(sends: NameMessage.answer(name, identifier: 0x7100, data: [203, 0, 113, 10]))
        }
        let address = "http://" + String(repeating: "drilldrill", count: 5) + "drilla.onion/"
        for (start, machine, number) in [(900, second, 1), (930, third, 2)] {
            let note = [
                "<p>Đây là diễn tập. Toàn bộ dữ liệu của bạn đã bị mã hóa.</p>", "<p>Truy cập \(address)</p>",
                "<p>Mã số của bạn: DRILL-2026-\(number)000</p>",
            ]
            day.share(at: start, machine, "198.51.100.60", "chung") { share in
                share.open("HUONG_DAN_GIAI_MA_\(number == 1 ? "A" : "B").html", size: nil)
                share.write(Array(note.joined(separator: "\r\n").utf8), at: 0)
            }
        }
        return Scenario("drills/smb-ransomware", day)
    }

    /// The one message by which the worm enters; what would follow is left out.
    private static func spread(
        from source: String, to target: String, at second: Int, in day: inout DrillDay
    ) {
        day.talk(at: second, source, target, 445) { talk in
            talk.client(sends: Payload.treeConnect(host: target))
            talk.server(sends: Payload.smb(command: 0x75, [0, 0, 0]))
            talk.client(sends: Payload.trans2(subcommand: 0x0e))
            talk.server(sends: Payload.smb(command: 0x32, [0, 0, 0]))
        }
    }

    /// What the sensor at the edge of the data centre sees: passwords are guessed until one fits.
    private static var guessedPassword: Scenario {
        var day = DrillDay(port: 57201)
        day.everyday(until: 780, pace: 28, seed: 57201, ["203.0.113.149", "192.0.2.6", "192.0.2.102"])
        let (attacker, gateway) = ("203.0.113.99", "198.51.100.50")
        for attempt in 0..<3 {
            let hydra = [
                "POST /dang-nhap HTTP/1.0", "Host: truycap.example", "User-Agent: Mozilla/5.0 (Hydra)",
                "Content-Length: 19", "Content-Type: application/x-www-form-urlencoded", "",
                "ten=drill&ma=drill\(attempt)",
            ]
            day.web(
                at: 60 + attempt * 4, attacker, gateway, asks: hydra.joined(separator: "\r\n"),
                gets: Text.response("<p>Sai mật khẩu</p>"))
        }
        for attempt in 0..<2 {
            day.talk(at: 300 + attempt * 5, attacker, gateway, 22) { talk in
                talk.server(sends: "SSH-2.0-OpenSSH_9.2p1 drill\r\n")
                talk.client(sends: "SSH-2.0-MEDUSA_1.0\r\n")
            }
        }
        day.talk(at: 480, attacker, gateway, 21) { talk in
            talk.server(sends: "220 FTP ready\r\n")
            for (said, answer) in [
                ("USER vanthu", "331 Please specify the password"), ("PASS dien-tap", "230 Login successful"),
                ("SYST", "215 UNIX Type: L8"), ("QUIT", "221 Goodbye"),
            ] {
                talk.client(sends: said + "\r\n")
                talk.server(sends: answer + "\r\n")
                talk.wait(seconds: 3)
            }
        }
        return Scenario("drills/brute-force", day)
    }

    /// What the sensor in front of the departments sees, later: the gateway turns to machines inside.
    private static var guessedInside: Scenario {
        var day = DrillDay(port: 57401)
        day.everyday(until: 700, pace: 28, seed: 57401, ["192.0.2.103", "192.0.2.119", "192.0.2.135"])
        let (gateway, target) = ("198.51.100.50", "192.0.2.104")
        let bind = Payload.serviceBind
        day.share(at: 90, gateway, target, "IPC$") { share in
            share.open("svcctl", size: nil)
            share.write(bind, at: 0)
            share.write(
                Payload.serviceCreate("PSEXE" + "SVC", "%SystemRoot%\\PSEXE" + "SVC.exe"), at: bind.count)
        }
        day.share(at: 240, gateway, target, "IPC$") { share in
            let command = #"%COMSPEC% /Q /c echo dien-tap ^> \\127.0.0.1\C$\__output 2^>^&1 > drill.bat"#
            share.open("svcctl", size: nil)
            share.write(bind, at: 0)
            share.write(Payload.serviceCreate("dientap", command), at: bind.count)
        }
        let dump = Payload.minidump(modules: ["ntdll.dll", "lsasrv.dll"])
        day.share(at: 480, gateway, target, "C$") { share in
            share.open("Temp\\bao-cao.tmp", size: dump.count)
            share.read(dump, at: 0)
        }
        return Scenario("drills/brute-force", day, file: "inside.pcap")
    }
}
