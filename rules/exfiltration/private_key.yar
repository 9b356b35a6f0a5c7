// A private key where anybody on the road can read it.

rule Private_Key_In_Clear
{
    meta:
        id = "HD-0010"
        description = "Private key in the clear"
        description_vi = "Khóa bí mật truyền không mã hóa"
        severity = 2
        category = "leak"
        attack = "T1552.004"
        author = "Hải Đăng"
        date = "2026-11-24"
        reference = "https://attack.mitre.org/techniques/T1552/004/"
        scope = "both"
        hits = "exfiltration/private-key"
        misses = "benign"

    strings:
        // The armour, up to three header lines, then a full line of key; line breaks may be written out, as in
        // JSON.
        $armour = /-----BEGIN (RSA |DSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----(\r?\n|\\n)([A-Za-z-]{1,20}: [^\r\n]{1,80}\r?\n){0,3}(\r?\n)?[A-Za-z0-9+\/]{60}/
        $putty = /PuTTY-User-Key-File-[23]: [a-z0-9-]{4,40}\r?\nEncryption: /

    condition:
        any of them
}
