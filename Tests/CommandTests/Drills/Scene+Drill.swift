import Foundation
import TestSupport
import Testing

extension Scene {
    /// A scene with two rules in files of their own, and a drill of two captures, in each of which the word is said once; the
    /// second plays 1.2 s later, at other addresses.
    static func drill() throws -> Scene {
        let scene = try Scene()
        try scene.write("rules/a.yar", Scene.rule)
        try scene.write(
            "rules/b.yar",
            """
            rule Understood {
                meta: severity = 3
                strings: $word = "understood"
                condition: $word
            }

            """)
        try scene.write("d/traffic.pcap", Scene.savefile(saying: Scene.word))
        try scene.write("d/drill.yml", Scene.drillText)
        return scene
    }

    /// Two injects, one for each time that the word is said, and the answers of the server that belong to them.
    static let drillText = """
        title: A word is said twice
        title_vi: Một lời được nói hai lần
        story: Somebody says a word.
        captures:
          - file: traffic.pcap
          - file: traffic.pcap
            offset: 1200ms
            map: {203.0.113.0/24: 192.0.2.0/24}
        injects:
          - id: 1
            title: First
            title_vi: Lần đầu
            points: 10
            expect:
              - {rule: a/Beacon, src: 198.51.100.7, dst: 203.0.113.9, dport: 80, direction: to_server}
            answer: {points: 4, category: other, hosts: [203.0.113.9]}
            acknowledge: {within: 15m, points: 2}
          - id: 2
            title: Second
            title_vi: Lần hai
            at: 1200ms
            within: 5s
            points: 20
            expect:
              - {rule: a/Beacon, dst: 192.0.2.9}
              - {rule: b/Understood, dst: 192.0.2.9, direction: to_client}
          - id: 3
            title: Answer
            title_vi: Đáp
            points: 5
            expect:
              - {rule: b/Understood, dst: 203.0.113.9}
        silent:
          - title: Nothing else
            points: 3

        """

    /// Runs the drill of the scene into a folder.
    func play(_ to: String, _ options: String...) throws -> Outcome {
        try finish(process(["drill", "run", "d", "--to", to, "--rules", "rules"] + options))
    }

    /// The score of a run, as lines of JSON.
    func score(_ folder: String) throws -> [String] {
        try run("drill", "score", folder, "--json").lines
    }
}

extension Scene {
    /// Waits until something holds, at most half a minute, and records an issue when it does not. What throws meanwhile
    /// does not hold yet.
    func awaits(_ holds: () throws -> Bool, sourceLocation: SourceLocation = #_sourceLocation) {
        for _ in 0..<600 {
            if (try? holds()) == true { return }
            Thread.sleep(forTimeInterval: 0.05)
        }
        Issue.record("it did not come to that", sourceLocation: sourceLocation)
    }
}
