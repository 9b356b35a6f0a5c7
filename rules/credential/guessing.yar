// Programs that try one password after another, by what they say of themselves or how they save themselves work.

rule Brute_Force_Tool
{
    meta:
        id = "HD-0067"
        description = "Program that guesses passwords: Hydra, Medusa, or many guesses in one request"
        description_vi = "Công cụ dò mật khẩu (Hydra, Medusa, XML-RPC hàng loạt)"
        severity = 2
        category = "intrusion"
        attack = "T1110.001"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1110/001/"
        scope = "stream"
        hits = "credential/brute-force"
        misses = "benign"

    strings:
        $hydra = /\n[Uu][Ss][Ee][Rr]-[Aa][Gg][Ee][Nn][Tt]: Mozilla\/[45]\.0 \(Hydra\)\r\n/
        $medusa = /SSH-2\.0-MEDUSA(_[0-9.]{1,5})?\r?\n/ nocase
        // One call that holds many, the first two of them a question about blogs, which needs a name and a password.
        $multicall = /system\.multicall<\/methodName>[\s\S]{0,400}wp\.getUsersBlogs<[\s\S]{10,800}wp\.getUsersBlogs</

    condition:
        any of them
}
