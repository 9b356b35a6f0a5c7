import Foundation

/// Gives events to a receiver of syslog messages, each at least once as far as syslog lets anybody know.
///
/// A batch is confirmed when the receiver's system has taken all of its bytes and the receiver has not gone for a moment
/// after that. When it goes within seconds of it, it may have thrown away what it had not read: then that batch is sent
/// once more, before anything else.
final class SyslogSink: EventSink {
    /// Seconds for which a batch that was confirmed is kept, in case its receiver goes.
    static let afterthought = 10.0

    private let configuration: SyslogConfiguration
    private let maker: SyslogMessage
    private let settling: Double
    private var connection: SyslogConnection?
    private var last: (messages: [[UInt8]], at: ContinuousClock.Instant) = ([], .now)
    /// Messages that were confirmed and may be lost all the same.
    private var owed: [[UInt8]] = []

    /// A sink that has not connected yet. `settling` is in seconds.
    init(_ configuration: SyslogConfiguration, _ context: SinkContext, settling: Double) {
        self.configuration = configuration
        self.settling = settling
        maker = SyslogMessage(configuration, context)
    }

    func deliver(_ events: [OutgoingEvent]) -> SinkDelivery {
        var delivery = SinkDelivery()
        let made = events.map(maker.message)
        do throws(SinkFailure) {
            try send(made.map(\.bytes))
            delivery.handled = events.count
            delivery.shortened = made.count { $0.isShortened }
        } catch {
            connection = nil
            delivery.failure = error
        }
        return delivery
    }

    func rest() throws(SinkFailure) {
        do throws(SinkFailure) {
            try connection?.look()
        } catch {
            forget()
        }
        if owed.isEmpty { return }
        do throws(SinkFailure) {
            try send([])
        } catch {
            connection = nil
            throw error
        }
    }

    private func send(_ messages: [[UInt8]]) throws(SinkFailure) {
        do throws(SinkFailure) {
            try connection?.look()
        } catch {
            forget()
        }
        let connection = try connected()
        for message in owed + messages { try connection.send(message) }
        try connection.settle(settling)
        last = (messages.isEmpty ? owed : messages, .now)
        owed = []
    }

    private func connected() throws(SinkFailure) -> SyslogConnection {
        if let connection { return connection }
        let made = try SyslogConnection(configuration)
        connection = made
        return made
    }

    /// The receiver has gone between two batches.
    private func forget() {
        connection = nil
        if ContinuousClock.now - last.at < .seconds(Self.afterthought) { owed = last.messages }
        last.messages = []
    }
}
