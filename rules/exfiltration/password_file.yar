// The file or the table that a system keeps its passwords' sums in. A manual shows one line of it; here a line is asked
// for that has another account's before or behind it.

rule Password_File
{
    meta:
        id = "HD-0037"
        description = "Password hashes of a system's accounts (shadow file, dump of a Windows account database)"
        description_vi = "Tệp mật khẩu hệ thống (shadow, SAM/NTDS) bị lấy ra"
        severity = 1
        category = "leak"
        attack = "T1003"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1003/"
        scope = "both"
        hits = "exfiltration/password-file"
        misses = "benign"

    strings:
        $shadow = /[a-z_][a-z0-9_.-]{0,31}:\$(1|5|6|y|7|2[aby]|gy)\$[.\/A-Za-z0-9$=,]{20,140}:[0-9]{0,6}:[0-9]{0,6}:[0-9]{0,6}:[0-9]{0,6}:[0-9]{0,6}:[0-9]{0,6}:\r?\n[a-z_][a-z0-9_.-]{0,31}:(\*|!|!!|!\*|\$[0-9a-z]{1,3}\$[^:\r\n]{20,140}):[0-9]{0,6}:/
        $behind = /[a-z_][a-z0-9_.-]{0,31}:(\*|!|!!|!\*):[0-9]{0,6}:[0-9]{0,6}:[0-9]{0,6}:[0-9]{0,6}:[0-9]{0,6}:[0-9]{0,6}:\r?\n[a-z_][a-z0-9_.-]{0,31}:\$(1|5|6|y|7|2[aby]|gy)\$[^:\r\n]{20,140}:[0-9]{0,6}:/
        // Name, number, two sums of 16 bytes; the first is that of no password at all since the older kind is off.
        $windows = /:[0-9]{3,6}:aad3b435b51404eeaad3b435b51404ee:[0-9a-f]{32}:::\r?\n[^:\r\n]{1,64}:[0-9]{3,6}:[0-9a-f]{32}:[0-9a-f]{32}:::/ nocase

    condition:
        any of them
}
