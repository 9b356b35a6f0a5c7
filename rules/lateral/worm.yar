// Worms that went round the world, and still run where nobody looked. A list of their files in a report is text; here
// the names stand in a program, or in the order that starts it.

rule Worm_Marker
{
    meta:
        id = "HD-0071"
        description = "WannaCry or NotPetya: the program, the order that starts it, or the name it asks for"
        description_vi = "Dấu hiệu sâu WannaCry hoặc NotPetya lây trong mạng"
        severity = 1
        category = "malware"
        attack = "T1210"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/software/S0366/"
        scope = "both"
        hits = "lateral/worm-spread"
        misses = "benign"

    strings:
        $program = "!This program cannot be run in DOS mode."
        $service = "mssecsvc.exe"
        $title = "Microsoft Security Center (2.0) Service"
        $task = "tasksche.exe"
        // As a label of a name, its length before it, or as the host of a request.
        $name = /(\x29|\nHost: (www\.)?)iuqerfsodp9ifjaposdfjhgosurijfaewrwergwea/ nocase
        $start = /\\perfc(\.dat)?\\?"?,? ?#1/ wide nocase

    condition:
        ($program and 2 of ($service, $title, $task)) or $name or $start
}
