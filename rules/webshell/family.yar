// Web shells that everybody knows, by what their authors left in them: fixed keys, names in the code, titles of their
// pages. The names alone stand in many texts and are not asked for.

rule WebShell_Family_Marker
{
    meta:
        id = "HD-0014"
        description = "Marker of a well-known family of web shells"
        description_vi = "Dấu hiệu của họ web shell phổ biến"
        severity = 1
        category = "intrusion"
        attack = "T1505.003"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1505/003/"
        scope = "object"
        hits = "webshell/family-page, webshell/family-request"
        misses = "benign"

    strings:
        // A host's name and the script's; a page about one has more words.
        $title = /<title>([a-z0-9.:-]{1,60} - )?(c99shell|c99madshell|r57shell|b374k|p0wny@shell|WSO [2-9]\.[0-9.]{1,5}|IndoXploit|ALFA TEaM Shell|Gel4y Mini Shell)[^a-z<]{0,16}<\/title>/ nocase
        $prompt = /p0wny@shell:[^<\r\n]{0,40}[#$]/
        $version = /define\([ ]?["']WSO_VERSION["']/ nocase
        $action = /default_action[ ]{0,4}=[ ]{0,4}["']FilesMan["']/ nocase
        $functions = "c99sh_" nocase
        // The start of every request of one family's client, in base64: @ini_set("display_errors.
        $client = "QGluaV9zZXQoImRpc3BsYXlfZXJyb3Jz"
        // First halves of MD5 sums of the passwords that two families are shipped with, as their scripts have them.
        $first_key = /(key|k)[ ]{0,4}=[ ]{0,4}["']e45e329feb5d925b["']/ nocase
        $second_key = /(key|xc)[ ]{0,4}=[ ]{0,4}["']3c6e0b8a9c15224a["']/ nocase

    condition:
        any of ($title, $prompt, $version, $action, $client, $first_key, $second_key) or #functions > 2
}
