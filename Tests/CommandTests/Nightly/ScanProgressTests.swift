import Foundation
import NetTypes
import Testing

@testable import haidang

@Suite("How far a scan is")
struct ScanProgressTests {
    private func file(_ path: String, _ size: UInt64) -> ScanUnit.File {
        ScanUnit.File(path: path, size: size)
    }

    private func unit(_ files: [ScanUnit.File], after leadIn: ScanUnit.File? = nil) -> ScanUnit {
        ScanUnit(files: files, leadIn: leadIn, work: .scan, counter: nil)
    }

    @Test(
        "What is read counts as done only as far as the plan knew of it, and a file read again is no file of the run"
    )
    func counts() {
        let (one, two, before) = (file("one", 100), file("two", 300), file("before", 50))
        let progress = ScanProgress([unit([one], after: before), unit([two], after: one)])
        progress.update(before, bytesRead: 50, isAgain: true)
        progress.finish(before, isAgain: true)
        progress.update(one, bytesRead: 140)
        // The other job reads the same file, for the flows at its end.
        progress.update(one, bytesRead: 20, isAgain: true)
        var forecast = progress.forecast
        #expect(forecast.files == 0 && forecast.allFiles == 2)
        #expect(forecast.bytes == 50 + 100 + 20 && forecast.allBytes == 100 + 300 + 50 + 100)
        #expect(forecast.bytesRead == 50 + 140 + 20)
        progress.finish(one)
        // This one could not be opened: it is done, and nothing was read.
        progress.finish(two)
        forecast = progress.forecast
        #expect(forecast.files == 2 && forecast.bytes == 50 + 100 + 20 + 300)
        #expect(forecast.bytesRead == 50 + 140 + 20)
        #expect(forecast.room == nil)
    }

    @Test("What time is left is known where the run has to be over, and is never less than none")
    func room() {
        #expect(ScanProgress([], until: Timestamp(nanoseconds: 1)).forecast.room == .zero)
        let far = ScanProgress([], until: Timestamp.now.advanced(by: 3_600_000_000_000)).forecast.room
        #expect((far ?? .zero) > .seconds(3000))
    }

    @Test("In a log it is a plain line now and then, without a bar, a name or a control character")
    func log() throws {
        let scene = try Scene()
        try scene.write("log", "")
        let handle = try FileHandle(forWritingTo: scene.folder.appendingPathComponent("log"))
        let messages = Messages(
            quiet: false, palette: Palette(enabled: false), to: Descriptor(number: handle.fileDescriptor))
        let (one, two) = (file("o\u{1b}ne", 3), file("two", 5))
        let often = ScanProgress([unit([one]), unit([two])], line: .zero)
        often.update(one, bytesRead: 2)
        often.show(messages)
        often.finish(one)
        often.show(messages)
        let seldom = ScanProgress([unit([one])])
        seldom.show(messages)
        try handle.close()
        let lines = [2, 3].enumerated().map { done, bytes in
            "\(NightText.progress(ScanForecast(files: done, allFiles: 2, bytes: UInt64(bytes), allBytes: 8)))\n"
        }
        #expect(try scene.text("log") == lines.joined())
    }

    @Test(
        "On a terminal it is one line that is drawn again and again, no wider than the terminal, and gone in the end"
    )
    func terminal() throws {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", Scene.rule)
        try scene.write(
            "in/the name of this file is longer than the terminal is wide.pcap",
            Scene.savefile(saying: Scene.word), upTo: 64 << 30)
        let terminal = try PseudoTerminal(columns: 60)
        let process = scene.process(["scan", "in", "--rules", "rules"])
        let outcome = try scene.finish(process, messages: terminal.program) { process in
            try terminal.program.close()
            var isStopped = false
            while terminal.read() {
                guard !isStopped, terminal.text.count(where: { $0 == "\r" }) >= 3 else { continue }
                kill(process.processIdentifier, SIGTERM)
                isStopped = true
            }
        }
        #expect(outcome.code == 143)
        let parts = terminal.text.components(separatedBy: "\r\u{1b}[K")
        let drawn = parts.dropFirst().dropLast()
        #expect(
            drawn.count >= 3 && parts.first == "" && parts.last == "", "\(terminal.text.debugDescription)")
        for line in drawn {
            #expect(DisplayWidth.columns(line) < 60 && line.hasPrefix("░") && line.contains("0 of 1 files, "))
            #expect(!line.contains { $0 == "\r" || $0 == "\n" || $0 == "\u{1b}" })
        }
    }
}
