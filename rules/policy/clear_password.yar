// Passwords that anybody on the road can read. Nobody attacks here; whoever reads along can, later. Accounts that are
// meant for everybody (anonymous FTP) and answers to a challenge are left out. FTP and POP3 have the same two verbs, and
// so have one rule. A match ends where the password begins, since events carry it.

rule HTTP_Basic_Password
{
    meta:
        id = "HD-0040"
        description = "Web password in the clear (HTTP Basic)"
        description_vi = "Mật khẩu web truyền không mã hóa (HTTP Basic)"
        severity = 3
        category = "policy"
        attack = "T1040"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1040/"
        scope = "stream"
        hits = "policy/clear-password-web"
        misses = "benign"

    strings:
        $request_10 = " HTTP/1.0\r\n"
        $request_11 = " HTTP/1.1\r\n"
        $basic = /\n(Proxy-)?Authorization: ?Basic [A-Za-z0-9+\/]{6}/ nocase

    condition:
        any of ($request_*) and $basic
}

rule User_Pass_Login
{
    meta:
        id = "HD-0041"
        description = "Login by USER and PASS in the clear (FTP, POP3)"
        description_vi = "Đăng nhập FTP hoặc POP3, mật khẩu truyền không mã hóa"
        severity = 3
        category = "policy"
        attack = "T1040"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1040/"
        scope = "stream"
        hits = "policy/clear-password-ftp"
        misses = "benign"

    strings:
        // Every name but "anonymous" and "ftp".
        $login = /USER ([^af\r\n][^\r\n]{0,63}|a|a[^n\r\n][^\r\n]{0,62}|an|an[^o\r\n][^\r\n]{0,61}|f|f[^t\r\n][^\r\n]{0,62}|ft[^p\r\n][^\r\n]{0,61}|ftp[^\r\n]{1,60})\r\nPASS [^\r\n]/ nocase

    condition:
        $login
}

rule Mailbox_Password
{
    meta:
        id = "HD-0042"
        description = "Mailbox password in the clear (IMAP, SMTP)"
        description_vi = "Mật khẩu hộp thư truyền không mã hóa (IMAP, SMTP)"
        severity = 3
        category = "policy"
        attack = "T1040"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1040/"
        scope = "stream"
        hits = "policy/clear-password-mail"
        misses = "benign"

    strings:
        // Prose has the word in lower case and without quotation marks; tags end in a digit with nearly every client.
        $imap = /[0-9] LOGIN ("[^"\r\n]{1,80}"|[^ "\r\n{]{1,80}) ("[^"\r\n]|[^" \r\n{])/
        $imap_quoted = /[0-9] login "[^"\r\n]{1,80}" "[^"\r\n]/
        $imap_other = /[0-9] (SELECT |EXAMINE |CAPABILITY\r|LOGOUT\r|LSUB |LIST "|NAMESPACE\r|STATUS |NOOP\r|UID FETCH |ENABLE |ID \()/ nocase
        $smtp = /\nAUTH (PLAIN|LOGIN) [A-Za-z0-9+\/]{8}/ nocase
        $smtp_lines = /\nAUTH LOGIN\r\n[A-Za-z0-9+\/]{4,200}={0,2}\r\n[A-Za-z0-9+\/]/ nocase
        $smtp_hello = /(EHLO|HELO) [^\r\n]{1,200}\r\n/ nocase

    condition:
        ($imap_other and any of ($imap, $imap_quoted))
            or ($smtp_hello and any of ($smtp, $smtp_lines))
}

rule Telnet_Login
{
    meta:
        id = "HD-0043"
        description = "Login over Telnet, which carries the password in the clear"
        description_vi = "Đăng nhập Telnet, mật khẩu truyền không mã hóa"
        severity = 3
        category = "policy"
        attack = "T1040"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1040/"
        scope = "stream"
        hits = "policy/clear-password-telnet"
        misses = "benign"

    strings:
        // Two offers one behind the other, as servers begin: terminal type, window size, echo, no go-ahead.
        $offers = { FF ( FB 01 FF FB 03 | FB 03 FF FB 01 | FD 18 FF FD 20 | FD 18 FF FD 1F | FB 03 FF FD 01 | FD 01 FF FD 1F | FB 01 FF FD 1F | FB 03 FF FD 18 | FD 1F FF FD 18 | FB 01 FF FD 18 | FD 03 FF FB 01 | FB 03 FF FD 03 | FD 25 FF FB ) }
        $login = /(login|username|user name|user): ?[^:\r\n]{0,60}[\r\n\x00]{1,6}(password|passcode): ?/ nocase

    condition:
        all of them
}
