import Glibc

/// One connection that a test's server has accepted. It is closed with this object.
final class TestConnection {
    private let descriptor: Int32
    private var bytes: [UInt8] = []

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { _ = close(descriptor) }

    /// Reads more, at most a number of bytes; false when the other side has closed.
    func readMore(atMost limit: Int = 65536) -> Bool {
        var buffer = [UInt8](repeating: 0, count: limit)
        let count = unsafe recv(descriptor, &buffer, limit, 0)
        if count <= 0 { return false }
        bytes += buffer[..<count]
        return true
    }

    /// The next line without its end; nil when there will be none.
    func line() -> String? {
        while true {
            if let end = bytes.firstIndex(of: 10) {
                let line = bytes[..<end]
                bytes.removeFirst(end + 1)
                return String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
            }
            if !readMore() { return nil }
        }
    }

    /// The next bytes; nil when there are not that many.
    func take(_ count: Int) -> [UInt8]? {
        while bytes.count < count { if !readMore() { return nil } }
        defer { bytes.removeFirst(count) }
        return Array(bytes[..<count])
    }

    /// The next message with its length in front; nil when there will be none.
    func frame() -> [UInt8]? {
        while true {
            if let space = bytes.firstIndex(of: 32) {
                guard let count = Int(String(decoding: bytes[..<space], as: UTF8.self)) else { return nil }
                bytes.removeFirst(space + 1)
                return take(count)
            }
            if !readMore() { return nil }
        }
    }

    func send(_ text: String) {
        _ = unsafe Glibc.send(descriptor, text, text.utf8.count, Int32(MSG_NOSIGNAL))
    }

    /// Ends the connection at once, so that the other side is told of bytes that were lost.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        _ = unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        _ = shutdown(descriptor, Int32(SHUT_RDWR))
    }
}
