// Web shells in PHP, as the file that is put on a server: by a form, by a share, in an archive.
// The opening tag is asked for raw. A page that explains such a shell has it escaped, or it would not be seen.

rule PHP_Request_Evaluated
{
    meta:
        id = "HD-0011"
        description = "PHP script that runs code out of the request"
        description_vi = "Tệp PHP chạy mã lấy từ yêu cầu web (web shell)"
        severity = 1
        category = "intrusion"
        attack = "T1505.003"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1505/003/"
        scope = "object"
        hits = "webshell/php-evaluated"
        misses = "benign"

    strings:
        $tag = /<\?(php|=)/ nocase
        $evaluated = /(eval|assert|create_function)[ \t\r\n]{0,8}\([ \t\r\n]{0,8}@?((base64_decode|gzinflate|gzuncompress|str_rot13|strrev|stripslashes|urldecode|rawurldecode|hex2bin|trim)[ \t]{0,4}\([ \t]{0,4}@?){0,3}(\$_GET|\$_POST|\$_REQUEST|\$_COOKIE|\$_SERVER)[ \t]{0,4}[\[{]/ nocase
        // The body itself, which has no name in the request.
        $input = /(eval|assert)[ \t]{0,8}\([^;]{0,60}php:\/\/input/ nocase
        // The modifier that once made a replacement code.
        $replaced = /preg_replace[ \t]{0,4}\([ \t]{0,4}["'][^"'\r\n]{1,40}[\/#~|@]e["'][ \t]{0,4},[ \t]{0,4}@?(\$_GET|\$_POST|\$_REQUEST|\$_COOKIE|\$_SERVER)/ nocase
        // A function that is named by the request, too.
        $named = /(\$_GET|\$_POST|\$_REQUEST|\$_COOKIE|\$_SERVER)[ \t]{0,4}\[[^\]\r\n]{1,24}\][ \t]{0,4}\([ \t]{0,4}@?(\$_GET|\$_POST|\$_REQUEST|\$_COOKIE|\$_SERVER)[ \t]{0,4}\[/ nocase
        $callback = /(array_map|array_filter|call_user_func|usort|register_shutdown_function)[ \t]{0,4}\([ \t]{0,4}["'](assert|system|passthru|shell_exec)["'][ \t]{0,4},[^;]{0,40}(\$_GET|\$_POST|\$_REQUEST|\$_COOKIE|\$_SERVER)[ \t]{0,4}\[/ nocase

    condition:
        $tag and any of ($evaluated, $input, $replaced, $named, $callback)
}

rule PHP_Command_Of_Request
{
    meta:
        id = "HD-0012"
        description = "PHP script that hands a part of the request to the system's shell"
        description_vi = "Tệp PHP chuyển tham số web thành lệnh hệ thống (web shell)"
        severity = 1
        category = "intrusion"
        attack = "T1505.003"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1505/003/"
        scope = "object"
        hits = "webshell/php-command, webshell/webshell-upload"
        misses = "benign"

    strings:
        $tag = /<\?(php|=)/ nocase
        $direct = /(system|passthru|shell_exec|popen|proc_open|pcntl_exec|[ \t;{@(=]exec)[ \t\r\n]{0,8}\([ \t\r\n]{0,8}@?((base64_decode|gzinflate|gzuncompress|str_rot13|strrev|stripslashes|urldecode|rawurldecode|hex2bin|trim)[ \t]{0,4}\([ \t]{0,4}@?){0,3}["'. {]{0,6}(\$_GET|\$_POST|\$_REQUEST|\$_COOKIE|\$_SERVER)[ \t]{0,4}[\[{]/ nocase
        $quoted = /`[ \t]{0,4}\{?(\$_GET|\$_POST|\$_REQUEST|\$_COOKIE|\$_SERVER)[\[{]/ nocase
        // Put by under another name first.
        $later = /(\$_GET|\$_POST|\$_REQUEST|\$_COOKIE|\$_SERVER)[ \t]{0,4}\[[^\]\r\n]{1,24}\][ \t]{0,4}\)?;[^?]{0,160}(system|passthru|shell_exec|proc_open)[ \t]{0,4}\([ \t]{0,4}["'{]{0,2}\$/ nocase

    condition:
        $tag and any of ($direct, $quoted, $later)
}

rule PHP_Packed_Evaluated
{
    meta:
        id = "HD-0013"
        description = "PHP script that unpacks itself and runs what comes out"
        description_vi = "Tệp PHP tự giải mã rồi thực thi nội dung bị che giấu"
        severity = 2
        category = "intrusion"
        attack = "T1027"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1027/"
        scope = "object"
        hits = "webshell/php-packed"
        misses = "benign"

    strings:
        // At least one wrapping around base64, then a long literal or something that was kept for it.
        $layers = /(eval|assert)[ \t\r\n]{0,8}\([ \t\r\n]{0,8}@?((gzinflate|gzuncompress|gzdecode|str_rot13|strrev|rawurldecode|convert_uudecode)[ \t\r\n]{0,4}\([ \t\r\n]{0,4}@?){1,6}(base64_decode|str_rot13|strrev)[ \t\r\n]{0,4}\([ \t\r\n]{0,4}(\$[a-z_]|["'][A-Za-z0-9+\/=]{40})/ nocase
        $literal = /(eval|assert)[ \t\r\n]{0,8}\([ \t\r\n]{0,8}@?base64_decode[ \t\r\n]{0,4}\([ \t\r\n]{0,4}["'][A-Za-z0-9+\/]{80}/ nocase
        // "GLOBALS", and "base64" with its underscore, with every letter written as a number.
        $globals = "\\x47\\x4c\\x4f\\x42\\x41\\x4c\\x53" nocase
        $decoder = "\\x62\\x61\\x73\\x65\\x36\\x34\\x5f" nocase
        $tag = /<\?(php|=)/ nocase

    condition:
        $layers or $literal or ($tag and any of ($globals, $decoder))
}
