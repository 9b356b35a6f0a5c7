import Foundation
import NetTypes
import Synchronization

/// Takes the events that wait for one receiver and gives them to it, in order, on a thread of its own: a receiver that is
/// dead makes nobody else wait.
public final class SinkRunner: Sendable {
    /// What it was told.
    public let configuration: SinkConfiguration
    private let outbox: any Outbox
    private let context: SinkContext
    private let pacing: SinkPacing
    private let notice: @Sendable (SinkNotice) -> Void
    private let gate = SinkGate()
    private let board: Mutex<SinkStatus>
    private let hasRefused = Atomic<Bool>(false)

    /// A runner that has not started. `notice` is called on the runner's thread.
    public init(
        _ configuration: SinkConfiguration, outbox: any Outbox, context: SinkContext,
        pacing: SinkPacing = SinkPacing(), notice: @escaping @Sendable (SinkNotice) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.outbox = outbox
        self.context = context
        self.pacing = pacing
        self.notice = notice
        board = Mutex(SinkStatus(name: configuration.name, kind: configuration.kind.word))
    }

    /// What it has done, and how it fares.
    public var status: SinkStatus { board.withLock { $0 } }

    /// Starts the thread. To be called once.
    public func start() {
        SinkThread.start("sink-" + configuration.name) { [self] in
            run()
            gate.finish()
        }
    }

    /// New events are in the outbox. Never waits.
    public func wake() { gate.ring() }

    /// Lets the thread send what waits and end; a receiver that fails meanwhile ends it at once. Never waits.
    func requestStop(by moment: ContinuousClock.Instant) { gate.stop(by: moment) }

    /// Waits for the end of the thread; false when the time is over, and the thread ends later, by its timeouts.
    func awaitEnd(until moment: ContinuousClock.Instant) -> Bool { gate.awaitEnd(until: moment) }

    /// Stops the thread and waits for its end, at most a number of seconds; false when it has not ended by then.
    @discardableResult
    public func stop(within seconds: Double) -> Bool {
        let moment = ContinuousClock.now + .seconds(seconds)
        requestStop(by: moment)
        return awaitEnd(until: moment)
    }

    private func run() {
        let sink = makeSink()
        var failures = 0
        while true {
            if let moment = gate.stopBy, ContinuousClock.now >= moment { return }
            let step = step(sink)
            if let failure = step.failure {
                failures = step.hasMoved ? 1 : failures + 1
                note(failure)
                if gate.stopBy != nil { return }
                let delay = pacing.delay(
                    failures: failures, chance: Double.random(in: 0...1), asked: failure.retryAfter)
                gate.wait(seconds: delay, listens: false)
            } else {
                failures = 0
                if step.hasMoved { continue }
                if gate.stopBy != nil { return }
                gate.wait(seconds: pacing.poll, listens: true)
            }
        }
    }

    private func makeSink() -> any EventSink {
        switch configuration.kind {
        case .syslog(let syslog): SyslogSink(syslog, context, settling: pacing.settling)
        case .webhook(let webhook): WebhookSink(webhook)
        case .mail(let mail): MailSink(mail, context)
        case .file(let path): FileSink(path: path)
        }
    }

    /// Takes a batch and gives it away: whether anything is done with, and why the rest is not.
    private func step(_ sink: some EventSink) -> (hasMoved: Bool, failure: SinkFailure?) {
        do throws(SinkFailure) {
            let events = try pending()
            if events.isEmpty {
                try sink.rest()
                return (false, nil)
            }
            let wanted = events.filter { !isWithheld($0) && configuration.wants($0) }
            let delivery = wanted.isEmpty ? SinkDelivery() : sink.deliver(wanted)
            // Everything in front of the first event that is still to be sent is done with.
            let rest = delivery.handled < wanted.count ? wanted[delivery.handled].sequence : Int64.max
            let done = events.prefix { $0.sequence < rest }
            if let last = done.last { try confirm(last.sequence) }
            account(delivery, Array(done), wasTried: !wanted.isEmpty)
            return (!done.isEmpty, delivery.failure)
        } catch {
            return (false, error)
        }
    }

    private func isWithheld(_ event: OutgoingEvent) -> Bool {
        event.isSecret && !configuration.takesSecrets
    }

    private func pending() throws(SinkFailure) -> [OutgoingEvent] {
        do {
            return try outbox.pending(for: configuration.name, limit: pacing.batch)
        } catch {
            throw outboxFailure(error)
        }
    }

    private func confirm(_ sequence: Int64) throws(SinkFailure) {
        do {
            try outbox.confirm(through: sequence, for: configuration.name)
        } catch {
            throw outboxFailure(error)
        }
    }

    private func outboxFailure(_ error: any Error) -> SinkFailure { SinkFailure("outbox: \(error)") }
}

extension SinkRunner {
    /// Counts what became of the events that are done with, and says what is new about the receiver.
    private func account(_ delivery: SinkDelivery, _ done: [OutgoingEvent], wasTried: Bool) {
        let withheld = done.count(where: isWithheld)
        let isBack = board.withLock { status in
            status.withheld += UInt64(withheld)
            status.filtered += UInt64(clamping: done.count - withheld - delivery.handled)
            status.refused += UInt64(delivery.refused)
            status.shortened += UInt64(delivery.shortened)
            status.sent += UInt64(delivery.handled - delivery.refused)
            if let (_, reason) = delivery.refusal { status.lastError = reason }
            guard wasTried, delivery.failure == nil, !status.isConnected else { return false }
            let isBack = status.since != nil
            (status.isConnected, status.since) = (true, Self.now)
            return isBack
        }
        if isBack { notice(.back(sink: configuration.name)) }
        if let (event, reason) = delivery.refusal, !hasRefused.exchange(true, ordering: .relaxed) {
            notice(.refused(sink: configuration.name, event: event, reason: reason))
        }
    }

    private func note(_ failure: SinkFailure) {
        let isNew = board.withLock { status in
            status.retries += 1
            status.lastError = failure.reason
            let isNew = status.isConnected || status.since == nil
            if isNew { (status.isConnected, status.since) = (false, Self.now) }
            return isNew
        }
        if isNew { notice(.lost(sink: configuration.name, reason: failure.reason)) }
    }

    private static var now: Timestamp {
        Timestamp(nanoseconds: Int64(Date().timeIntervalSince1970 * 1_000_000_000))
    }
}
