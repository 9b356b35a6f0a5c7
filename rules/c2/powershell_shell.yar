// A shell over a socket in PowerShell: a client, its stream, and a loop that runs what arrives and sends back what it
// prints.

rule PowerShell_Socket_Shell
{
    meta:
        id = "HD-0048"
        description = "PowerShell script that runs what it receives from a socket"
        description_vi = "Mã PowerShell mở shell ngược: chạy mọi lệnh nhận được qua mạng"
        severity = 1
        category = "intrusion"
        attack = "T1059.001"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1059/001/"
        victim = "receiver"
        scope = "both"
        hits = "c2/powershell-shell"
        misses = "benign"

    strings:
        $client = /Net\.Sockets\.TCPClient[ ]{0,2}\(\\?['"][0-9a-z.:-]{1,64}\\?['"],[ ]?[0-9]{1,5}\)/ nocase
        // In a page the arrow and the ampersand are written otherwise.
        $run = /(iex|invoke-expression)[ (][^\r\n]{0,60}2>&1[ ]{0,2}\|[ ]{0,2}out-string/ nocase
        // The same call inside an encoded command: base64 of UTF-16, at each of the three alignments.
        $inside = "Net.Sockets.TCPClient(" wide base64

    condition:
        ($client and $run) or $inside
}
