// Services that a data centre does not offer and its machines have no need of. What is a breach of the house's rules here
// may be allowed elsewhere; then the rule is left out there.

rule SOCKS_Proxy
{
    meta:
        id = "HD-0044"
        description = "Connection through a SOCKS proxy"
        description_vi = "Kết nối qua máy chủ trung gian SOCKS"
        severity = 3
        category = "policy"
        attack = "T1090"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1090/"
        scope = "stream"
        hits = "policy/socks-proxy"
        misses = "benign"

    strings:
        // Version 5: the client's greeting, and behind it the request for a connection to a name or to an address on a port
        // that is in use everywhere.
        $name = /\x05(\x01\x00|\x02\x00\x01|\x02\x00\x02|\x03\x00\x01\x02)\x05\x01\x00\x03[\x04-\x40][a-z0-9_-]{1,62}\.[a-z0-9._-]{2,60}[\x00-\xff]{2}/ nocase
        $address = /\x05(\x01\x00|\x02\x00\x01|\x02\x00\x02|\x03\x00\x01\x02)\x05\x01\x00\x01[\x01-\xdf][\x00-\xff]{3}(\x00\x50|\x01\xbb|\x00\x16|\x00\x19|\x0d\x3d|\x1f\x90)/
        // The same behind a name and password.
        $named = /\x05\x01\x02\x01[\x01-\x40][!-~]{1,64}[\x01-\x40][!-~]{1,64}\x05\x01\x00[\x01\x03]/

    condition:
        any of them
}

rule BitTorrent_Peer
{
    meta:
        id = "HD-0045"
        description = "BitTorrent: a peer's greeting, a tracker's request, or the table of peers"
        description_vi = "Chia sẻ tệp ngang hàng BitTorrent"
        severity = 3
        category = "policy"
        attack = "T1105"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://www.bittorrent.org/beps/bep_0003.html"
        scope = "stream"
        hits = "policy/bittorrent"
        misses = "benign"

    strings:
        $greeting = "\x13BitTorrent protocol"
        $tracker = /[?&]info_hash=[^ &\r\n]{20,60}&[^ \r\n]{0,300}peer_id=/
        $table = /d1:[ar]d2:id20:[\x00-\xff]{20}[^\x00]{0,160}(1:q4:ping|1:q9:find_node|1:q9:get_peers|1:q13:announce_peer)/
        $table_answer = /d2:id20:[\x00-\xff]{20}(5:nodes|5:token|6:values)/

    condition:
        any of them
}
