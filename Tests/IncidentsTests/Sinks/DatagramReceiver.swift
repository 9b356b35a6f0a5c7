import Glibc

/// A socket of UDP on a loopback port.
final class DatagramReceiver {
    let port: Int
    private let descriptor: Int32

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (descriptor, length) = (descriptor, size)
        let code = unsafe withUnsafeMutablePointer(to: &name) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe bind(descriptor, address, length) == 0
                    ? unsafe getsockname(descriptor, address, &size) : -1
            }
        }
        guard code == 0 else { throw TestServer.Refusal() }
        port = Int(UInt16(bigEndian: name.sin_port))
    }

    deinit { _ = close(descriptor) }

    /// Datagrams that have come, at most a number of them.
    func datagrams(_ most: Int) -> [[UInt8]] {
        var all: [[UInt8]] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while all.count < most {
            let count = unsafe recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            if count < 0 { break }
            all.append(Array(buffer[..<count]))
        }
        return all
    }
}
