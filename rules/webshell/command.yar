// Web shells: the command on its way in, the shell itself on its way in, and the answer on its way out.

rule WebShell_Command_Request
{
    meta:
        id = "HD-0002"
        description = "Request that runs a system command through a script, or uploads a script that does"
        description_vi = "Yêu cầu thực thi lệnh qua web shell, hoặc tải web shell lên máy chủ"
        severity = 1
        category = "intrusion"
        attack = "T1505.003"
        author = "Hải Đăng"
        date = "2026-11-24"
        reference = "https://attack.mitre.org/techniques/T1505/003/"
        scope = "stream"
        hits = "webshell/webshell-command, webshell/webshell-upload"
        misses = "benign"

    strings:
        // The end of a request line: in a response or a page the version does not end a line.
        $request = / HTTP\/1\.[01]\r\n/
        // Alternatives are written out where libyara then looks for four rare bytes, and not for a common word.
        $command = /(\.php\?|\.phtml\?|\.jsp\?|\.jspx\?|\.asp\?|\.aspx\?|\.ashx\?)([\w%.+=-]{0,100}&)?(cmd|exec|command|shell)=((whoami|uname|ifconfig|ipconfig|netstat)[ &;|%+]|id[ ;|%]|(cat|dir|ls|wget|curl)(%20|\+)|net(%20|\+)user)/ nocase
        $source = /<\?(php|=)[^?]{0,200}(system|passthru|shell_exec|popen|proc_open|assert|eval)[ \t]{0,8}\([ \t]{0,8}@?(\$_GET|\$_POST|\$_REQUEST|\$_COOKIE)[ \t]{0,4}\[/ nocase

    condition:
        $request and any of ($command, $source)
}

rule WebShell_Command_Output
{
    meta:
        id = "HD-0003"
        description = "A web server answers with the identity of its own account, as a shell prints it"
        description_vi = "Máy chủ web trả về kết quả lệnh hệ thống (tài khoản dịch vụ web)"
        severity = 1
        category = "intrusion"
        attack = "T1505.003"
        author = "Hải Đăng"
        date = "2026-11-24"
        reference = "https://attack.mitre.org/techniques/T1033/"
        scope = "stream"
        hits = "webshell/webshell-command"
        misses = "benign"

    strings:
        $status = /HTTP\/1\.[01] [1-5][0-9][0-9] /
        $unix = /uid=[0-9]{1,6}\((www-data|apache|nginx|httpd|wwwrun|tomcat[0-9]{0,2})\) gid=[0-9]{1,6}\([a-z0-9-]{1,32}\)/
        // As the whole first line of the body, which a page about it is not.
        $windows = /\r\n\r\n(<pre>)?(iis apppool\\[a-z0-9 ._-]{3,60}|nt authority\\(system|network service|local service|iusr))\r?\n/

    condition:
        $status and any of ($unix, $windows)
}
