// A password manager's file, by the eight bytes that it begins with.

rule Password_Database
{
    meta:
        id = "HD-0039"
        description = "Database of a password manager (KeePass)"
        description_vi = "Tệp cơ sở dữ liệu mật khẩu KeePass trên đường truyền"
        severity = 2
        category = "leak"
        attack = "T1555.005"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1555/005/"
        scope = "object"
        hits = "exfiltration/password-database"
        misses = "benign"

    strings:
        // Its second version, the trial versions of that, and the first.
        $magic = { 03 D9 A2 9A (67 | 66 | 65) FB 4B B5 }

    condition:
        $magic at 0
}
