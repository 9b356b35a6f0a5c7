import Foundation
import NetTypes
import TestSupport
import Testing

@testable import Incidents

@Suite("One run at a time holds the ledger")
struct LedgerHoldTests {
    private let folder: TestFolder
    private var path: String { folder.path + "/ledger.db" }

    init() throws { folder = try TestFolder() }

    @Test("A second one is refused with whose it is, reads all the same, and has it once it is free")
    func second() throws {
        let (one, other) = (try ScanLedger(path: path), try ScanLedger(path: path))
        try one.hold(now: LedgerSamples.time)
        try one.hold(now: LedgerSamples.time.advanced(by: 1))
        let refusal = LedgerError.held(byPID: getpid(), since: LedgerSamples.time)
        #expect(throws: refusal) { try other.hold(now: LedgerSamples.time) }
        #expect(throws: refusal) { try other.hold(now: LedgerSamples.time) }
        let run = try LedgerSamples.begin(one)
        #expect(try other.lastRun?.number == run)
        #expect(throws: LedgerError.notHeld) { try LedgerSamples.begin(other) }
        #expect(throws: LedgerError.notHeld) { try other.record([], run: run) }
        #expect(throws: LedgerError.notHeld) {
            try other.finish(run, exitCode: 0, known: 0, left: 0, now: LedgerSamples.time)
        }
        one.release()
        try other.hold(now: LedgerSamples.time)
        #expect(throws: LedgerError.notHeld) { try LedgerSamples.begin(one) }
        try other.close()
        try one.hold(now: LedgerSamples.time)
    }

    @Test("Whoever only looks is told who holds it, makes nothing, and keeps nobody from it")
    func look() throws {
        let (one, other) = (try ScanLedger(path: path), try ScanLedger(path: path))
        try other.requireUnheld()
        #expect(!FileManager.default.fileExists(atPath: path + ".lock"))
        try one.hold(now: LedgerSamples.time)
        #expect(throws: LedgerError.held(byPID: getpid(), since: LedgerSamples.time)) {
            try other.requireUnheld()
        }
        one.release()
        try other.requireUnheld()
        try one.hold(now: LedgerSamples.time)
    }

    @Test("It is free when it was let go of without a word")
    func dropped() throws {
        var one: ScanLedger? = try ScanLedger(path: path)
        try one?.hold(now: LedgerSamples.time)
        one = nil
        try ScanLedger(path: path).hold(now: LedgerSamples.time)
    }

    @Test("Over a link it is the same ledger")
    func link() throws {
        let one = try ScanLedger(path: path)
        let link = folder.path + "/link.db"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "ledger.db")
        try one.hold(now: LedgerSamples.time)
        let other = try ScanLedger(path: link)
        #expect(throws: LedgerError.held(byPID: getpid(), since: LedgerSamples.time)) {
            try other.hold(now: LedgerSamples.time)
        }
    }

    @Test("A lock that is a link to somewhere else is not followed")
    func lockLink() throws {
        let ledger = try ScanLedger(path: path)
        try folder.write("other", Array("keep".utf8))
        try FileManager.default.createSymbolicLink(
            atPath: path + ".lock", withDestinationPath: folder.path + "/other")
        #expect {
            try ledger.hold(now: LedgerSamples.time)
        } throws: { error in
            if case LedgerError.cannotOpen(path.appending(".lock"), _) = error { true } else { false }
        }
        #expect(FileManager.default.contents(atPath: folder.path + "/other") == Data("keep".utf8))
    }

    @Test(
        "When the process that holds it is killed it is free, with what the other left of itself in the file")
    func killed() throws {
        let ledger = try ScanLedger(path: path)
        try folder.write("ledger.db.lock", Array("no number\n".utf8))
        let process = Process()
        // It holds the lock for as long as it lives; what it runs has not inherited it, and ends with its input.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        process.arguments = ["-o", path + ".lock", "sh", "-c", "echo held; cat"]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        #expect(try output.fileHandleForReading.read(upToCount: 5) == Data("held\n".utf8))
        #expect(throws: LedgerError.held(byPID: nil, since: nil)) {
            try ledger.hold(now: LedgerSamples.time)
        }
        kill(process.processIdentifier, SIGKILL)
        // What it ran has its output still, which Foundation waits for.
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        try ledger.hold(now: LedgerSamples.time)
    }

    @Test("What is run while it is held does not keep it")
    func inherited() throws {
        let (one, other) = (try ScanLedger(path: path), try ScanLedger(path: path))
        try one.hold(now: LedgerSamples.time)
        let lock = try #require(descriptor(of: path + ".lock"))
        #expect(fcntl(lock, F_GETFD) & FD_CLOEXEC != 0)
        one.release()
        try other.hold(now: LedgerSamples.time)
    }

    private func descriptor(of path: String) -> Int32? {
        (0..<1024).first { number in
            let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")
            return link == path
        }
    }
}
