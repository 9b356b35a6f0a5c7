import Foundation
import Testing

@Suite("Standard output and standard error")
struct StreamsTests {
    @Test("Nothing is coloured and no progress is shown without a terminal")
    func plain() throws {
        let scene = try Scene.ready()
        try scene.write("rules/broken.yar", Scene.brokenRule)
        for arguments in [
            ["scan", "hit.pcap"], ["rules", "check", "rules"], ["doctor"], ["scan", "missing"],
        ] {
            let outcome = try scene.finish(scene.process(arguments))
            #expect(!(outcome.output + outcome.messages).contains("\u{1b}"))
        }
    }

    @Test(
        "On a terminal there are colours, and none with NO_COLOR or --no-color",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs script(1)"))
    func terminal() throws {
        let scene = try Scene.ready()
        func shown(_ command: String, _ environment: [String: String] = [:]) throws -> String {
            let process = scene.process(["-qec", command, "/dev/null"])
            process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
            let all = ["LANG": "en_US.UTF-8", "TERM": "xterm", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"]
            process.environment = all.merging(environment) { $1 }
            return try scene.finish(process).output
        }
        let command = "'\(Scene.program.path)' scan hit.pcap"
        #expect(try shown(command).contains("\u{1b}[1m"))
        #expect(try shown(command, ["NO_COLOR": "1"]).contains("\u{1b}[") == false)
        #expect(try shown(command + " --no-color").contains("\u{1b}[") == false)
        let narrow = try shown(command + " --no-color", ["COLUMNS": "80"])
        #expect(narrow.contains("\n    198.51.100.7:40000 → 203.0.113.9:80 tcp · TCP stream to server · "))
    }

    @Test("--quiet leaves results and errors")
    func quiet() throws {
        let scene = try Scene.ready()
        try scene.write("rules/broken.yar", Scene.brokenRule)
        let outcome = try scene.run("scan", "hit.pcap", "missing.pcap", "--quiet")
        #expect(outcome.messages == "haidang: there is no file or folder missing.pcap\n")
        #expect(outcome.output.contains("beacon:Beacon"))
    }

    @Test("A reader that goes away ends nothing but the talking: same exit code, whole event log, no message")
    func brokenPipe() throws {
        let scene = try Scene.ready()
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let process = scene.process(["scan", "hit.pcap", "--event-log", "events.json", "--host", "h"])
        let outcome = try scene.finish(process, output: pipe.fileHandleForWriting)
        #expect(outcome.code == 1)
        #expect(outcome.messages.isEmpty)
        #expect(try scene.text("events.json").contains("\"event_type\":\"stats\""))
    }

    @Test("Results that could not be written make the run incomplete, and the reason is told")
    func fullOutput() throws {
        let scene = try Scene.ready()
        let process = scene.process(["inspect", "packets", "--csv", "hit.pcap"])
        let full = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
        let outcome = try scene.finish(process, output: full)
        #expect(outcome.code == 3)
        #expect(outcome.messages.contains("No space left on device"))
    }

    @Test("The version names the libraries, and completion scripts are there for three shells")
    func builtIn() throws {
        let scene = try Scene()
        let version = try scene.run("--version")
        #expect(version.code == 0)
        #expect(version.output.hasPrefix("haidang 0."))
        #expect(version.output.contains("libpcap version") && version.output.contains("libyara 4."))
        for shell in ["bash", "zsh", "fish"] {
            let outcome = try scene.run("--generate-completion-script", shell, environment: [:])
            #expect(outcome.code == 0)
            #expect(outcome.output.contains("event-log"))
        }
    }
}
