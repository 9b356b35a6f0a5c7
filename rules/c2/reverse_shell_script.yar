// Reverse shells that a scripting language opens in one line: a socket to somewhere, then the shell's input and output
// laid on it. They come as the value of a parameter that a web page hands to a shell, plain or percent-encoded.

rule Reverse_Shell_Script_Request
{
    meta:
        id = "HD-0046"
        description = "Web request with a one-line reverse shell in Python, Perl, PHP or Ruby"
        description_vi = "Yêu cầu web chứa lệnh mở shell ngược bằng Python, Perl, PHP hoặc Ruby"
        severity = 1
        category = "intrusion"
        attack = "T1059"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1059/"
        scope = "stream"
        hits = "c2/shell-requests"
        misses = "benign"

    strings:
        $request = / HTTP\/1\.[01]\r\n/
        // A target and a port, then a descriptor laid over another. Pages about it have no request line, and letters
        // no percent-encoding; a tag may not stand between.
        $python = /\.connect(\(|%28){2}(\\?["']|%22|%27)[0-9a-z.:-]{1,64}(\\?["']|%22|%27)(,|%2c)([ +]|%20)?[0-9]{1,5}(\)|%29){2}[^<>]{0,200}dup2(\(|%28)[a-z_]{1,12}\.fileno(\(|%28)/ nocase
        $perl = /(,|%2c)PF_INET(,|%2c)SOCK_STREAM(,|%2c)getprotobyname(\(|%28)[^<>\r\n]{0,200}STDIN(,|%2c)(\\?["']|%22|%27)(>|%3e)(&|%26)/ nocase
        $php = /fsockopen(\(|%28)(\\?["']|%22|%27)[0-9a-z.:-]{1,64}(\\?["']|%22|%27)(,|%2c)([ +]|%20)?[0-9]{1,5}(\)|%29)(;|%3b)[^\r\n]{0,120}(exec|system|passthru|popen|proc_open)(\(|%28)[^\r\n]{0,60}(<|%3c)(&|%26)3/ nocase
        $ruby = /ruby([ +]|%20)-rsocket([ +]|%20)-e[^\r\n<>]{0,60}TCPSocket\.(open|new)/ nocase

    condition:
        $request and any of ($python, $perl, $php, $ruby)
}

rule Reverse_Shell_Program_Request
{
    meta:
        id = "HD-0047"
        description = "Web request with a reverse shell by netcat, socat or a named pipe"
        description_vi = "Yêu cầu web chứa lệnh mở shell ngược bằng netcat, socat hoặc đường ống có tên"
        severity = 1
        category = "intrusion"
        attack = "T1059.004"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1059/004/"
        scope = "stream"
        hits = "c2/shell-requests"
        misses = "benign"

    strings:
        $request = / HTTP\/1\.[01]\r\n/
        $netcat = /([^a-z0-9]|%3b|%7c|%26|%20|%0a|%60|%28)n(c|cat|etcat)(\.exe|\.traditional|\.openbsd)?([ +]|%20|\$\{IFS\})[^\r\n<>;|]{0,100}-(e|c|-exec|-sh-exec)([ +]|%20|\$\{IFS\})(["']|%22|%27)?(\/bin\/|\/usr\/bin\/|%2fbin%2f|%2fusr%2fbin%2f|cmd\.exe|powershell)((ba|da|z|k|a)?sh)?/ nocase
        $socat = /socat([ +]|%20|\$\{IFS\})[^\r\n<>]{0,160}(exec(:|%3a)[^\r\n<>]{1,120}|(tcp[46]?|udp[46]?|openssl)(-connect)?(:|%3a)[0-9a-z.-]{1,64}(:|%3a)[0-9]{1,5}[^\r\n<>]{0,80}exec(:|%3a))(\/bin\/|%2fbin%2f|bash|sh|cmd)/ nocase
        // A named pipe is the way round a netcat that cannot start a program.
        $fifo = /mkfifo([ +]|%20|\$\{IFS\})[^\r\n<>]{1,120}sh([ +]|%20|\$\{IFS\})-i([ +]|%20|\$\{IFS\})?((<|%3c)[^\r\n<>|]{1,60})?2(>|%3e)(&|%26)1([ +]|%20)?(\||%7c)([ +]|%20)?(nc|ncat|netcat|telnet|openssl|busybox)/ nocase

    condition:
        $request and any of ($netcat, $socat, $fifo)
}
