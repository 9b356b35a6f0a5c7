import Glibc

/// Sends frames on an interface, byte for byte (packet(7)).
public final class PacketSocket {
    private let descriptor: Int32

    /// A socket that sends on an interface of this thread's network.
    public init(_ interface: String) throws {
        // Protocol 0: it receives nothing.
        descriptor = socket(AF_PACKET, Int32(SOCK_RAW.rawValue), 0)
        let index = unsafe if_nametoindex(interface)
        guard descriptor >= 0, index > 0 else {
            throw NetworkNamespace.Refusal(what: "a socket on \(interface)")
        }
        // sockaddr_ll: family and protocol, the interface, and twelve bytes that binding does not look at.
        var address: [UInt32] = [UInt32(AF_PACKET), index, 0, 0, 0]
        let code = unsafe address.withUnsafeMutableBytes { bytes in
            // Safe: bind copies the address, which is as long as it is told.
            unsafe bind(descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), 20)
        }
        guard code == 0 else { throw NetworkNamespace.Refusal(what: "binding to \(interface)") }
    }

    deinit { close(descriptor) }

    /// Sends one frame, of at least an Ethernet header.
    public func send(_ frame: [UInt8]) throws {
        let sent = unsafe frame.withUnsafeBytes { unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, 0) }
        guard sent == frame.count else {
            throw NetworkNamespace.Refusal(what: "sending \(frame.count) bytes")
        }
    }
}
