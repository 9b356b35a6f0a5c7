import TestSupport

extension Scenario {
    /// Pages that are not what their owner put there.
    static var defacement: [Scenario] { [boast, hiddenLinks] }

    private static var boast: Scenario {
        var visit = WebVisit("198.51.100.50", from: 53001, to: "198.51.100.10", host: "xa.example")
        let pages = [
            "<html><title>Hacked by DRILL-0</title><body>dien tap</body></html>",
            "<html><title>Cổng thông tin</title><h1>-=[ H4ck3d By Drill Team ]=-</h1></html>",
            "<html><title>Cổng thông tin</title><h1>Website này đã bị hack bởi Nhóm Diễn Tập</h1></html>",
            "<html><title>HỆ THỐNG ĐÃ BỊ TẤN CÔNG BỞI NHÓM DIỄN TẬP</title></html>",
        ]
        for page in pages { visit.get("/", page: page) }
        return Scenario("deface/boast", visit.frames)
    }

    private static var hiddenLinks: Scenario {
        var visit = WebVisit("198.51.100.51", from: 53011, to: "198.51.100.10", host: "truong.example")
        let words = ["nhà cái uy tín", "tài xỉu trực tuyến", "cá cược bóng đá"]
        let more = ["slot gacor hari ini", "situs judi online", "togel drill"]
        let styles = [
            "display:none", "position:absolute;left:-9999px", "display: none", "visibility:hidden",
            "left: -9999px", "text-indent:-9999px", "top:-9999px", "height:0;overflow:hidden",
            "height:1px;overflow:hidden",
        ]
        for (index, style) in styles.enumerated() {
            let links = (index % 2 == 0 ? words : more).enumerated().map {
                "<a href=\"http://drill\($0).invalid/\">\($1)</a>"
            }
            visit.get(
                "/tin-tuc",
                page: "<html><title>Trường học</title><p>Thông báo tuyển sinh</p><div style=\"\(style)\">"
                    + links.joined(separator: "\n") + "</div></html>")
        }
        return Scenario("deface/hidden-links", visit.frames)
    }
}
