import Foundation
import Testing

@Suite("What is installed")
struct PackagingTests {
    private static let analyser = "/usr/bin/systemd-analyze"

    /// Exposure at most of each service, in the tenths of a point that systemd-analyze counts in. The one that sends mail runs
    /// as root.
    private static let exposures = [
        ("haidang-live.service", 20), ("haidang-scan.service", 20), ("haidang-scan-failed@.service", 35),
    ]

    /// A scene with what `make install` puts under its folder; a short script stands for the program.
    private func installed(_ arguments: (Scene) -> String = { "'\($0.path("tree"))' /usr /etc" }) throws
        -> Scene
    {
        let scene = try Scene()
        for place in [".ci", "packaging", "rules"] {
            try FileManager.default.copyItem(
                at: Scene.repository.appendingPathComponent(place),
                to: scene.folder.appendingPathComponent(place))
        }
        try scene.write(".build/release/script", "#!/bin/sh\n")
        // The copy is the shell's: a file that this process has written may still be open in a program that another test
        // was just starting, and then cannot be run (ETXTBSY).
        let make = "cp .build/release/script .build/release/haidang && chmod +x .build/release/haidang"
        try scene.shell("\(make) && .ci/install \(arguments(scene))")
        return scene
    }

    @Test("Every file has its place, and no placeholder is left")
    func tree() throws {
        let scene = try installed()
        let files = [
            "etc/haidang/haidang.yml", "etc/haidang/live.env", "etc/logrotate.d/haidang", "usr/bin/haidang",
            "usr/lib/systemd/system/haidang-live.service", "usr/lib/systemd/system/haidang-scan.service",
            "usr/lib/systemd/system/haidang-scan.timer", "usr/lib/sysusers.d/haidang.conf",
            "usr/lib/systemd/system/haidang-scan-failed@.service", "usr/lib/haidang/scan-failed",
            "usr/share/doc/haidang/examples/cron.d/haidang-scan",
            "usr/share/haidang/networks.example.yml", "usr/share/haidang/sinks.example.yml",
            "usr/share/haidang/suppressions.example.yml",
            "usr/share/haidang/organisation.example.yml", "usr/share/haidang/forms/common/head.mustache",
            "usr/share/haidang/forms/tt20-2017/profile.yml",
        ]
        for file in files {
            let text = try scene.text("tree/\(file)")
            #expect(!text.contains("@PREFIX@") && !text.contains("@SYSCONFDIR@"), "\(file)")
        }
        let unit = try scene.text("tree/usr/lib/systemd/system/haidang-live.service")
        #expect(unit.contains("ExecStart=/usr/bin/haidang live --config /etc/haidang/haidang.yml "))
        #expect(unit.contains("EnvironmentFile=-/etc/haidang/live.env"))
        let failed = try scene.text("tree/usr/lib/systemd/system/haidang-scan-failed@.service")
        #expect(failed.contains("ExecStart=/usr/lib/haidang/scan-failed %i\n"))
        #expect(FileManager.default.isExecutableFile(atPath: scene.path("tree/usr/lib/haidang/scan-failed")))
        #expect(!FileManager.default.fileExists(atPath: scene.path("tree/etc/cron.d")), "only an example")
    }

    @Test("What an operator has written is not overwritten")
    func keeps() throws {
        let scene = try installed()
        try scene.write("tree/etc/haidang/live.env", "ours\n")
        try scene.write("tree/etc/haidang/haidang.yml", "ours\n")
        try scene.shell(".ci/install '\(scene.path("tree"))' /usr /etc")
        #expect(try scene.text("tree/etc/haidang/live.env") == "ours\n")
        #expect(try scene.text("tree/etc/haidang/haidang.yml") == "ours\n")
    }

    /// The value of a key of a unit.
    private static func value(_ key: String, _ unit: String) -> String? {
        unit.split(separator: "\n").first { $0.hasPrefix(key + "=") }.map {
            String($0.dropFirst(key.count + 1))
        }
    }

    @Test("The nightly service is over in the morning, stays under its memory, and tells root when it fails")
    func nightly() throws {
        let unit = try installed().text("tree/usr/lib/systemd/system/haidang-scan.service")
        #expect(Self.value("SuccessExitStatus", unit) == "1")
        #expect(Self.value("OnFailure", unit) == "haidang-scan-failed@%n.service")
        #expect(Self.value("MemoryMax", unit) == "4G")
        let command = try #require(Self.value("ExecStart", unit))
        for option in ["--until 06:30", "--max-memory 3GiB", "--ledger /var/lib/haidang/ledger.db"] {
            #expect(command.contains(option), "\(option)")
        }
    }

