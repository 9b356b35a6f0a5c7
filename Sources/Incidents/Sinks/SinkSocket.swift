import Glibc

/// A socket that is connected to a receiver, over UDP or TCP, and of which no call waits longer than it is told.
///
/// The owner of its descriptor. Pointers are lent to the system for one call each.
@safe
final class SinkSocket {
    private let descriptor: Int32
    private let isStream: Bool

    private init(_ descriptor: Int32, isStream: Bool) {
        self.descriptor = descriptor
        self.isStream = isStream
    }

    deinit { _ = close(descriptor) }

    /// A connection to the first address of a name that takes one, each within a number of seconds.
    static func connected(host: String, port: Int, isStream: Bool, seconds: Double) throws(SinkFailure)
        -> SinkSocket
    {
        let kind = Int32((isStream ? SOCK_STREAM : SOCK_DGRAM).rawValue)
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = kind
        unsafe hints.ai_flags = AI_NUMERICSERV
        var list: UnsafeMutablePointer<addrinfo>?
        // Safe: the list is freed at the end of this function, and nothing of it is kept.
        let code = unsafe getaddrinfo(host, String(port), &hints, &list)
        guard code == 0 else {
            throw SinkFailure("\(host): \(unsafe String(cString: gai_strerror(code)))")
        }
        defer { unsafe freeaddrinfo(list) }
        var failure: Int32 = EADDRNOTAVAIL
        var entry = unsafe list
        while let address = unsafe entry?.pointee {
            let flags = Int32(SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
            let number = unsafe socket(address.ai_family, kind | flags, 0)
            if number < 0 {
                failure = errno
            } else {
                let made = SinkSocket(number, isStream: isStream)
                let begun = unsafe connect(number, address.ai_addr, address.ai_addrlen)
                failure = begun == 0 ? 0 : errno
                if failure == EINPROGRESS { failure = made.finishConnecting(seconds) }
                if failure == 0 { return made }
            }
            unsafe entry = address.ai_next
        }
        throw SinkFailure("\(host) port \(port): \(LogFile.message(failure))")
    }

    /// Waits for a connection that was begun: the system's error number, 0 when it is there.
    private func finishConnecting(_ seconds: Double) -> Int32 {
        guard Self.wait(descriptor, toWrite: true, seconds: seconds) else { return ETIMEDOUT }
        var (code, size) = (Int32(0), socklen_t(MemoryLayout<Int32>.size))
        // Safe: the call fills the one integer it is told of.
        guard unsafe getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) == 0 else { return errno }
        if code == 0 {
            var on: Int32 = 1
            _ = unsafe setsockopt(
                descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, socklen_t(MemoryLayout<Int32>.size))
        }
        return code
    }

    /// Waits until a descriptor can be read, or written, or its peer is gone; false when the time is over or a signal
    /// came.
    static func wait(_ descriptor: Int32, toWrite: Bool, seconds: Double) -> Bool {
        var question = pollfd(fd: descriptor, events: Int16(toWrite ? POLLOUT : POLLIN), revents: 0)
        let milliseconds = Int32(max(0, min(seconds, 3600)) * 1000)
        // Safe: the call reads and fills the one structure it is told of.
        return unsafe poll(&question, 1, milliseconds) > 0
    }

    /// Bytes that a descriptor of TCP was given and whose receipt the peer's system has not acknowledged.
    static func unacknowledged(_ descriptor: Int32) -> Int {
        var count: Int32 = 0
        // Safe: the call fills the one integer it is told of.
        return unsafe ioctl(descriptor, UInt(TIOCOUTQ), &count) == 0 ? Int(count) : 0
    }

    /// The descriptor, to wait for; it stays this socket's.
    var number: Int32 { descriptor }

    /// Sends from position `start` on, as much as fits now: how many bytes, 0 when none fit.
    func send(_ bytes: [UInt8], from start: Int) throws(SinkFailure) -> Int {
        // Safe: the call reads only inside the closure.
        let sent = unsafe bytes.dropFirst(start).withUnsafeBytes { rest in
            unsafe Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        }
        if sent >= 0 { return sent }
        if errno == EAGAIN || errno == EINTR { return 0 }
        throw SinkFailure(LogFile.message(errno))
    }

    /// Takes what the peer sent and throws it away: how many bytes, nil when nothing has come, 0 when it has closed.
    func receive() throws(SinkFailure) -> Int? {
        // Safe: the call writes at most as many bytes as the buffer has, inside the closure.
        let received = unsafe withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
            unsafe recv(descriptor, buffer.baseAddress, buffer.count, 0)
        }
        if received > 0 { return received }
        // A datagram may be empty; only a stream ends so.
        if received == 0 { return isStream ? 0 : nil }
        if errno == EAGAIN || errno == EINTR { return nil }
        throw SinkFailure(LogFile.message(errno))
    }
}
