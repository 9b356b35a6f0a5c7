import Capture
import NetTypes
import Testing

@testable import Drills

/// The loop that sends frames, by a clock that a test moves.
@Suite struct SendingLoopTests {
    private final class Wire {
        var sent: [(number: UInt8, at: Int64)] = []
        var stops = false
    }

    private func loop(
        _ clock: SteppedClock, speed: Double = 1, _ wire: Wire = Wire(),
        progress: @escaping (SendingAccount) -> Void = { _ in }
    ) -> SendingLoop<SteppedClock> {
        SendingLoop(clock, speed: speed, linkType: .ethernet, isStopped: { wire.stops }, progress: progress)
    }

    @Test("Each frame is sent when it is due, in order, and the account says so")
    func paced() throws {
        let (clock, wire) = (SteppedClock(), Wire())
        let began = clock.now
        var frames = CannedFrames(milliseconds: [100, 101, 150, 2150])
        var loop = loop(clock, wire)
        try loop.run(&frames, on: "x") { frame in
            wire.sent.append((frame[0], clock.now - began))
            return .sent
        }
        #expect(wire.sent.map(\.number) == [1, 2, 3, 4])
        #expect(wire.sent.map(\.at) == [0, 1_000_000, 50_000_000, 2_050_000_000])
        let account = loop.account
        #expect(account.isBalanced && account.isComplete)
        #expect(account.sent == 4)
        #expect(account.bytes == 240)
        #expect(account.startedAt == Timestamp(seconds: 1_795_508_130, nanoseconds: began))
        #expect(account.firstCaptured == Timestamp(nanoseconds: 100_000_000))
        #expect(account.duration == 2_050_000_000)
        #expect(account.lateness.largest == 0)
    }

    @Test("What one wait is late by, the next one is not")
    func lateness() throws {
        let (clock, wire) = (SteppedClock(), Wire())
        let began = clock.now
        clock.delay = 70_000
        var frames = CannedFrames(milliseconds: (0..<200).map { Int64($0) })
        var loop = loop(clock, wire)
        try loop.run(&frames, on: "x") { frame in
            wire.sent.append((frame[0], clock.now - began))
            return .sent
        }
        #expect(wire.sent.last?.at == 199_070_000)
        #expect(loop.account.lateness.largest == 70_000)
        #expect((70_000...70_000).contains(loop.account.lateness.p99))
    }

    @Test("Frames that cannot be sent are counted, each where it belongs")
    func leftOut() throws {
        let clock = SteppedClock()
        var frames = CannedFrames(milliseconds: [0, 1, 2, 3, 4])
        frames.frames[1].header.wireLength = 61
        frames.frames[2].header.linkType = .raw
        var loop = loop(clock)
        try loop.run(&frames, on: "x") { frame in
            switch frame[0] {
            case 4: .tooLong
            case 5: .refused(reason: "Invalid argument")
            default: .sent
            }
        }
        let account = loop.account
        #expect(account.isBalanced && !account.isComplete)
        #expect([account.read, account.sent, account.cut, account.otherLink] == [5, 1, 1, 1])
        #expect([account.tooLong, account.refused] == [1, 1])
        #expect(account.refusal == "Invalid argument")
    }

    @Test("A frame without room is tried again, and given up in the end")
    func busy() throws {
        let clock = SteppedClock()
        var frames = CannedFrames(milliseconds: [0, 1, 2])
        var tries = 0
        var loop = loop(clock)
        try loop.run(&frames, on: "x") { frame in
            tries += 1
            return frame[0] == 2 || tries <= 3 ? .busy : .sent
        }
        let account = loop.account
        #expect(account.isBalanced)
        #expect([account.sent, account.refused, account.retries] == [2, 1, 203])
    }

    @Test("A capture of another kind of link is refused before anything is sent")
    func otherLink() {
        var frames = CannedFrames(milliseconds: [0, 1])
        frames.frames[0].header.linkType = .raw
        var loop = loop(SteppedClock())
        var sent = 0
        #expect(throws: SendingError.otherLink(interface: "x", capture: .raw, linkType: .ethernet)) {
            try loop.run(&frames, on: "x") { _ in
                sent += 1
                return .sent
            }
        }
        #expect(sent == 0)
    }

    @Test("It stops between frames, also in the middle of a long wait")
    func stop() throws {
        let (clock, wire) = (SteppedClock(), Wire())
        var frames = CannedFrames(milliseconds: [0, 10, 3_600_000])
        var loop = loop(clock, wire) { _ in wire.stops = true }
        try loop.run(&frames, on: "x") { frame in
            wire.sent.append((frame[0], 0))
            return .sent
        }
        #expect(wire.sent.count < 3)
        #expect(loop.account.isStopped && loop.account.isBalanced)
        #expect(loop.account.unsent == UInt64(3 - wire.sent.count))
    }

    @Test("An interface that goes away ends it, with the account")
    func lost() throws {
        var frames = CannedFrames(milliseconds: (0..<300).map { Int64($0) })
        var loop = loop(SteppedClock())
        var sent = 0
        do throws(SendingError) {
            try loop.run(&frames, on: "x") { _ in
                sent += 1
                return sent > 100 ? .lost : .sent
            }
            Issue.record("it went on")
        } catch {
            guard case .lost("x", let account) = error else { throw error }
            #expect(account.sent == 100)
            #expect(account.isBalanced)
            #expect(account == loop.account)
        }
    }

    @Test("What was read before reading failed is sent, and why it ended is said")
    func unreadable() throws {
        var frames = CannedFrames(milliseconds: [0, 1])
        frames.fails = true
        var loop = loop(SteppedClock())
        try loop.run(&frames, on: "x") { _ in .sent }
        #expect(loop.account.sent == 2)
        #expect(loop.account.partial?.contains("Input/output error") == true)
    }

    @Test("As fast as possible waits for nothing")
    func fast() throws {
        let clock = SteppedClock()
        let began = clock.now
        var frames = CannedFrames(milliseconds: [0, 60_000, 120_000])
        var loop = loop(clock, speed: 0)
        try loop.run(&frames, on: "x") { _ in .sent }
        #expect(clock.now == began)
        #expect(loop.account.sent == 3)
    }
}
