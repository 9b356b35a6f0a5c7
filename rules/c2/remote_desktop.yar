// Remote control of a screen, by what it shows before it encrypts or instead of it.

rule AnyDesk_Session
{
    meta:
        id = "HD-0054"
        description = "AnyDesk: remote control over servers outside"
        description_vi = "Phiên AnyDesk: điều khiển máy từ xa qua máy chủ bên ngoài"
        severity = 3
        category = "policy"
        attack = "T1219"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1219/"
        scope = "stream"
        hits = "c2/anydesk-session"
        misses = "benign"

    strings:
        // A common name in a certificate: its identifier, kind of text and length, then "AnyNet Relay",
        // "AnyNet Root CA" or "AnyDesk Client".
        $name = { 55 04 03 ( 0C | 13 ) ( 0C 41 6E 79 4E 65 74 20 52 65 6C 61 79 | 0E 41 6E 79 4E 65 74 20 52 6F 6F 74 20 43 41 | 0E 41 6E 79 44 65 73 6B 20 43 6C 69 65 6E 74 ) }

    condition:
        $name
}

rule VNC_Without_Password
{
    meta:
        id = "HD-0055"
        description = "VNC server that lets anybody in"
        description_vi = "Máy chủ VNC không đặt mật khẩu"
        severity = 2
        category = "policy"
        attack = "T1021.005"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1021/005/"
        victim = "server"
        scope = "stream"
        hits = "c2/vnc-open"
        misses = "benign"

    strings:
        // The server's version 3.7 or later, then one kind of protection, none; version 3.3 decides alone.
        $offered = { 52 46 42 20 30 30 33 2E 30 30 ( 37 | 38 ) 0A 01 01 }
        $decided = { 52 46 42 20 30 30 33 2E 30 30 33 0A 00 00 00 01 }

    condition:
        any of them
}