    @Test("The program knows the options that timer and cron start it with", arguments: [true, false])
    func options(isTimer: Bool) throws {
        let tree = try installed()
        let file =
            isTimer
            ? "usr/lib/systemd/system/haidang-scan.service"
            : "usr/share/doc/haidang/examples/cron.d/haidang-scan"
        let line = try #require(
            try tree.text("tree/\(file)").split(separator: "\n").last {
                $0.contains("/usr/bin/haidang scan ")
            })
        let scene = try Scene.ready()
        try scene.write("haidang.yml", "rules: [rules]\n")
        var words = line.split(separator: " ").map(String.init)
        words = Array(words[try #require(words.firstIndex(of: "scan"))...])
        let places = [
            "/etc/haidang/haidang.yml": "haidang.yml", "/var/lib/haidang/ledger.db": "l.db",
            "/var/lib/haidang/captures": "hit.pcap", "/var/lib/haidang/digest.html": "d.html",
            "/var/lib/haidang/digest.txt": "d.txt",
        ]
        words = words.map { places[$0] ?? $0 } + ["--settle", "0s"]
        #expect(words.allSatisfy { !$0.contains("/") }, "every place is known to this test: \(words)")
        let outcome = try scene.finish(scene.process(words))
        #expect(outcome.code == 1, "\(outcome.messages)")
    }

    @Test("Root is told by mail that a night failed, with the unit's state and its last lines")
    func mail() throws {
        let scene = try installed()
        for (name, script) in [
            ("sendmail", "echo \"$@\" >arguments; cat >letter"),
            ("systemctl", "echo state of \"$@\"; exit 3"),
            ("journalctl", "echo lines of \"$@\"; echo last words"),
        ] {
            try scene.shell(
                "mkdir -p fake; printf '#!/bin/sh\\n%s\\n' '\(script)' >fake/\(name); chmod +x fake/\(name)")
        }
        try scene.shell("PATH=$PWD/fake:$PATH tree/usr/lib/haidang/scan-failed haidang-scan.service")
        #expect(try scene.text("arguments") == "-i root\n")
        let letter = try scene.text("letter")
        let parts = letter.components(separatedBy: "\n\n")
        #expect(parts[0].contains("To: root\nSubject: haidang-scan.service failed on "))
        let isASCII = parts[0].utf8.allSatisfy { $0 < 0x80 }
        #expect(isASCII)
        #expect(letter.contains("state of status --no-pager --full --lines=0 haidang-scan.service\n"))
        #expect(letter.contains("--unit=haidang-scan.service\nlast words\n"))
        #expect(letter.contains("haidang doctor --nightly"))
    }

    @Test(
        "systemd takes every unit without a word",
        .enabled(if: FileManager.default.isExecutableFile(atPath: analyser)))
    func verified() throws {
        let scene = try installed { "'' '\($0.path("tree/usr"))' '\($0.path("tree/etc"))'" }
        let folder = scene.path("tree/usr/lib/systemd/system")
        let units = [
            "haidang-scan.service", "haidang-scan.timer", "haidang-scan-failed@x.service",
            "haidang-live.service",
        ]
        let process = scene.process(
            ["verify", "--man=no"] + units.map { "\(folder)/\($0)" },
            environment: ["SYSTEMD_UNIT_PATH": folder + ":", "LANG": "C.UTF-8"])
        process.executableURL = URL(fileURLWithPath: Self.analyser)
        let outcome = try scene.finish(process)
        #expect(outcome.code == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
    }

    @Test(
        "systemd finds little that the services are exposed to",
        .enabled(if: FileManager.default.isExecutableFile(atPath: analyser)), arguments: exposures)
    func exposure(service: String, most: Int) throws {
        let scene = try installed()
        let unit = scene.path("tree/usr/lib/systemd/system/\(service)")
        let process = scene.process(
            [
                "security", "--no-pager", "--offline=true", "--threshold=\(most)", unit,
            ])
        process.executableURL = URL(fileURLWithPath: Self.analyser)
        let outcome = try scene.finish(process)
        let verdict = try #require(outcome.lines.last { $0.contains("exposure level") })
        print(verdict)
        #expect(outcome.code == 0, "\(verdict)")
    }
}
