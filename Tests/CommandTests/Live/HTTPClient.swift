import Foundation
import Glibc

/// The other side of the metrics server in tests: it may send anything, as slowly as it likes.
final class HTTPClient {
    private let descriptor: Int32

    /// A connection to a port of 127.0.0.1; nil when it is refused.
    init?(port: UInt16) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = port.bigEndian
        name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let answer = unsafe withUnsafeBytes(of: name) { bytes -> Int32 in
            guard let start = bytes.baseAddress else { return -1 }
            return unsafe connect(descriptor, start.assumingMemoryBound(to: sockaddr.self), size)
        }
        // A server that never answers fails the test, and does not hang it.
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        _ = unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        if answer != 0 { return nil }
    }

    deinit { _ = close(descriptor) }

    /// Sends a text; false when the other side is gone.
    @discardableResult
    func send(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return unsafe bytes.withUnsafeBytes {
            unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) == $0.count
        }
    }

    /// Everything that comes until the other side closes.
    func receiveAll() -> String {
        var all: [UInt8] = []
        while true {
            let some = unsafe [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
                count = max(0, unsafe recv(descriptor, buffer.baseAddress, 65536, 0))
            }
            if some.isEmpty { return String(decoding: all, as: UTF8.self) }
            all += some
        }
    }

    /// The answer to a request that is sent whole.
    static func ask(_ port: UInt16, _ request: String) -> String {
        guard let client = HTTPClient(port: port) else { return "refused" }
        client.send(request)
        return client.receiveAll()
    }
}
