import Capture
import NetTypes

/// Sends frames one after another, each when it is due.
struct SendingLoop<Clock: PacingClock> {
    /// Nothing is read ahead when a frame is due within this: 300 µs, which is longer than reading one usually takes.
    private let margin: Int64 = 300_000
    /// How long it takes at most to hear that it is to stop: 50 ms.
    private let nap: Int64 = 50_000_000
    /// Between two reports of progress: 200 ms.
    private let reportEvery: Int64 = 200_000_000
    /// How often a frame is tried for which the kernel has no room, and how long to wait each time: 10 ms in all.
    private let mostTries: UInt64 = 200
    private let patience: Int64 = 50_000

    private let clock: Clock
    private let linkType: LinkType
    private let isStopped: () -> Bool
    private let progress: (SendingAccount) -> Void
    private var waiting: WaitingFrames
    private var lateness = LatenessHistogram()
    private var isEnded = false
    private var isLost = false
    /// When the plan began, by the clock.
    private var start: Int64?
    private var reported: Int64 = 0
    /// What was done so far.
    private(set) var account = SendingAccount()

    /// A loop for an interface whose frames begin with `linkType`.
    init(
        _ clock: Clock, speed: Double, linkType: LinkType, isStopped: @escaping () -> Bool,
        progress: @escaping (SendingAccount) -> Void
    ) {
        self.clock = clock
        self.linkType = linkType
        self.isStopped = isStopped
        self.progress = progress
        waiting = WaitingFrames(SendingPlan(speed: speed))
        account.speed = speed
    }

    /// Sends all that a source has. `account` is to be asked for afterwards, also when this throws.
    mutating func run<Source: FrameSource & ~Copyable>(
        _ source: inout Source, on interface: String, _ send: (Span<UInt8>) -> FrameSender.Outcome
    ) throws(SendingError) {
        defer { finish() }
        while !waiting.isFull, try read(&source, on: interface) {}
        while !isLost {
            guard let due = waiting.due else {
                guard try read(&source, on: interface) else { break }
                continue
            }
            let deadline = start.map { $0 + due } ?? clock.now
            while !waiting.isFull, !isEnded, deadline - clock.now > margin {
                guard try read(&source, on: interface) else { break }
            }
            guard waitAlmost(until: deadline) else { break }
            clock.wait(until: deadline)
            sendNext(deadline, due, send)
        }
        if isLost { throw .lost(interface: interface, account: finished) }
    }

    /// Reads a frame ahead; false when there is none.
    private mutating func read<Source: FrameSource & ~Copyable>(
        _ source: inout Source, on interface: String
    ) throws(SendingError) -> Bool {
        if isEnded { return false }
        var other: LinkType?
        do throws(CaptureError) {
            let isLent = try source.withNextFrame { header, frame in other = take(header, frame) }
            isEnded = !isLent
        } catch {
            // What was read before is sent all the same, and the account says why there is no more.
            isEnded = true
            account.partial = "\(error)"
        }
        // A capture of another kind of link is a mistake, a frame of one among others is left out.
        if let other, account.read == 1 {
            throw .otherLink(interface: interface, capture: other, linkType: linkType)
        }
        return !isEnded
    }

    /// Takes a frame in, or counts why not; the link type of one that begins with something else.
    private mutating func take(_ header: FrameHeader, _ frame: Span<UInt8>) -> LinkType? {
        account.read += 1
        if header.linkType == linkType, header.wireLength <= frame.count {
            waiting.append(header, frame)
            return nil
        }
        waiting.pass(header)
        if header.linkType != linkType {
            account.otherLink += 1
            return header.linkType
        }
        account.cut += 1
        return nil
    }

    /// Waits until a frame is nearly due; false when it is to stop instead.
    private mutating func waitAlmost(until deadline: Int64) -> Bool {
        while true {
            if isStopped() {
                account.isStopped = true
                return false
            }
            let left = deadline - clock.now
            // Where frames follow each other closely there is never time, and people want to see something all the same.
            if left > margin || clock.now - reported > 10 * reportEvery { report() }
            if left < 2 * nap { return true }
            clock.rest(nanoseconds: nap)
        }
    }

    private mutating func report() {
        let now = clock.now
        guard now - reported >= reportEvery else { return }
        reported = now
        progress(account)
    }

    private mutating func sendNext(
        _ deadline: Int64, _ due: Int64, _ send: (Span<UInt8>) -> FrameSender.Outcome
    ) {
        let began = clock.now
        if start == nil {
            start = began - due
            account.startedAt = clock.wall
        } else if account.speed > 0 {
            lateness.record((began - deadline).magnitude)
        }
        var retries: UInt64 = 0
        let (clock, patience, most) = (clock, patience, mostTries)
        let result = waiting.withNext { next in
            var outcome = send(next.bytes.span)
            while outcome == .busy, retries < most {
                retries += 1
                clock.rest(nanoseconds: patience)
                outcome = send(next.bytes.span)
            }
            return (outcome, UInt64(next.bytes.count), next.header.timestamp)
        }
        account.retries += retries
        guard let (outcome, bytes, time) = result else { return }
        count(outcome, bytes, time)
    }

    private mutating func count(_ outcome: FrameSender.Outcome, _ bytes: UInt64, _ time: Timestamp) {
        switch outcome {
        case .sent:
            account.sent += 1
            account.bytes += bytes
            if account.firstCaptured == nil { account.firstCaptured = time }
        case .tooLong: account.tooLong += 1
        case .busy:
            account.refused += 1
            account.refusal = "no room in the kernel"
        case .refused(let reason):
            account.refused += 1
            account.refusal = reason
        case .lost:
            account.unsent += 1
            isLost = true
        }
    }

    private var finished: SendingAccount {
        var account = account
        account.unsent += UInt64(waiting.count)
        account.duration = UInt64(max(0, clock.now - (start ?? clock.now)))
        account.lateness.median = lateness.percentile(50)
        account.lateness.p99 = lateness.percentile(99)
        account.lateness.largest = lateness.largest
        return account
    }

    private mutating func finish() { account = finished }
}
