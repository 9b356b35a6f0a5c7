// Passwords and their hashes, in the forms in which attackers carry them away. No match has enough of one to use it.

rule Mimikatz
{
    meta:
        id = "HD-0074"
        description = "Mimikatz: the program on its way, or passwords as it prints them"
        description_vi = "Mimikatz: chương trình lấy mật khẩu Windows hoặc kết quả của nó"
        severity = 1
        category = "intrusion"
        attack = "T1003.001"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/software/S0002/"
        scope = "both"
        hits = "credential/dumps"
        misses = "benign"

    strings:
        // Name, domain and a hash or a password, on lines that follow each other; of these only the first letters, since
        // events carry what matched.
        $output = /\* Username {1,3}: [^\r\n]{1,64}\r?\n[ \t]{1,12}\* Domain {1,5}: [^\r\n]{1,64}\r?\n[ \t]{1,12}\* (NTLM {1,6}: [0-9a-f]{8}|Password : [^(\r\n])/
        $hash = /User : [^\r\n<]{1,64}\r?\n[ \t]{0,8}(LM {1,3}: [^\r\n<]{0,40}\r?\n[ \t]{0,8})?(Hash )?NTLM {0,3}: [0-9a-f]{8}/
        $author = "gentilkiwi" wide
        $module = "sekurlsa" wide

    condition:
        $output or $hash or ($author and $module)
}

rule LSASS_Minidump
{
    meta:
        id = "HD-0075"
        description = "Memory of the process that keeps passwords"
        description_vi = "Bản kết xuất bộ nhớ tiến trình LSASS (chứa mật khẩu)"
        severity = 1
        category = "leak"
        attack = "T1003.001"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1003/001/"
        scope = "both"
        hits = "credential/dumps"
        misses = "benign"

    strings:
        // The head of a minidump, and among its modules one that only this process has.
        $head = { 4D 44 4D 50 93 A7 }
        $module = "lsasrv.dll" wide nocase

    condition:
        all of them
}

rule Network_Password_Hash
{
    meta:
        id = "HD-0076"
        description = "Password hashes as tools take them from a network: Kerberos tickets, NTLM answers, cached logons"
        description_vi = "Mã băm mật khẩu lấy từ mạng (vé Kerberos, phản hồi NTLM) bị chuyển đi"
        severity = 1
        category = "leak"
        attack = "T1558.003"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1558/003/"
        scope = "both"
        hits = "credential/dumps"
        misses = "benign"

    strings:
        // The forms that programs for guessing read: a sign for the kind, whose it is, then digits as long as they must be.
        $ticket = /\$krb5(tgs|asrep)\$(17|18|23)\$[^\r\n<>]{1,200}[$:*][0-9a-f]{24,32}\$[0-9a-f]{16}/
        $cached = /\$DCC2\$[0-9]{4,6}#[^#\r\n<>]{1,64}#[0-9a-f]{8}/
        $answer = /::[^:\r\n<>]{1,64}:[0-9a-f]{16}:[0-9a-f]{32}:0101000000000000[0-9a-f]{8}/ nocase

    condition:
        any of them
}

rule Credential_Store_Moved
{
    meta:
        id = "HD-0077"
        description = "Store of passwords on its way: SAM or SECURITY registry file, directory database"
        description_vi = "Kho mật khẩu bị chuyển đi: tệp registry SAM, SECURITY hoặc cơ sở dữ liệu NTDS.dit"
        severity = 1
        category = "leak"
        attack = "T1003.002"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1003/002/"
        scope = "object"
        hits = "credential/dumps"
        misses = "benign"

    strings:
        // The first block of a registry file: magic, two numbers and a time, version 1, kind 0, form 1.
        $registry = { 72 65 67 66 [16] 01 00 00 00 ( 03 | 04 | 05 | 06 ) 00 00 00 00 00 00 00 01 00 00 00 }
        // Names of its keys: the administrator's account, or where secrets and their keys are.
        $account = "000001F4"
        $builtin = "Builtin"
        $secrets = /Pol(EKList|SecretEncryptionKey)/
        // The head of an Extensible Storage Engine database, and two columns of a directory.
        $database = { EF CD AB 89 20 06 00 00 }
        $password = "ATTk589914"
        $login = "ATTm590045"

    condition:
        ($registry and (($account and $builtin) or $secrets)) or ($database and $password and $login)
}
