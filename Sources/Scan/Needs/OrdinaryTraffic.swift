import NetTypes

/// Words that most conversations have. A rule that stands on one of them is looked at often, and should not take
/// others along.
enum OrdinaryTraffic {
    /// True when a part of the sample, in either case, is these bytes.
    static func contains(_ bytes: [UInt8]) -> Bool {
        let wanted = bytes.map(\.asciiLowercased)
        guard let begin = fours(wanted).first else { return false }
        return (places[begin] ?? []).contains { sample[$0...].starts(with: wanted) }
    }

    /// Where each four bytes in a row are.
    private static let places: [UInt32: [Int]] = {
        let runs = fours(sample)
        return Dictionary(grouping: runs.indices) { runs[$0] }
    }()

    /// Each four bytes in a row, as a number.
    private static func fours(_ bytes: [UInt8]) -> [UInt32] {
        guard bytes.count >= 4 else { return [] }
        return (0...(bytes.count - 4)).map { start in
            bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    private static let sample = Array(text.utf8).map(\.asciiLowercased)

    private static let text = """
        GET / HTTP/1.1\r\nHost: www.\r\nUser-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 \
        (KHTML, like Gecko) Chrome/ Safari/ Firefox/ Gecko/20100101\r\nAccept: text/html,application/xhtml+xml,\
        application/xml;q=0.9,image/webp,*/*;q=0.8\r\nAccept-Language: vi-VN,vi;q=0.9,en-US;q=0.8\r\n\
        Accept-Encoding: gzip, deflate, br\r\nReferer: https://www.\r\nCookie: session=\r\nConnection: keep-alive\r\n\
        Upgrade-Insecure-Requests: 1\r\nCache-Control: no-cache, max-age=0\r\nPragma: no-cache\r\n\
        Authorization: Basic \r\nX-Forwarded-For: \r\nOrigin: http://localhost\r\nIf-None-Match: \r\n\
        POST /login.php HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n\
        Content-Length: 0\r\nusername=admin&password=&submit=\r\nContent-Disposition: form-data; name="file"; \
        filename="\r\nHTTP/1.1 200 OK\r\nHTTP/1.0 404 Not Found\r\n302 Found\r\nLocation: /index.html\r\n\
        Server: Apache/2.4 nginx/1. Microsoft-IIS/10.0\r\nDate: Mon, 01 Jan 2026 00:00:00 GMT\r\nLast-Modified: \
        \r\nETag: \r\nSet-Cookie: PHPSESSID=; path=/; HttpOnly\r\nContent-Encoding: gzip\r\nTransfer-Encoding: \
        chunked\r\nContent-Type: application/json\r\nContent-Type: application/octet-stream\r\n\
        <!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8"><title></title>\n<link rel="stylesheet" \
        href="/css/style.css" type="text/css">\n<script type="text/javascript" src="/js/jquery.min.js"></script>\n\
        </head>\n<body>\n<div class="container" id="main"><a href="https://www.google.com/"><img src="/images/" \
        alt=""></a></div><form method="post" action=""><input type="hidden" name="" value=""></form>\n<table>\
        <tr><td></td></tr></table><p><br><span style="display:none"></span></p></body>\n</html>\n\
        function(){var return document.getElementById("").innerHTML = window.location.href; if (typeof undefined) \
        true false null this.length; for (i = 0; i < n; i++) { String.fromCharCode(); eval(); unescape(); \
        createElement("script"); setTimeout(function() \n{"id":1,"name":"","status":"success","data":[]}\n\
        <?xml version="1.0" encoding="UTF-8"?>\n<rss xmlns="http://www.w3.org/1999/xhtml"\n\
        220 mail ESMTP\r\nEHLO localhost\r\nMAIL FROM:<>\r\nRCPT TO:<>\r\nDATA\r\nReceived: from by with SMTP id \
        for <>; \r\nMessage-ID: <@>\r\nMIME-Version: 1.0\r\nSubject: \r\nFrom: \r\nTo: \r\n\
        Content-Transfer-Encoding: base64\r\nContent-Type: multipart/mixed; boundary="----=_Part\r\n250 OK\r\n\
        USER anonymous\r\nPASS \r\n331 230 \r\nSSH-2.0-OpenSSH_\r\n#!/bin/sh\n#include <stdio.h>\n\
        !This program cannot be run in DOS mode.\r\r\n$\0.text\0\0\0.data\0\0\0.rdata\0\0.rsrc\0\0\0.reloc\0\0\
        kernel32.dll KERNEL32.DLL user32.dll advapi32.dll GetProcAddress LoadLibraryA VirtualAlloc ExitProcess \
        CreateFileA WriteFile CreateProcessA GetModuleHandleA SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run \
        Microsoft Corporation C:\\Windows\\System32\\cmd.exe %PDF-1.4 endobj stream endstream xref trailer /bin/bash \
        /usr/bin/ /etc/ GLIBC_2.2.5 libc.so.6 __libc_start_main GCC: (GNU) Copyright (C) License version
        """
}
