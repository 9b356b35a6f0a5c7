import NetTypes
import TestSupport

extension Scenario {
    /// Web shells in PHP. What would run something stands behind a condition that never holds.
    static var webShellPHP: [Scenario] { [evaluated, commands, packed, familyPage, familyRequest, images] }

    private static func script(_ body: String) -> [UInt8] {
        Array(("<?php /* dien tap */ if (false) { " + body + " } ?>\n").utf8)
    }

    /// Files that are written to the folder of a web server, each in a session of its own.
    private static func written(_ files: [(name: String, bytes: [UInt8])], from port: UInt16) -> [Frame] {
        var frames: [Frame] = []
        var start = Timestamp.scene
        for (index, file) in files.enumerated() {
            var talk = Conversation(
                client: "198.51.100.77", port + UInt16(index), server: "198.51.100.60", 445, start: start)
            talk.handshake()
            var share = ShareSession(talk)
            share.connect(to: #"\\web.example\wwwroot"#)
            share.open(file.name, size: nil)
            share.write(file.bytes, at: 0)
            share.close()
            frames += share.talk.frames
            start = share.talk.time
        }
        return frames
    }

    private static var evaluated: Scenario {
        let bodies = [
            "@eval($" + "_POST['x']);", "eval(base64_decode($" + "_REQUEST['x']));",
            "eval(file_get_contents('php" + "://input'));",
            "preg_replace('/.*/e', $" + "_POST['x'], '');", "$" + "_GET['a']($" + "_POST['b']);",
            "array_map('assert', array($" + "_COOKIE['x']));",
        ]
        let files = bodies.enumerated().map { (name: "trang\($0).php", bytes: script($1)) }
        return Scenario("webshell/php-evaluated", written(files, from: 51001))
    }

    private static var commands: Scenario {
        let bodies = [
            "passthru($" + "_GET['x']);", "echo `{$" + "_GET['x']}`;",
            "$c = $" + "_POST['x']; echo shell_" + "exec($c);",
        ]
        let files = bodies.enumerated().map { (name: "anh\($0).php", bytes: script($1)) }
        return Scenario("webshell/php-command", written(files, from: 51011))
    }

    private static var packed: Scenario {
        let words = Text.base64(Array("This is an inert marker of a drill; nothing is packed here. ".utf8))
        let twice = words + words
        let bodies = [
            "eval(gzinfla" + "te(base64_decode('\(twice)')));", "eval(base64_dec" + "ode('\(twice)'));",
            #"$a = ${"\x47\x4c\x4f\x42\x41\x4c\x53"};"#, #"$b = "\x62\x61\x73\x65\x36\x34\x5f";"#,
        ]
        var visit = WebVisit("198.51.100.33", from: 51021, to: "203.0.113.66", host: "giaodien.example")
        for (index, body) in bodies.enumerated() {
            visit.get("/mau/functions\(index).txt", file: script(body), type: "text/plain")
        }
        return Scenario("webshell/php-packed", visit.frames)
    }

    private static var familyPage: Scenario {
        var visit = WebVisit("203.0.113.80", from: 51031, to: "198.51.100.10", host: "dichvucong.example")
        let pages = [
            "<title>portal - WSO 2.5</title><p>dien tap</p>", "<title>p0wny" + "@shell:~#</title>",
            "<pre>p0wny" + "@shell:/var/www# </pre>", "<title>portal - c99" + "shell</title>",
        ]
        for (index, page) in pages.enumerated() { visit.get("/uploads/\(index).php", page: page) }
        return Scenario("webshell/family-page", visit.frames)
    }

    private static var familyRequest: Scenario {
        var visit = WebVisit("203.0.113.81", from: 51041, to: "198.51.100.10", host: "dichvucong.example")
        visit.post("/uploads/anh.php", "x=drill&z0=QGluaV9zZXQo" + "ImRpc3BsYXlfZXJyb3Jz")
        visit.put("/uploads/a.php", script("$key=\"e45e329f" + "eb5d925b\";"))
        visit.put("/uploads/b.php", script("$key='3c6e0b8a" + "9c15224a';"))
        visit.put("/uploads/c.php", script("$default_action = 'Files" + "Man';"))
        visit.put("/uploads/e.php", script("define('WSO" + "_VERSION', '2');"))
        visit.put("/uploads/d.php", script("c99" + "sh_a(); c99" + "sh_b(); c99" + "sh_c();"))
        return Scenario("webshell/family-request", visit.frames)
    }

    private static var images: Scenario {
        var visit = WebVisit("203.0.113.82", from: 51051, to: "198.51.100.10", host: "dichvucong.example")
        let code = script("base64" + "_decode('');")
        visit.upload("anh.php", type: "image/gif", Array("GIF89a".utf8) + code)
        visit.upload("anh.png", type: "image/png", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10] + code)
        visit.upload("anh.bmp.gif", type: "image/gif", Array(("GIF89a<?=$" + "_GET['x']").utf8))
        visit.upload("anh.php.jpg", type: "image/jpeg", [0xff, 0xd8, 0xff, 0xe0] + code)
        visit.upload(
            "anh.jpg", type: "image/jpeg", Array("<%@ Page Language=\"C#\" %> dien tap\n".utf8))
        return Scenario("webshell/image-script", visit.frames)
    }
}
