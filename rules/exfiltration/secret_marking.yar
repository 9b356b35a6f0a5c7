// The marking that the law puts on a document that holds a state secret, by itself on a line or in a piece of a
// document's text, where such documents have it: with the national motto. A text about the law has the words inside its
// sentences. The letters are looked for composed, decomposed, half decomposed, and in UTF-16.

rule State_Secret_Marking
{
    meta:
        id = "HD-0035"
        description = "Vietnamese document with a marking of state secrecy, in the clear"
        description_vi = "Văn bản đóng dấu MẬT, TỐI MẬT, TUYỆT MẬT truyền không mã hóa"
        severity = 1
        category = "leak"
        attack = "T1048.003"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1048/003/"
        scope = "object"
        hits = "exfiltration/secret-marking"
        misses = "benign"

    strings:
        $marking = /[>\r\n][ \t]{0,40}(TUYỆT MẬT|TUYE\xcc\xa3\xcc\x82T MA\xcc\xa3\xcc\x82T|TUY\xc3\x8a\xcc\xa3T M\xc3\x82\xcc\xa3T|TỐI MẬT|TO\xcc\x82\xcc\x81I MA\xcc\xa3\xcc\x82T|T\xc3\x94\xcc\x81I M\xc3\x82\xcc\xa3T|MẬT|MA\xcc\xa3\xcc\x82T|M\xc3\x82\xcc\xa3T)[ \t]{0,8}[<\r\n]/
        $degree = /(Độ mật: |\xc4\x90o\xcc\xa3\xcc\x82 ma\xcc\xa3\xcc\x82t: |ĐỘ MẬT: |độ mật: )[ ]{0,4}(Tuyệt mật|Tối mật|Mật|Tuye\xcc\xa3\xcc\x82t ma\xcc\xa3\xcc\x82t|To\xcc\x82\xcc\x81i ma\xcc\xa3\xcc\x82t|Ma\xcc\xa3\xcc\x82t|TUYỆT MẬT|TỐI MẬT|MẬT)[ \t.]{0,8}[<\r\n]/
        $motto_1 = /(CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM|CO\xcc\xa3\xcc\x82NG HO\xcc\x80A XA\xcc\x83 HO\xcc\xa3\xcc\x82I CHU\xcc\x89 NGHI\xcc\x83A VIE\xcc\xa3\xcc\x82T NAM|C\xc3\x94\xcc\xa3NG HO\xcc\x80A XA\xcc\x83 H\xc3\x94\xcc\xa3I CHU\xcc\x89 NGHI\xcc\x83A VI\xc3\x8a\xcc\xa3T NAM)/
        $motto_2 = /(Độc lập|\xc4\x90o\xcc\xa3\xcc\x82c la\xcc\xa3\xcc\x82p|\xc4\x90\xc3\xb4\xcc\xa3c l\xc3\xa2\xcc\xa3p)[ ]{0,2}(-|\xe2\x80\x93)[ ]{0,2}(T|t)(ự|u\xcc\x9b\xcc\xa3|\xc6\xb0\xcc\xa3) do/
        // UTF-16, little-endian: a line or cell break, the words, a break.
        $wide = { (0A | 0D | 3E | 07) 00 [0-8] ( 54 00 55 00 59 00 C6 1E 54 00 20 00 | 54 00 D0 1E 49 00 20 00 ) 4D 00 AC 1E 54 00 (0A | 0D | 3C | 07 | 20) 00 }
        $wide_alone = { (0A | 0D | 3E | 07) 00 4D 00 AC 1E 54 00 (0A | 0D | 3C | 07) 00 }
        // "CỘNG HÒA XÃ HỘI", with the accent of the second word on either letter.
        $wide_motto = { 43 00 D8 1E 4E 00 47 00 20 00 48 00 [2] 41 00 20 00 58 00 C3 00 20 00 48 00 D8 1E 49 00 }
        $wide_motto_older = { 43 00 D8 1E 4E 00 47 00 20 00 48 00 4F 00 C0 00 20 00 58 00 C3 00 20 00 48 00 D8 1E 49 00 }

    condition:
        (any of ($marking, $degree) and any of ($motto_*))
            or (any of ($wide, $wide_alone) and any of ($wide_motto, $wide_motto_older))
}
