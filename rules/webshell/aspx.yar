// Web shells for the .NET and the older ASP server. Source of pages has no business on the wire except when somebody
// deploys it, and a page that runs what it is asked is not deployed by anybody.

rule ASPX_Request_Evaluated
{
    meta:
        id = "HD-0015"
        description = "ASP page that runs code out of the request"
        description_vi = "Tệp ASP/ASPX chạy mã lấy từ yêu cầu web (web shell)"
        severity = 1
        category = "intrusion"
        attack = "T1505.003"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1505/003/"
        scope = "object"
        hits = "webshell/aspx-evaluated"
        misses = "benign"

    strings:
        $unsafe = /eval[ \t]{0,4}\([^;]{0,120}Request[ \t]{0,4}[.\[(][^;]{1,80},[ \t]{0,4}["']unsafe["']/ nocase
        $classic = /<%[ \t\r\n]{0,8}(eval[ (]|execute[ (]|executeglobal[ (])[ (]{0,4}request[ \t]{0,4}[.("]/ nocase
        $loaded = /Assembly\.Load[ ]{0,2}\([^;]{0,160}Request[ ]{0,2}[.\[]/ nocase

    condition:
        any of them
}

rule ASPX_Command_Process
{
    meta:
        id = "HD-0016"
        description = "ASP.NET page that starts a command and hands back what it says"
        description_vi = "Tệp ASPX gọi cmd/PowerShell theo tham số web (web shell)"
        severity = 1
        category = "intrusion"
        attack = "T1505.003"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1505/003/"
        scope = "object"
        hits = "webshell/aspx-command"
        misses = "benign"

    strings:
        $page = /(<%@ page |<%@page |<%@ webhandler |<%@webhandler |<%@ webservice )/ nocase
        $process = /(ProcessStartInfo|Process\.Start|new Process[ ]?\()/ nocase
        $shell = /("cmd\.exe|"cmd"|\\cmd\.exe|'cmd\.exe|"powershell|\/bin\/bash)/ nocase
        $output = "RedirectStandardOutput" nocase
        $input = /(Request[ ]?[\[(]|Request\.(Form|QueryString|Params|Item|Headers|InputStream)|\.Text[ ]?[;)+])/ nocase

    condition:
        all of them
}
