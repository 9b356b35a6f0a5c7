// Remote access trojans that talk without encryption.

rule RAT_Plain_Protocol
{
    meta:
        id = "HD-0057"
        description = "Session of a remote access trojan: Gh0st, njRAT, or one that speaks Turkish"
        description_vi = "Phiên điều khiển của mã độc gián điệp (Gh0st, njRAT…)"
        severity = 1
        category = "malware"
        attack = "T1095"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/software/S0032/"
        scope = "stream"
        hits = "c2/rat-session"
        misses = "benign"

    strings:
        // The magic, the packet's length and that of its content, both below 64 KiB, and the start of a zlib stream.
        $ghost = { 47 68 30 73 74 [2] 00 00 [2] 00 00 78 ( 01 | 5E | 9C | DA ) }
        // A length in digits, a zero, the word for what follows, and a separator that nobody else uses.
        $separator = /[0-9]{1,6}\x00(ll|lv|inf|act)\|'\|'\|[A-Za-z0-9+\/=]{4}/
        // "Main information": a version, or an address and a country; and what is asked before it, "are you connected?"
        $turkish = /ANABILGI\|([0-9]{1,5}\r\n|[0-9.]{7,15}\|[A-Z]{2}\|)/
        $asked = "BAGLIMI?\n"

    condition:
        any of them
}
