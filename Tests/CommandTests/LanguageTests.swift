import Foundation
import Testing

@Suite("Language")
struct LanguageTests {
    static let commands = [
        ["--help"], ["scan", "--help"], ["inspect", "--help"], ["inspect", "streams", "--help"],
        ["inspect", "flows", "--help"], ["inspect", "packets", "--help"], ["rules", "--help"],
        ["rules", "check", "--help"], ["rules", "test", "--help"], ["rules", "list", "--help"],
        ["rules", "diff", "--help"], ["rules", "preview", "--help"], ["rules", "bundle", "--help"],
        ["rules", "bundle", "create", "--help"],
        ["rules", "bundle", "verify", "--help"], ["rules", "bundle", "key", "--help"], ["doctor", "--help"],
        ["report", "--help"], ["digest", "--help"],
        ["help", "scan"], ["inspect"], [],
    ]

    @Test(
        "Vietnamese is spoken unless the locale or --lang says English",
        arguments: [
            (["LANG": "vi_VN.UTF-8"], true), ([:], true), (["LANG": "C.UTF-8"], true),
            (["LC_ALL": "POSIX"], true),
            (["LANG": "en_US.UTF-8"], false), (["LANG": "vi_VN.UTF-8", "LC_ALL": "en_GB"], false),
            (["LANG": "en_US.UTF-8", "LC_MESSAGES": "vi_VN.UTF-8"], true),
        ])
    func locale(environment: [String: String], isVietnamese: Bool) throws {
        let outcome = try Scene.ready().run("scan", "missing.pcap", environment: environment)
        let vietnamese = "haidang: không có tệp hay thư mục missing.pcap\n"
        #expect((outcome.messages == vietnamese) == isVietnamese)
    }

    @Test("--lang wins over the locale, in both forms", arguments: [["--lang", "vi"], ["--lang=vi"]])
    func option(arguments: [String]) throws {
        let scene = try Scene.ready()
        let outcome = try scene.finish(scene.process(["scan", "missing.pcap"] + arguments))
        #expect(outcome.messages == "haidang: không có tệp hay thư mục missing.pcap\n")
    }

    @Test("Every help page is in the language of the person and exits with 0", arguments: commands)
    func help(arguments: [String]) throws {
        let scene = try Scene.ready()
        let english = try scene.finish(scene.process(arguments))
        let vietnamese = try scene.finish(scene.process(arguments, environment: [:]))
        for outcome in [english, vietnamese] {
            #expect(outcome.code == 0)
            #expect(outcome.messages.isEmpty)
        }
        #expect(english.output.contains("USAGE: haidang"))
        #expect(vietnamese.output.contains("CÁCH DÙNG: haidang"))
        for word in ["USAGE", "OVERVIEW", "OPTIONS", "Show ", "default:", "values:", "See '"] {
            #expect(!vietnamese.output.contains(word), "\(word)")
        }
    }

    @Test(
        "Usage errors are in the language of the person",
        arguments: [
            (["scan"], "hãy nêu tệp hoặc thư mục cần quét"),
            (["inspect", "streams"], "thiếu tham số '<FILE> ...'"),
            (["scan", "x", "--wrong"], "không có tùy chọn '--wrong'"),
            (["scan", "x", "--jsn"], "không có tùy chọn '--jsn'. Có phải là '--json'?"),
            (["scan", "x", "--host"], "thiếu giá trị cho '--host <NAME>'"),
            (["scna"], "thừa tham số 'scna'"),
            (["scan", "x", "--json=yes"], "tùy chọn '--json' không nhận giá trị, nhưng 'yes' được đưa vào"),
            (["inspect", "flows", "x", "--csv", "--json"], "'--json' không đi cùng được với '--csv'"),
        ])
    func usage(arguments: [String], sentence: String) throws {
        let scene = try Scene.ready()
        let outcome = try scene.finish(scene.process(arguments, environment: [:]))
        #expect(outcome.code == 2)
        #expect(outcome.messages.hasPrefix("haidang: \(sentence)"))
        #expect(outcome.messages.contains("--help' để biết cách dùng."))
    }

    @Test("A Vietnamese summary has Vietnamese reasons")
    func reasons() throws {
        let scene = try Scene.ready()
        try scene.write("cut.pcap", Scene.savefile(saying: "x").dropLast(3))
        try scene.write("notes.pcap", "notes")
        let outcome = try scene.run("scan", "cut.pcap", "notes.pcap", environment: [:])
        #expect(outcome.code == 3)
        #expect(outcome.output.contains("CHƯA QUÉT HẾT"))
        #expect(outcome.output.contains("dở dang: cut.pcap: sau khung "))
        #expect(outcome.output.contains("bị cắt giữa một bản ghi"))
        #expect(outcome.output.contains("không phải là tệp bắt gói (pcap): trông như văn bản"))
    }

    @Test(
        "Machine output is the same in every language",
        arguments: [
            ["inspect", "streams", "--csv", "hit.pcap"], ["inspect", "flows", "--json", "hit.pcap"],
            ["scan", "--json", "--host", "h", "hit.pcap"], ["rules", "check", "--json", "rules"],
        ])
    func machines(arguments: [String]) throws {
        let scene = try Scene.ready()
        let english = try scene.finish(scene.process(arguments))
        let vietnamese = try scene.finish(scene.process(arguments, environment: [:]))
        #expect(!english.output.isEmpty)
        #expect(english.output == vietnamese.output)
    }
}
