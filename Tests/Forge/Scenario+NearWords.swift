import NetTypes
import TestSupport

extension Scenario {
    /// Harmless traffic that lies near the rules for the web and for files, by words or by bytes.
    static var nearWords: [Scenario] { [nearWeb, nearFiles] }

    /// Questions and pages.
    private static var nearWeb: Scenario {
        var visit = WebVisit("198.51.100.53", from: 47101, to: "203.0.113.12", host: "hoctap.example")
        let targets = [
            "/tim-kiem?q=mysql+sleep(5)+la+gi", "/tim-kiem?q=etc%2Fpasswd",
            "/tim-kiem?q=wget+http://a.example",
            "/kieu/../kieu/trang.css", "/ho-so?class.id=5&redirect=https://hoctap.example/",
            "/ho-so?so=1%20or%20so%20sleep", "/phpunit/huong-dan-eval-stdin", "/?d+allow=1",
            "/autodiscover/autodiscover.json?Email=canbo%40tinh.example&Protocol=ActiveSync",
            "/autodiscover/autodiscover.json/v1.0/canbo@tinh.example?Protocol=Ews",
        ]
        for target in targets { visit.get(target) }
        visit.post(
            "/hoi-dap", "cau-hoi=L%E1%BB%97i+..%2Fetc%2Fpasswd+l%C3%A0+g%C3%AC%3B+cat+l%C3%A0+con+m%C3%A8o")
        visit.post("/hoi-dap", #"{"ten":"${so}","mau":"{{ ten }}","@type":"java.util.Date"}"#)
        visit.get("/tin", page: news)
        visit.get("/bai", page: lesson)
        return Scenario("benign/near-words-web", visit.frames)
    }

    private static var news: String {
        [
            "<html><title>Cổng thông tin tỉnh bị hack bởi nhóm lạ: bài học</title>",
            "<h1>Website was hacked by unknown group</h1><h2>Vì sao trang web bị tấn công?</h2>",
            "<div style=\"display:none\"><a href=\"/menu\">Trình đơn</a></div>",
            "<p>\(String(repeating: "Tin trong ngày. ", count: 20))</p>",
            "<a href=\"/1\">Triệt phá nhà cái</a> <a href=\"/2\">Bắt nhóm cá cược</a>",
            "<a href=\"/3\">Casino trái phép</a> <a href=\"/4\">Cảnh báo tài xỉu</a>",
            "<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p>",
            "<p>Bí mật nhà nước có ba độ: TUYỆT MẬT, TỐI MẬT, MẬT. Độ mật: do người ký quyết định.</p></html>",
        ].joined(separator: "\n")
    }

    private static var lesson: String {
        [
            "<title>Gỡ bỏ c99" + "shell, r57" + "shell và WSO 2.5 khỏi máy chủ</title>",
            "<pre>&lt;?php eval($" + "_POST['x']); passthru($" + "_GET['x']); ?&gt;",
            "&lt;%eval request(\"x\")%&gt; ProcessStart" + "Info(\"cmd.exe\") RedirectStandard" + "Output",
            "Runtime.getRuntime().exec(cmd); request.getParameter(\"x\")",
            "User-Agent: () { :; }; echo", "$" + "{${sys:x:-j}ndi:ldap}", "class.module.classLoader.URLs",
            "&lt;!ENTITY b SYSTEM \"file:///drill\"&gt; __class__.__mro__ BitTorrent protocol",
            "org.apache.commons.collections.functors.InvokerTransformer, TemplatesImpl",
            "login: canbo", "Password: </pre>",
        ].joined(separator: "\n")
    }

    /// Files: programs in source, examples out of manuals, a scheme without rows, pictures.
    private static var nearFiles: Scenario {
        var generator = SeededGenerator(seed: 47151)
        var visit = WebVisit("198.51.100.54", from: 47151, to: "203.0.113.12", host: "hoctap.example")
        let sources = [
            "<?php $so = $" + "_GET['so']; $mau = preg_replace('/a/i', $"
                + "_POST['b'], ''); system_check($so);",
            "<?php passthru('convert ' . escapeshellarg($" + "_POST['tep'])); eval($bieu_thuc);",
            "<?php $anh = base64_decode($" + "_POST['anh']); $ma = '\\x47\\x4c';",
            "class Nap extends ClassLoader { Class n(byte[] b) { return defineClass(null, b, 0, b.length); } }",
            "var p = new ProcessStartInfo(\"cmd.exe\"); p.RedirectStandardOutput = true; // Request[\"x\"]",
            "const a = { b: () => { return `${x}`; } }; const c = function () { d(); };",
            "-- MySQL dump 10.13\nCREATE TABLE `can_bo` (`ma` int, `ten` text);\n",
            "-- PostgreSQL database dump\nCREATE TABLE can_bo (ma integer);\n",
            "root:$6$muoi$" + String(repeating: "a", count: 60) + ":20000:0:99999:7:::\n(một dòng của tệp)\n",
            "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY" + "EXAMPLEKEY\n",
            "token: ghp_ xoxb- glpat- AccountKey=\n",
            "<!DOCTYPE a SYSTEM \"a.dtd\" [<!ENTITY c1 SYSTEM \"chuong1.xml\">"
                + "<!ENTITY % m PUBLIC \"-//A//B\" \"http://a.example/m.dtd\"> %m;]><a>&c1;</a>",
            DrillFiles.people(5), "x=rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==",
        ]
        for (index, source) in sources.enumerated() {
            visit.get("/tep/\(index).txt", file: Array(source.utf8), type: "text/plain; charset=utf-8")
        }
        let pictures: [[UInt8]] = [Array("GIF89a".utf8), [0xff, 0xd8, 0xff, 0xe0]]
        for picture in pictures {
            visit.upload("anh.jpg", type: "image/jpeg", picture + Text.noise(length: 2000, from: &generator))
        }
        visit.put("/tep/vi-du.kdbx.txt", "03 D9 A2 9A 67 FB 4B B5: tám byte đầu của tệp")
        return Scenario("benign/near-words-files", visit.frames)
    }
}
