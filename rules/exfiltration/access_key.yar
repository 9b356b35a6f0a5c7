// Keys to rented machines and to stores of source code, in the forms that their makers gave them so that they can be
// found. The key that manuals show ends in EXAMPLEKEY; the classes before the end leave it out.

rule Cloud_Access_Key
{
    meta:
        id = "HD-0038"
        description = "Secret key of a cloud or source code service in the clear"
        description_vi = "Khóa truy cập dịch vụ đám mây hoặc kho mã nguồn truyền không mã hóa"
        severity = 2
        category = "leak"
        attack = "T1552.001"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1552/001/"
        scope = "both"
        hits = "exfiltration/access-key"
        misses = "benign"

    strings:
        $pair = /(aws_secret_access_key|AWS_SECRET_ACCESS_KEY|secretAccessKey|SecretAccessKey)["']?[ ]{0,4}[=:][ ]{0,4}["']?[A-Za-z0-9+\/]{30}([A-DF-Za-z0-9+\/][A-Za-z0-9+\/]{9}|E[A-WYZa-z0-9+\/][A-Za-z0-9+\/]{8})[^A-Za-z0-9+\/=]/
        $storage = /AccountKey=[A-Za-z0-9+\/]{86}==/
        $github = /(ghp_|gho_|ghu_|ghs_|ghr_)[A-Za-z0-9]{36}[^A-Za-z0-9]/
        $github_fine = /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/
        $gitlab = /[^A-Za-z0-9_-]glpat-[A-Za-z0-9_-]{20}[^A-Za-z0-9_-]/
        $chat = /(xoxb-|xoxp-|xoxa-)[0-9]{8,14}-[0-9]{8,14}-[A-Za-z0-9-]{20,80}/

    condition:
        any of them
}
