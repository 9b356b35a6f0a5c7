import Foundation
import Testing

@testable import haidang

@Suite("The list of receivers of events")
struct SinkFileTests {
    /// Entries of a file, and what is said about it behind its name.
    static let invalid: [(text: String, sentences: [String])] = [
        ("sink: []\n", [":1: there is no key sink; did you mean sinks?"]),
        ("sinks:\n  - {id: a}\n", [":2: the key kind is missing"]),
        (
            "sinks:\n  - {id: a, kind: slack}\n",
            [":2: the key kind takes one of syslog, webhook, mail, file"]
        ),
        ("sinks:\n  - {id: a, kind: file}\n", [":2: the key path is missing"]),
        ("sinks:\n  - {kind: file, path: b}\n", [":2: the key id is missing"]),
        (
            "sinks:\n  - {id: a, kind: file, path: b, hots: c}\n",
            [":2: there is no key hots"]
        ),
        (
            "sinks:\n  - {id: a, kind: syslog, hots: c}\n",
            [":2: there is no key hots; did you mean host?"]
        ),
        (
            "sinks:\n  - id: a\n    kind: webhook\n    url: http://soc.example/\n",
            [":4: url: without TLS only to this machine itself; use https"]
        ),
        (
            "sinks:\n  - {id: a, kind: file, path: b}\n  - {id: a, kind: file, path: c}\n",
            [":3: the name a is taken on line 2"]
        ),
        (
            "sinks:\n  - {id: a, kind: syslog, host: h, limit: 1023}\n  - {id: b, kind: file, path: c, severity: 5}\n",
            [
                ":2: the key limit takes a whole number from 1024 to 65000",
                ":3: the key severity takes a whole number from 1 to 4",
            ]
        ),
        (
            "sinks:\n  - {id: a, kind: file, path: b, categories: [malware, virus]}\n",
            [":2: the key categories takes one of malware, intrusion, dos"]
        ),
        (
            "sinks:\n  - {id: a, kind: file, path: b, types: [alert, flow]}\n",
            [":2: types does not know flow"]
        ),
        (
            "sinks:\n  - {id: a, kind: mail, server: 'smtp://m.example', from: a@b.example, to: [c]}\n",
            [":2: to does not take c: it is no address for this"]
        ),
    ]

    @Test("What is not valid is one sentence with file, line and the nearest known key", arguments: invalid)
    func invalidFile(text: String, sentences: [String]) throws {
        let scene = try Scene.ready()
        try scene.write("s.yml", text)
        var said: [String] = []
        do throws(CommandError) {
            _ = try SinkFile.load(scene.folder.appendingPathComponent("s.yml").path)
        } catch {
            guard case .configuration(let problems) = error else { throw error }
            said = problems.map { $0.text(.english) }
        }
        #expect(said.count == sentences.count)
        for (sentence, expected) in zip(said, sentences) {
            #expect(sentence.contains("s.yml" + expected), "\(sentence)")
        }
    }

    @Test("The example loads")
    func example() throws {
        let path = Scene.repository.appendingPathComponent("packaging/sinks.example.yml").path
        let sinks = try SinkFile.load(path)
        #expect(sinks.count == 5)
    }
}
