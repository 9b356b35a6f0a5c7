import Glibc
import NetTypes

/// A TCP socket of which no call waits on its own: whoever uses it says how long.
///
/// The descriptor is closed with its last reference. Reads and writes are of arrays, each for one call.
final class Socket: Sendable {
    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { _ = close(descriptor) }

    /// Connections that may wait to be accepted.
    private static let backlog: Int32 = 8

    /// A socket that listens on an address. An IPv6 one takes no IPv4 connections, so that what is listened on is
    /// what was named.
    static func listening(on address: MetricsAddress) throws(SystemFailure) -> Socket {
        let family = address.address.isIPv6 ? AF_INET6 : AF_INET
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let number = socket(family, kind, 0)
        if number < 0 { throw SystemFailure(number: errno) }
        let made = Socket(number)
        made.set(SOL_SOCKET, SO_REUSEADDR)
        if address.address.isIPv6 { made.set(Int32(IPPROTO_IPV6), IPV6_V6ONLY) }
        guard made.bind(to: address) == 0, listen(number, backlog) == 0 else {
            throw SystemFailure(number: errno)
        }
        return made
    }

    private func set(_ level: Int32, _ option: Int32) {
        var on: Int32 = 1
        // Safe: the call reads the one integer it is told of. An option that is refused is no reason to fail.
        _ = unsafe setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    private func bind(to address: MetricsAddress) -> Int32 {
        if address.address.isIPv6 {
            var name = sockaddr_in6()
            name.sin6_family = sa_family_t(AF_INET6)
            name.sin6_port = address.port.bigEndian
            // Safe: both have 16 bytes, and the pointer does not leave the closure.
            unsafe withUnsafeMutableBytes(of: &name.sin6_addr) {
                unsafe $0.copyBytes(from: address.address.bytes)
            }
            return bind(name)
        }
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = address.port.bigEndian
        name.sin_addr.s_addr = UInt32(truncatingIfNeeded: address.address.low).bigEndian
        return bind(name)
    }

    private func bind<Name>(_ name: Name) -> Int32 {
        // Safe: the call reads as many bytes as it is told, which are those of the structure.
        unsafe withUnsafeBytes(of: name) { bytes in
            guard let start = bytes.baseAddress else { return -1 }
            return unsafe Glibc.bind(
                descriptor, start.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
        }
    }

    /// The port it listens on, which the system may have chosen; nil when that cannot be told.
    var port: UInt16? {
        var name = sockaddr_in6()
        var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
        // Safe: the call fills at most `size` bytes of the structure. Both kinds of name have the port at one place.
        let asked = unsafe withUnsafeMutableBytes(of: &name) { bytes -> Int32 in
            guard let start = bytes.baseAddress else { return -1 }
            return unsafe getsockname(descriptor, start.assumingMemoryBound(to: sockaddr.self), &size)
        }
        return asked == 0 ? UInt16(bigEndian: name.sin6_port) : nil
    }

    /// The next connection; nil when none waits.
    func accept() throws(SystemFailure) -> Socket? {
        let number = Glibc.accept(descriptor, nil, nil)
        if number >= 0 {
            // Not inherited from the listening socket on Linux.
            _ = fcntl(number, F_SETFD, FD_CLOEXEC)
            _ = fcntl(number, F_SETFL, O_NONBLOCK)
            return Socket(number)
        }
        if [EAGAIN, EINTR, ECONNABORTED].contains(errno) { return nil }
        throw SystemFailure(number: errno)
    }

    /// Waits until something can be read, or written, or the other side is gone; false when the time is over or a
    /// signal came.
    func wait(toWrite: Bool = false, atMost time: Duration) -> Bool {
        let (seconds, attoseconds) = max(.zero, time).components
        let milliseconds = min(seconds, 3600) * 1000 + attoseconds / 1_000_000_000_000_000
        var question = pollfd(fd: descriptor, events: Int16(toWrite ? POLLOUT : POLLIN), revents: 0)
        // Safe: the call reads and fills the one structure it is told of.
        return unsafe poll(&question, 1, Int32(clamping: milliseconds)) > 0
    }

    /// What has come, at most `limit` bytes: nil when nothing has yet, empty when no more will.
    func receive(atMost limit: Int) -> [UInt8]? {
        var failure: Int32 = 0
        // Safe: the call writes at most `limit` bytes, and the array has as many as it says it wrote.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            let received = unsafe recv(descriptor, buffer.baseAddress, limit, 0)
            failure = received < 0 ? errno : 0
            count = max(0, received)
        }
        return failure == EAGAIN || failure == EINTR ? nil : bytes
    }

    /// Sends from position `start` on, as much as fits now: how many bytes, 0 when none fit, nil when the other
    /// side is gone.
    func send(_ bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.indices.contains(start) else { return 0 }
        // Safe: the pointer lives only inside the closure, and `start` is below the count.
        let sent = unsafe bytes.withUnsafeBytes { buffer in
            unsafe Glibc.send(
                descriptor, buffer.baseAddress.map { unsafe $0 + start }, buffer.count - start,
                Int32(MSG_NOSIGNAL))
        }
        if sent >= 0 { return sent }
        return errno == EAGAIN || errno == EINTR ? 0 : nil
    }

    /// Says that nothing more will be sent.
    func finishSending() {
        _ = shutdown(descriptor, Int32(SHUT_WR))
    }
}
