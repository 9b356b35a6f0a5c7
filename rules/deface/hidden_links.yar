// Links to gambling that a break-in leaves in the pages of offices and schools, because search engines trust those. They
// are hidden from people: a block that is not displayed, or far outside the screen, just before the first.

rule Hidden_Gambling_Links
{
    meta:
        id = "HD-0033"
        description = "Web page with hidden links to gambling sites"
        description_vi = "Trang web bị chèn liên kết cờ bạc ẩn"
        severity = 2
        category = "deface"
        attack = "T1491.002"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://developers.google.com/search/docs/monitor-debug/security/malware"
        scope = "object"
        hits = "deface/hidden-links"
        misses = "benign"

    strings:
        // The classes keep libyara from stopping at every link.
        $link = /[h][r][e][f]=[^>]{1,200}>[^<]{0,80}(nhà cái|nha\xcc\x80 ca\xcc\x81i|nh&agrave; c&aacute;i|Nhà cái|cá cược|tài xỉu|Tài xỉu|nổ hũ|Nổ hũ|kèo bóng|đánh đề|xóc đĩa|bắn cá đổi thưởng|game bài đổi thưởng|slot gacor|situs judi|judi online|togel|casino|baccarat|sicbo)/ nocase
        $hidden_1 = "display:none" nocase
        $hidden_2 = "display: none" nocase
        $hidden_3 = "visibility:hidden" nocase
        $hidden_4 = "left:-99" nocase
        $hidden_5 = "left: -99" nocase
        $hidden_6 = "text-indent:-99" nocase
        $hidden_7 = "height:0;overflow:hidden" nocase
        $hidden_8 = "height:1px;overflow:hidden" nocase
        $hidden_9 = "top:-99" nocase

    condition:
        #link >= 3 and for any of ($hidden_*): ($ in (@link[1] - 200 .. @link[1]))
}
