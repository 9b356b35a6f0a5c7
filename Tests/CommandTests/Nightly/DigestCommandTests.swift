import Foundation
import FoundationXML
import Incidents
import Testing

@Suite("haidang digest")
struct DigestCommandTests {
    private static func object(_ text: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return try #require(object)
    }

    private static func number(_ object: [String: Any]?, _ key: String) -> UInt64? {
        (object?[key] as? NSNumber)?.uint64Value
    }

    @Test(
        "Every number is that of the ledger and of the scan's own summary", arguments: ["malware", "recon"])
    func numbers(folder: String) throws {
        let scene = try Scene()
        let captures = Scene.repository.appendingPathComponent("captures/" + folder).path
        try scene.write("garbage.pcap", "no savefile")
        let scan = try scene.run(
            "scan", captures, "garbage.pcap", "--rules",
            Scene.repository.appendingPathComponent("rules").path,
            "--ledger", "l.db", "--settle", "0s", "--host", "h", "--json", "--quiet", "--digest", "d.json")
        let summary = try Self.object(try #require(scan.lines.last))
        let outcome = try scene.run("digest", "--ledger", "l.db", "--format", "json")
        #expect(outcome.code == 0 && scan.code == 3)
        #expect(outcome.output == (try scene.text("d.json")), "the scan gives the same")
        let event = try Self.object(outcome.output)
        let digest = try #require(event["digest"] as? [String: Any])
        #expect(event["event_type"] as? String == "digest" && event["host"] as? String == "h")
        #expect(Self.number(digest, "exit_code") == 3 && digest["finished"] as? Bool == true)

        let files = digest["files"] as? [String: Any]
        let told = summary["files"] as? [String: Any]
        #expect(Self.number(files, "done") == Self.number(told, "complete"))
        #expect(Self.number(files, "failed") == 1 && Self.number(told, "failed") == 1)
        let coverage = digest["coverage"] as? [String: Any]
        #expect(Self.number(coverage, "frames") == Self.number(summary, "frames"))
        let snapped = try #require(Self.number(coverage, "bytes_snapped"))
        #expect(Self.number(coverage, "bytes").map { $0 + snapped } == Self.number(summary, "bytes"))
        #expect(Self.number(coverage, "flows") == Self.number(summary, "flows"))
        #expect(Self.number(coverage, "scanned") == Self.number(summary, "scanned_bytes"))
        #expect(Self.number(digest, "detections") == Self.number(summary, "detections"))
        #expect(try #require(Self.number(digest, "detections")) > 0)

        let run = try #require(try ScanLedger(path: scene.path("l.db"), creates: false).lastRun)
        #expect(Self.number(coverage, "objects") == run.totals.counts.objects)
        #expect(Self.number(coverage, "objects_scanned") == run.totals.counts.objectsScanned)
        #expect(Self.number(coverage, "offered") == run.totals.counts.offered)
        #expect(Self.number(coverage, "ciphertext") == run.totals.counts.ciphertext)
        #expect(Self.number(digest, "run") == UInt64(run.number))
    }

    @Test("Names that a terminal, a page or a reader of lines would obey are obeyed by nobody")
    func hostile() throws {
        let scene = try Scene()
        try scene.writeLedger()
        let text = try scene.run("digest", "--ledger", "l.db").output
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
        #expect(text.contains(#"a\x0a<script>alert(1)<br>\x1b[31m&'".pcap"#), "\(text)")
        #expect(text.contains(#"x/<b>New</b>\x1b[2J"#))
        let page = try scene.run("digest", "--ledger", "l.db", "--format", "html").output
        #expect(page.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
        #expect(!page.contains("<script") && !page.contains("<b>") && page.contains("&lt;script&gt;"))
        #expect(page.contains("&amp;&#39;&quot;.pcap"))
        #expect(XMLParser(data: Data(page.utf8)).parse(), "the page is XML too")
        let json = try scene.run("digest", "--ledger", "l.db", "--format", "json").output
        #expect(json.filter { $0 == "\n" }.count == 1 && !json.contains("\u{1b}"))
        let digest = try Self.object(json)["digest"] as? [String: Any]
        let faults = digest?["faults"] as? [[String: Any]]
        #expect(faults?.first?["path"] as? String == Scene.hostileName)
    }

    @Test("The text is in the language of the person, and in 80 columns but for long names")
    func languages() throws {
        let scene = try Scene()
        try scene.writeLedger()
        let english = try scene.run("digest", "--ledger", "l.db")
        let vietnamese = try scene.run("digest", "--ledger", "l.db", environment: [:])
        #expect(english.lines.first == "DIGEST OF THE NIGHT OF 29/11/2026", "\(english.output)")
        #expect(vietnamese.lines.first == "TỔNG KẾT ĐÊM 29/11/2026")
        #expect(english.output.contains("Exit code 3: NOT ALL WAS SCANNED"))
        #expect(vietnamese.output.contains("Mã thoát 3: CHƯA QUÉT HẾT"))
        #expect(english.output.contains(/FAILED +in\/a/) && english.output.contains("Permission denied"))
        #expect(vietnamese.output.contains(/HỎNG +in\/a/) && vietnamese.output.contains("không có quyền"))
        #expect(english.output.contains("Detections: 4, usually none: NEW"))
        #expect(vietnamese.output.contains("Phát hiện: 4, thường không có: MỚI"))
        #expect(english.output.contains("RULES THAT HIT FOR THE FIRST TIME IN THESE NIGHTS"))
        for line in english.lines + vietnamese.lines { #expect(line.count <= 80, "\(line)") }
        let page = try scene.run("digest", "--ledger", "l.db", "--format", "html", environment: [:]).output
        #expect(page.contains(#"<html lang="vi">"#) && page.contains("Sự cố mới") && page.contains("<svg"))
    }

    @Test("A run that was cut off is not passed over in silence")
    func unfinished() throws {
        let scene = try Scene()
        try scene.writeLedger(isFinished: false)
        let last = try scene.run("digest", "--ledger", "l.db")
        #expect(last.code == 0 && last.output.contains("Run 1 on cam-bien-1"))
        #expect(last.output.contains("A LATER RUN (2) IS NOT FINISHED"))
        let open = try scene.run("digest", "--ledger", "l.db", "--run", "2")
        #expect(open.code == 0 && open.output.contains("THIS RUN IS NOT FINISHED"))
        #expect(!open.output.contains("Exit code"))
    }

    @Test("What cannot be read ends with 5, what makes no sense with 2; no ledger is made")
    func refused() throws {
        let scene = try Scene()
        #expect(try scene.run("digest", "--ledger", "none.db").code == 5)
        #expect(!FileManager.default.fileExists(atPath: scene.path("none.db")))
        try scene.write("garbage.db", "not a database, but longer than nothing")
        #expect(try scene.run("digest", "--ledger", "garbage.db").code == 5)
        try ScanLedger(path: scene.path("empty.db")).close()
        let empty = try scene.run("digest", "--ledger", "empty.db")
        #expect(empty.code == 5 && empty.messages == "haidang: the ledger has no run yet\n")
        try scene.writeLedger()
        let wrong = try scene.run("digest", "--ledger", "l.db", "--run", "99")
        #expect(wrong.code == 2 && wrong.messages == "haidang: the ledger has no run 99\n")
        #expect(try scene.run("digest").code == 2)
        #expect(try scene.run("digest", "--ledger", "l.db", "--format", "pdf").code == 2)
        #expect(try scene.run("digest", "--ledger", "l.db", "--send", "thu").code == 2, "no list of sinks")
        try scene.write("c.yml", "ledger: l.db\n")
        #expect(try scene.run("digest", "--config", "c.yml").code == 0)
    }

    @Test("A file is whole or not there, for its owner and group only, and what is no file is not replaced")
    func files() throws {
        let scene = try Scene()
        try scene.writeLedger()
        try scene.write("d.html", "old")
        #expect(try scene.run("digest", "--ledger", "l.db", "-o", "d.html").code == 0)
        #expect(try scene.text("d.html").hasPrefix("<!DOCTYPE html>"))
        let attributes = try FileManager.default.attributesOfItem(atPath: scene.path("d.html"))
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
        #expect(!FileManager.default.fileExists(atPath: scene.path("d.html.part")))
        let missing = try scene.run("digest", "--ledger", "l.db", "-o", "no/such/d.txt")
        #expect(missing.code == 2 && missing.messages.contains("cannot write no/such/d.txt"))
        try scene.shell("ln -s /dev/full full.txt; mkdir folder.txt")
        let full = try scene.run("digest", "--ledger", "l.db", "-o", "full.txt")
        #expect(full.code == 2 && full.messages.contains("No space left"), "\(full.messages)")
        try scene.shell("test -L full.txt -a -c /dev/full")
        #expect(try scene.run("digest", "--ledger", "l.db", "-o", "folder.txt").code == 2)
        try scene.shell("test -d folder.txt")
        #expect(try scene.run("digest", "--ledger", "l.db", "-o", "d.json", "--format", "text").code == 0)
        #expect(try scene.text("d.json").hasPrefix("DIGEST OF THE NIGHT"))
    }
}
