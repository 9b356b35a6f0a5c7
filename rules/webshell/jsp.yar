// Web shells for Java servers.

rule JSP_Command_Of_Request
{
    meta:
        id = "HD-0017"
        description = "JSP page that runs a command out of the request"
        description_vi = "Tệp JSP chạy lệnh hệ thống lấy từ yêu cầu web (web shell)"
        severity = 1
        category = "intrusion"
        attack = "T1505.003"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1505/003/"
        scope = "object"
        hits = "webshell/jsp-command"
        misses = "benign"

    strings:
        $direct = /(getRuntime\(\)[ \t\r\n]{0,4}\.[ \t\r\n]{0,4}exec|new[ \t]{1,4}ProcessBuilder)[ \t]{0,4}\([^;]{0,120}request[ \t]{0,2}\.[ \t]{0,2}get(Parameter|Header)[ \t]{0,2}\(/
        $page = /(<%@ page|<%@page|<jsp:(root|scriptlet|declaration)|out\.print|\.getWriter\(\))/ nocase
        $asked = /request[ \t]{0,2}\.[ \t]{0,2}get(Parameter|Header)[ \t]{0,2}\([^)]{1,24}\)[^\x00]{0,300}(getRuntime\(\)[ \t\r\n]{0,4}\.[ \t\r\n]{0,4}exec|new[ \t]{1,4}ProcessBuilder)[ \t]{0,4}\([ \t]{0,4}(new[ ]String\[\][^;]{0,60})?[a-z]/
        $answered = ".getInputStream()"
        // "getRuntime" with its letters as numbers, which the compiler takes and filters do not.
        $escaped = /\\u+0067\\u+0065\\u+0074\\u+0052\\u+0075\\u+006e/ nocase

    condition:
        $direct or ($page and (($asked and $answered) or $escaped))
}

rule JSP_Class_Loader
{
    meta:
        id = "HD-0018"
        description = "JSP page that loads a class out of the request"
        description_vi = "Tệp JSP nạp mã thực thi từ yêu cầu web vào bộ nhớ (web shell)"
        severity = 1
        category = "intrusion"
        attack = "T1620"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1620/"
        scope = "object"
        hits = "webshell/jsp-loader"
        misses = "benign"

    strings:
        $page = /(<%@ page|<%@page|<jsp:(root|scriptlet|declaration)|pageContext)/ nocase
        $loader = /(extends[ \t]{1,4}ClassLoader|getDeclaredMethod[ \t]{0,2}\([ \t]{0,2}"defineClass")/
        $define = "defineClass("
        $define_quoted = "\"defineClass\""
        $asked = /request[ \t]{0,2}\.[ \t]{0,2}get(Reader|InputStream|Parameter|Header)[ \t]{0,2}\(/
        $unpacked = /(Base64|BASE64Decoder|"AES"|"AES\/|doFinal|decodeBuffer)/

    condition:
        $page and $loader and any of ($define, $define_quoted) and $asked and $unpacked
}
