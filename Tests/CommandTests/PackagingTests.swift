import Foundation
import Testing

@Suite("What is installed")
struct PackagingTests {
    private static let analyser = "/usr/bin/systemd-analyze"

    /// Exposure at most, in the tenths of a point that systemd-analyze counts in: 2.0.
    private static let exposure = 20

    /// A scene with what `make install` puts under its folder; a short script stands for the program.
    private func installed() throws -> Scene {
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
        try scene.shell("\(make) && .ci/install '\(scene.path("tree"))' /usr /etc")
        return scene
    }

    @Test("Every file has its place, and no placeholder is left")
    func tree() throws {
        let scene = try installed()
        let files = [
            "etc/haidang/haidang.yml", "etc/haidang/live.env", "etc/logrotate.d/haidang", "usr/bin/haidang",
            "usr/lib/systemd/system/haidang-live.service", "usr/lib/systemd/system/haidang-scan.service",
            "usr/lib/systemd/system/haidang-scan.timer", "usr/lib/sysusers.d/haidang.conf",
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

    @Test(
        "systemd finds little that the live service is exposed to",
        .enabled(if: FileManager.default.isExecutableFile(atPath: analyser)))
    func exposure() throws {
        let scene = try installed()
        let unit = scene.path("tree/usr/lib/systemd/system/haidang-live.service")
        let process = scene.process(
            [
                "security", "--no-pager", "--offline=true", "--threshold=\(Self.exposure)", unit,
            ])
        process.executableURL = URL(fileURLWithPath: Self.analyser)
        let outcome = try scene.finish(process)
        let verdict = try #require(outcome.lines.last { $0.contains("exposure level") })
        print(verdict)
        #expect(outcome.code == 0, "\(verdict)")
    }
}
