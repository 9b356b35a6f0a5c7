import Foundation
import Glibc
import Synchronization

/// A server of TCP on a loopback port, whose every connection is served by a closure, one after another.
final class TestServer: Sendable {
    /// Its port.
    let port: Int
    private let listener: Int32
    private let isStopped = Atomic<Bool>(false)

    struct Refusal: Error {}

    /// A server on a port, or on one that the system chooses. The closure gets the number of the connection, from 0.
    init(port: Int = 0, _ serve: @escaping @Sendable (TestConnection, Int) -> Void) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var on: Int32 = 1
        _ = unsafe setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, 4)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = UInt16(port).bigEndian
        name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (descriptor, length) = (listener, size)
        let code = unsafe withUnsafeMutablePointer(to: &name) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard unsafe bind(descriptor, address, length) == 0, listen(descriptor, 16) == 0 else {
                    return Int32(-1)
                }
                return unsafe getsockname(descriptor, address, &size)
            }
        }
        guard code == 0 else { throw Refusal() }
        self.port = Int(UInt16(bigEndian: name.sin_port))
        let thread = Thread { [self] in
            var number = 0
            while true {
                let accepted = accept(listener, nil, nil)
                if accepted < 0 { break }
                _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
                serve(TestConnection(accepted), number)
                number += 1
                if isStopped.load(ordering: .relaxed) { break }
            }
            // Here and not by whoever stops it: another socket may get the number while this thread still waits on it.
            _ = close(listener)
        }
        thread.start()
    }

    /// Stops listening.
    func stop() {
        isStopped.store(true, ordering: .relaxed)
        _ = shutdown(listener, Int32(SHUT_RDWR))
    }
}
