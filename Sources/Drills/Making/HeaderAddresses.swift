import NetTypes
import Synchronization

/// The addresses that the rewriter meets in the headers of a frame.
struct HeaderAddresses {
    /// The addresses.
    private(set) var addresses: Set<IPAddress> = []
    /// The hardware addresses.
    private(set) var hardware: Set<HardwareAddress> = []

    /// Those of a frame, whose bytes stay what they are.
    init(_ bytes: inout [UInt8], _ header: FrameHeader) {
        let notes = Notes()
        let rewriter = FrameRewriter(
            { address in
                notes.addresses.withLock { _ = $0.insert(address) }
                return address
            },
            hardware: { address in
                notes.hardware.withLock { _ = $0.insert(address) }
                return address
            })
        rewriter.rewrite(&bytes, header)
        addresses = notes.addresses.withLock { $0 }
        hardware = notes.hardware.withLock { $0 }
    }

    /// What the two maps meet: they may be called from anywhere, so it has a lock.
    private final class Notes: Sendable {
        let addresses = Mutex<Set<IPAddress>>([])
        let hardware = Mutex<Set<HardwareAddress>>([])
    }
}
