import CClock
import Foundation
import NetTypes

/// What a night depends on beside files: the clock, and whoever starts the scan.
struct NightMachine {
    /// The time by the clock.
    var now: Timestamp
    /// Whether somebody keeps the clock by another one; nil where the kernel does not say.
    var isClockKept: Bool?
    /// What systemd says of the timer, in its word; nil where systemd is not at work.
    var timer: String?
    /// The user who looks.
    var user: String
    /// True where that is root, who may read everything.
    var isRoot: Bool

    /// The timer that starts the scan.
    static let timerUnit = "haidang-scan.timer"

    /// This machine, now.
    static func current() -> NightMachine {
        let clock = cclock_is_synchronised()
        return NightMachine(
            now: .now, isClockKept: clock < 0 ? nil : clock == 1, timer: timerState(), user: NSUserName(),
            isRoot: geteuid() == 0)
    }

    /// `enabled`, `disabled`, `not-found` and others, as `systemctl is-enabled` has them.
    private static func timerState() -> String? {
        let files = FileManager.default
        // As sd_booted(3) looks for it.
        guard files.fileExists(atPath: "/run/systemd/system"),
            let program = ["/usr/bin/systemctl", "/bin/systemctl"].first(where: files.isExecutableFile)
        else { return nil }
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["is-enabled", timerUnit]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let bytes = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        let word = String(decoding: bytes.prefix(64), as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
        return word.isEmpty ? "not-found" : word
    }
}
