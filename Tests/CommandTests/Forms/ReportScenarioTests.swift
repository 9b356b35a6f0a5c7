import Foundation
import Testing

@Suite("Mẫu 03 of a scenario")
struct ReportScenarioTests {
    private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden/mau-03-webshell-upload.html")

    /// Points in time without their numbers: when it is detected and reported is when the test runs.
    private static func timeless(_ text: String) -> String {
        text.replacing(/[0-9]{2}:[0-9]{2}/, with: "GG:PP")
            .replacing(/[0-9]{2}\/[0-9]{2}\/[0-9]{4}/, with: "NN/TT/NNNN")
            .replacing(/ngày [0-9]+ tháng [0-9]+ năm [0-9]+/, with: "ngày NN tháng TT năm NNNN")
    }

    @Test(
        "From a capture to the form: it equals its golden file, and every mandatory field that is not known is listed"
    )
    func form() throws {
        let scene = try Scene()
        func path(_ name: String) -> String { Scene.repository.appendingPathComponent(name).path }
        let scan = [
            "scan", path("captures/webshell/webshell-upload"), "--rules", path("rules"), "--networks",
            path("packaging/networks.example.yml"), "--store", "i.db", "--exit-zero",
        ]
        #expect(try scene.finish(scene.process(scan)).code == 0)
        let list = try scene.run("incident", "list", "--store", "i.db", "--json").output
        let id = String(try #require(list.firstMatch(of: /HD-[0-9]{8}-[0-9A-Z]{8}/)).output)
        let report = scene.process([
            "report", "tt20-2017/mau-03", "--incident", id, "--store", "i.db", "--forms",
            path("packaging/forms"), "--organisation", path("packaging/organisation.example.yml"), "--lang",
            "vi", "--output", "m.html",
        ])
        let outcome = try scene.finish(report)
        #expect(outcome.code == 3)
        let missing = outcome.messages.matches(of: /còn thiếu: .*--set ([a-z_]+)=/).map {
            String($0.output.1)
        }
        #expect(
            missing == ["attack_happened", "damage_risk", "information_sensitivity", "notice_sent_to"])
        let html = Self.timeless(try scene.text("m.html"))
        if ProcessInfo.processInfo.environment["HAIDANG_GOLDEN"] != nil {
            try Data(html.utf8).write(to: Self.golden)
        }
        #expect(html == String(decoding: try Data(contentsOf: Self.golden), as: UTF8.self))
        for field in missing { #expect(!html.contains("--set \(field)")) }
        #expect(html.contains("(còn thiếu)") && html.contains("[TBSC]"))
    }
}
