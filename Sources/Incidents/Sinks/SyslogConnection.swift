import CCurl
import Foundation

/// A connection to a receiver of syslog messages. Syslog acknowledges nothing, so this tells what can be told: whether
/// the peer's system has taken all bytes, and whether the peer has gone since.
final class SyslogConnection {
    /// Seconds until a connection is there, and that nothing may go on while bytes wait.
    static let patience = 10.0

    private enum Carrier {
        case datagrams(SinkSocket)
        case stream(SinkSocket)
        case encrypted(CurlHandle)
    }

    private let carrier: Carrier
    private let peer: String

    /// Connects.
    init(_ configuration: SyslogConfiguration) throws(SinkFailure) {
        let (host, port) = (configuration.host, configuration.port)
        peer = "\(host) port \(port)"
        switch configuration.transport {
        case .udp:
            carrier = .datagrams(
                try .connected(host: host, port: port, isStream: false, seconds: Self.patience))
        case .tcp:
            carrier = .stream(try .connected(host: host, port: port, isStream: true, seconds: Self.patience))
        case .tls:
            let handle = try CurlHandle()
            handle.set(CURLOPT_URL, "https://\(host.contains(":") ? "[\(host)]" : host):\(port)/")
            handle.set(CURLOPT_PROTOCOLS_STR, "https")
            handle.set(CURLOPT_SSL_ENABLE_ALPN, 0)
            handle.set(CURLOPT_CONNECTTIMEOUT, Int(Self.patience))
            handle.set(configuration.tls)
            let code = handle.connect()
            guard code == CURLE_OK else { throw SinkFailure("\(peer): \(handle.reason(code))") }
            carrier = .encrypted(handle)
        }
    }

    /// Sends a message: as a datagram, or with its length in front (RFC 5425 section 4.3).
    func send(_ message: [UInt8]) throws(SinkFailure) {
        let frame = isStream ? Array("\(message.count) ".utf8) + message : message
        var (sent, lastProgress) = (0, ContinuousClock.now)
        while sent < frame.count {
            let count = try step(frame, from: sent)
            sent += count
            if count > 0 {
                lastProgress = .now
                continue
            }
            guard ContinuousClock.now - lastProgress < .seconds(Self.patience) else {
                throw SinkFailure("\(peer): takes nothing more")
            }
            _ = SinkSocket.wait(descriptor, toWrite: true, seconds: 0.2)
        }
    }

    private func step(_ frame: [UInt8], from start: Int) throws(SinkFailure) -> Int {
        switch carrier {
        case .datagrams(let socket), .stream(let socket): try socket.send(frame, from: start)
        case .encrypted(let handle): try handle.send(frame, from: start)
        }
    }

    /// Throws when the peer has closed the connection, or an error has come back.
    func look() throws(SinkFailure) {
        while true {
            let count =
                switch carrier {
                case .datagrams(let socket), .stream(let socket): try socket.receive()
                case .encrypted(let handle): try handle.receive()
                }
            guard let count else { return }
            if count == 0 { throw SinkFailure("\(peer): has closed the connection") }
        }
    }

    /// Waits until the peer's system has taken everything, and at least a number of seconds in which the peer could go;
    /// throws when it does, or takes nothing for too long.
    func settle(_ seconds: Double) throws(SinkFailure) {
        let start = ContinuousClock.now
        while true {
            try look()
            let time = ContinuousClock.now - start
            let left = isStream ? SinkSocket.unacknowledged(descriptor) : 0
            if left == 0, time >= .seconds(seconds) { return }
            guard time < .seconds(max(seconds, Self.patience)) else {
                throw SinkFailure("\(peer): \(left) bytes not acknowledged")
            }
            _ = SinkSocket.wait(descriptor, toWrite: false, seconds: 0.02)
        }
    }

    private var isStream: Bool {
        if case .datagrams = carrier { false } else { true }
    }

    private var descriptor: Int32 {
        switch carrier {
        case .datagrams(let socket), .stream(let socket): socket.number
        case .encrypted(let handle): handle.descriptor
        }
    }
}
