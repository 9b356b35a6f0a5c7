// Web pages that carry connections from outside to machines inside: a web shell for a whole network.

rule WebShell_Tunnel
{
    meta:
        id = "HD-0052"
        description = "reGeorg: a tunnel through a page on a web server"
        description_vi = "Web shell đường hầm (reGeorg): dùng máy chủ web làm lối vào mạng trong"
        severity = 1
        category = "intrusion"
        attack = "T1090.001"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/software/S1187/"
        scope = "stream"
        hits = "webshell/tunnel-page"
        misses = "benign"

    strings:
        // The whole body, which a page about it is not.
        $greeting = /\r\n\r\n([0-9a-f]{1,4}\r\n)?(Neo)?Georg says, 'All seems fine'/
        $header = /\nX-CMD: (CONNECT|READ|FORWARD|DISCONNECT)\r\n/ nocase
        $connect = /[?&]cmd=connect&target=[0-9a-z.:%-]{1,80}&port=[0-9]{1,5} HTTP\/1\.[01]\r\n/ nocase

    condition:
        any of them
}
