// A script that says it is a picture, so that a form takes it: the first bytes of a picture before it, or only its
// name. The name is looked for where a form has it, so that the plain program finds it, too.

rule Script_Under_Image_Name
{
    meta:
        id = "HD-0019"
        description = "Server-side script with the first bytes or the name of a picture"
        description_vi = "Mã kịch bản máy chủ giả dạng tệp ảnh"
        severity = 2
        category = "intrusion"
        attack = "T1036.008"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1036/008/"
        scope = "object"
        hits = "webshell/image-script"
        misses = "benign"

    strings:
        $gif = /GIF8[79]a/
        $png = { 89 50 4E 47 0D 0A 1A 0A }
        $jpeg = { FF D8 FF (E0 | E1 | DB | EE) }
        $php = /<\?php[ \t\r\n][^\x00]{0,300}(\$_(GET|POST|REQUEST|COOKIE|FILES|SERVER)[ \[{]|eval[ \t]{0,4}\(|base64_decode[ \t]{0,4}\(|system[ \t]{0,4}\()/ nocase
        $php_short = /<\?=[ \t]{0,4}[`@a-z0-9_(]{0,24}(\$_GET|\$_POST|\$_REQUEST|\$_COOKIE)[ \[{]/ nocase
        // Written out, so that libyara looks for more than two bytes.
        $asp = /(<%@ page |<%@page |<%@ webhandler |<%@ language|<%eval request|<%eval\(request|<%execute request|<%execute\(request)/ nocase
        // A part of a form whose name says picture, and which begins like a script.
        $named = /filename="[^"\r\n]{1,120}\.(jpe?g|png|gif|bmp|webp|ico)"\r\n(Content-[^\r\n]{1,120}\r\n){0,3}\r\n(<\?php|<\?=|<%@ |<%@page|<%eval|<%execute)/ nocase

    condition:
        $named or (($php or $php_short or $asp) and for any of ($gif, $png, $jpeg): ($ at 0))
}
