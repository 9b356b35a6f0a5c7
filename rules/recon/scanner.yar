// Programs that look for weaknesses, by the name they give themselves and by questions that nobody else asks. A change
// of name costs an attacker nothing; many do not care.

rule Scanner_Attack_Tool
{
    meta:
        id = "HD-0063"
        description = "Web request of a program that looks for weaknesses or hidden pages"
        description_vi = "Công cụ dò quét lỗ hổng web (sqlmap, Nikto, WPScan, Nuclei, gobuster…)"
        severity = 2
        category = "recon"
        attack = "T1595.002"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1595/002/"
        scope = "stream"
        hits = "recon/web-scanners"
        misses = "benign"

    strings:
        $request = / HTTP\/1\.[01]\r\n/
        // The header's name is in classes so that libyara looks for the tool and not for every client.
        $agent = /\n[Uu][Ss][Ee][Rr]-[Aa][Gg][Ee][Nn][Tt]: (sqlmap\/[0-9]|WPScan v[0-9]|Nuclei - Open|gobuster\/[0-9]|DirBuster-[0-9]|feroxbuster\/[0-9]|Fuzz Faster U Fool|Wfuzz\/[0-9]|WhatWeb\/[0-9]|Arachni\/v?[0-9]|commix\/v?[0-9]|Havij|w3af\.|dirsearch)/
        $nikto = /\(Nikto\/[0-9.]{3,8}\) \(Evasions?:/
        $openvas = /\(X11, U; OpenVAS(-VT)? [0-9.]{1,8}\)/
        $acunetix = /(\nAcunetix-(Product|Aspect|User-agreement|Scanning-agreement): |GET \/acunetix-wvs-test-for-some-inexistent-file)/ nocase

    condition:
        $request and any of ($agent, $nikto, $openvas, $acunetix)
}

rule Scanner_Mass_Survey
{
    meta:
        id = "HD-0064"
        description = "Web request of a program that surveys the whole internet"
        description_vi = "Công cụ quét diện rộng trên Internet (masscan, zgrab…)"
        severity = 4
        category = "recon"
        attack = "T1595.001"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1595/001/"
        scope = "stream"
        hits = "recon/web-scanners"
        misses = "benign"

    strings:
        $request = / HTTP\/1\.[01]\r\n/
        $agent = /\n[Uu][Ss][Ee][Rr]-[Aa][Gg][Ee][Nn][Tt]: (masscan(-ng)?\/[0-9]|l9explore\/[0-9]|l9tcpid\/v?[0-9]|httpx - Open)/
        $zgrab = /5\.0 zgrab\/[0-9x.]{1,6}\r\n/

    condition:
        $request and any of ($agent, $zgrab)
}

rule Scanner_Nmap_Probe
{
    meta:
        id = "HD-0065"
        description = "Probe of Nmap for what a service is"
        description_vi = "Nmap đang dò phiên bản dịch vụ"
        severity = 3
        category = "recon"
        attack = "T1046"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1046/"
        scope = "stream"
        hits = "recon/web-scanners"
        misses = "benign"

    strings:
        // Log files that name these end the request with a quotation mark, not with a line.
        $file = /GET \/nice%20ports%2C\/Tri%6Eity\.txt%2ebak HTTP\/1\.[01]\r\n/
        $check = /GET \/nmap(lower|upper)check[0-9]{8,12} HTTP\/1\.[01]\r\n/ nocase
        $script = /\n[Uu][Ss][Ee][Rr]-[Aa][Gg][Ee][Nn][Tt]: [^\r\n]{0,40}; Nmap Scripting Engine; [^\r\n]{1,60}\r\n/
        $call = /OPTIONS sip:nm SIP\/2\.0\r\nVia: SIP\/2\.0\/(TCP|UDP) nm;/
        $greeting = /SSH-(1\.5|2\.0)-Nmap(-SSH|NSE)/
        $desktop = "Cookie: mstshash=nmap\r\n"

    condition:
        any of them
}

rule Scanner_SIP
{
    meta:
        id = "HD-0066"
        description = "Program that looks for telephone systems to misuse"
        description_vi = "Công cụ dò quét tổng đài điện thoại IP (SIPVicious…)"
        severity = 3
        category = "recon"
        attack = "T1595.002"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1595/002/"
        scope = "stream"
        hits = "recon/sip-scan"
        misses = "benign"

    strings:
        $version = " SIP/2.0\r\n"
        $agent = /\n[Uu][Ss][Ee][Rr]-[Aa][Gg][Ee][Nn][Tt]: ?(friendly-scanner|sipvicious|sundayddr|sip-scan|sipcli\/v?[0-9]|VaxSIPUserAgent\/|pplsip|friendly-request)/
        $from = /\n(From|f): ?"sipvicious" ?<sip:/ nocase

    condition:
        $version and any of ($agent, $from)
}
