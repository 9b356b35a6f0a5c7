// Lists of people with their national identity numbers: twelve digits, of which the first three are a province's code,
// the fourth says sex and century, and the next two the year of birth. One such number is in every form that a citizen
// sends; many of them, one behind the other in a table with its heading, are a register.

rule National_Identity_List
{
    meta:
        id = "HD-0034"
        description = "Table with 20 or more national identity numbers in the clear"
        description_vi = "Danh sách số định danh cá nhân (CCCD) truyền không mã hóa"
        severity = 2
        category = "leak"
        attack = "T1048.003"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1048/003/"
        scope = "object"
        hits = "exfiltration/identity-list"
        misses = "benign"

    strings:
        $number = /[\t,;|'">](00[12468]|01[0124579]|02[024567]|03[01345678]|04[0245689]|05[12468]|06[024678]|07[024579]|08[0234679]|09[123456])[0-3][0-9]{8}["']?[\t,;|'"<\r\n]/
        $heading_1 = "CCCD" nocase
        $heading_2 = /(ăn cước|a\xcc\x86n cu\xcc\x9bo\xcc\x9b\xcc\x81c|ĂN CƯỚC)/
        $heading_3 = /(định danh|\xc4\x91i\xcc\xa3nh danh|ĐỊNH DANH)/
        $heading_4 = /(so_dinh_danh|sodinhdanh|so_cccd|so_cmnd|can_cuoc|national_id|citizen_id)/ nocase

    condition:
        #number >= 20 and any of ($heading_*)
}
