// Tunnels in name lookups, by what their tools say while they find out what the road lets through.

rule DNS_Tunnel_Tool
{
    meta:
        id = "HD-0005"
        description = "Probe or session of a known DNS tunnelling tool"
        description_vi = "Công cụ tạo đường hầm qua DNS"
        severity = 2
        category = "leak"
        attack = "T1071.004"
        author = "Hải Đăng"
        date = "2026-11-24"
        reference = "https://attack.mitre.org/techniques/T1071/004/"
        scope = "stream"
        hits = "c2/dns-tunnel, c2/dns-tunnel-commands"
        misses = "benign"

    strings:
        // The codec test of the first tool; resolvers may change the case of letters on the way.
        $codec = "Aaahhh-Drink-mal-ein-J" nocase
        // The case test, whose point is that no letter changes.
        $case = "aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ"
        // The second tool's own label (its length before it), then a label of 18 or more hexadecimal digits.
        $session = /\x06dnscat[\x12-\x3f][0-9a-f]{18}/ nocase

    condition:
        any of them
}
