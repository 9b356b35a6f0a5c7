import Foundation
import NetTypes
import Synchronization

/// Serves the latest sample of the counters over HTTP, for Prometheus and whatever reads its format.
///
/// One thread of its own answers one connection after another, each with one request. A peer has limits in bytes and
/// in time for all that it does, and whoever exceeds them is dropped; nothing that a peer sends is kept. Whoever may
/// connect can make others wait for their turn, but neither for ever nor the sensor with them.
final class MetricsServer: Sendable {
    /// Where it listens, with the port that the system chose if it was to choose.
    let address: MetricsAddress
    private let listener: Socket
    private let limits: Limits
    private let latest = Mutex(LiveStatistics())
    private let isStopped = Atomic<Bool>(false)

    /// What one connection may cost.
    struct Limits: Sendable {
        /// Bytes of the head of a request.
        var headBytes = 8192
        /// Time until the head has come whole.
        var headTime = Duration.seconds(5)
        /// Time until the answer has gone out whole.
        var answerTime = Duration.seconds(5)
        /// Bytes after the head that are read and thrown away, so that the answer is not lost by a reset.
        var lingerBytes = 65536
        /// Time for that.
        var lingerTime = Duration.milliseconds(200)
    }

    /// How often the thread looks whether it is to stop.
    private static let attention = Duration.milliseconds(200)

    /// Opens the socket, and serves nothing yet: a low port may need a right that is given up before the threads start.
    init(on address: MetricsAddress, limits: Limits = Limits()) throws(SystemFailure) {
        listener = try Socket.listening(on: address)
        self.address = MetricsAddress(address: address.address, port: listener.port ?? address.port)
        self.limits = limits
    }

    /// Hands over the latest sample.
    func publish(_ statistics: LiveStatistics) {
        latest.withLock { $0 = statistics }
    }

    /// Starts the thread, which holds on to this server until it is told to stop.
    func start() {
        let thread = Thread { [self] in
            Interruption.leaveToOthers()
            while !isStopped.load(ordering: .relaxed) { serveNext() }
        }
        thread.name = "metrics"
        thread.start()
    }

    /// Lets the thread end, within a fraction of a second when no connection is open.
    func stop() {
        isStopped.store(true, ordering: .relaxed)
    }

    private func serveNext() {
        guard listener.wait(atMost: Self.attention) else { return }
        do throws(SystemFailure) {
            if let connection = try listener.accept() { serve(connection) }
        } catch {
            // Out of descriptors or memory: the connection still waits, and asking again at once would spin.
            Thread.sleep(forTimeInterval: 0.1)
        }
    }

    private func serve(_ connection: Socket) {
        guard let head = readHead(connection) else { return }
        let request = MetricsRequest.headLength(head).map { MetricsRequest(head: Array(head.prefix($0))) }
        let response = MetricsResponse(request ?? .malformed) {
            MetricsText.text(latest.withLock { $0 })
        }
        guard send(response.bytes, to: connection) else { return }
        connection.finishSending()
        linger(connection)
    }

    /// The bytes up to the end of the head, or as many as a head may have; nil when the peer was too slow or is gone.
    private func readHead(_ connection: Socket) -> [UInt8]? {
        let deadline = ContinuousClock.now + limits.headTime
        var head: [UInt8] = []
        while MetricsRequest.headLength(head) == nil, head.count < limits.headBytes {
            let left = deadline - .now
            if left <= .zero || isStopped.load(ordering: .relaxed) { return nil }
            guard connection.wait(atMost: min(left, Self.attention)) else { continue }
            guard let more = connection.receive(atMost: limits.headBytes - head.count) else { continue }
            if more.isEmpty { return nil }
            head += more
        }
        return head
    }

    private func send(_ bytes: [UInt8], to connection: Socket) -> Bool {
        let deadline = ContinuousClock.now + limits.answerTime
        var sent = 0
        while sent < bytes.count {
            let left = deadline - .now
            if left <= .zero || isStopped.load(ordering: .relaxed) { return false }
            guard connection.wait(toWrite: true, atMost: min(left, Self.attention)) else { continue }
            guard let count = connection.send(bytes, from: sent) else { return false }
            sent += count
        }
        return true
    }

    /// Reads what the peer still sends: closing with bytes unread would reset the connection under the answer.
    private func linger(_ connection: Socket) {
        let deadline = ContinuousClock.now + limits.lingerTime
        var left = limits.lingerBytes
        while left > 0 {
            let time = deadline - .now
            guard time > .zero, connection.wait(atMost: time) else { return }
            guard let more = connection.receive(atMost: min(left, 4096)) else { continue }
            if more.isEmpty { return }
            left -= more.count
        }
    }
}
