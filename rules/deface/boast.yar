// A page that somebody put in the place of another, by what he wants read: his name, first thing in the title or in a
// heading. News about such a case has the name of the victim before it.

rule Defacement_Boast
{
    meta:
        id = "HD-0032"
        description = "Web page whose title or heading begins with a defacer's boast"
        description_vi = "Trang web bị thay đổi giao diện (lời tuyên bố của kẻ tấn công)"
        severity = 1
        category = "deface"
        attack = "T1491.002"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1491/002/"
        scope = "object"
        hits = "deface/boast"
        misses = "benign"

    strings:
        $english = /<(title|h1|h2|h3|center|font[^>]{0,80}|b|strong|marquee[^>]{0,80})>[^a-z<]{0,24}(hacked|h4cked|h4ck3d|defaced|d3faced|pwned|pwn3d|0wned|stamped|touched|seized) by[ \t:]{1,4}[^<\r\n]{2,80}/ nocase
        $vietnamese = /<(title|h1|h2|h3|center|font[^>]{0,80}|b|strong|marquee[^>]{0,80})>[^a-z<]{0,24}((trang web|website|web|site|hệ thống|máy chủ) )?((này|của bạn) (đã )?|đã |Đã )(bị hack|Bị hack|bị tấn công|Bị tấn công|bị chiếm quyền) (bởi|Bởi) [^<\r\n]{2,80}/ nocase
        // Upper case is another letter for all but ASCII.
        $vietnamese_capital = /<(title|h1|h2|h3|center|font[^>]{0,80}|b|strong|marquee[^>]{0,80})>[^A-Za-z<]{0,24}((TRANG WEB|WEBSITE|HỆ THỐNG) )?(NÀY )?(ĐÃ )?(BỊ HACK BỞI|BỊ TẤN CÔNG BỞI|BỊ CHIẾM QUYỀN BỞI) [^<\r\n]{2,80}/

    condition:
        any of them
}
