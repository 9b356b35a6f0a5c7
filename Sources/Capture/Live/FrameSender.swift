import CPcap
import Glibc
import NetTypes

/// An interface that frames are sent on, as they are, by libpcap.
///
/// Unsafe, and why it is safe: the handle is made in `init`, closed in `deinit`, and never handed out; libpcap reads a
/// frame before the call returns, and what it says is copied at once. Opening needs the capability CAP_NET_RAW. When to
/// send is the caller's: nothing here waits or knows a clock.
@safe
public struct FrameSender: ~Copyable {
    /// What became of a frame.
    public enum Outcome: Equatable, Sendable {
        /// The kernel took all of it.
        case sent
        /// It is longer than the interface carries (its MTU and a link header).
        case tooLong
        /// The kernel has no room for it now, and may have some in a moment.
        case busy
        /// The kernel refuses this frame, as one that is shorter than a link header; `reason` is the system's word.
        case refused(reason: String)
        /// The interface is down or gone: no frame will be sent any more.
        case lost
    }

    private let pcap: OpaquePointer
    /// What frames on the interface begin with.
    public let linkType: LinkType

    /// Opens an interface for sending.
    ///
    /// Throws `noSuchInterface`, `notPermitted`, `interfaceDown`, `linkTypeNotDecoded`, or `interfaceFailed` for
    /// anything else.
    public init(interface: String) throws(CaptureError) {
        let opened = unsafe try LiveHandle.create(interface)
        do throws(CaptureError) {
            // libpcap has no handle that only sends. This one gets the least of everything, and takes no frame in.
            unsafe pcap_set_snaplen(opened, 64)
            unsafe pcap_set_buffer_size(opened, 1 << 16)
            unsafe pcap_set_promisc(opened, 0)
            unsafe try LiveHandle.activate(opened, interface)
            unsafe try Self.rejectAll(opened, interface)
            linkType = unsafe try LiveHandle.linkType(opened, interface)
        } catch {
            unsafe pcap_close(opened)
            throw error
        }
        unsafe pcap = opened
        _ = fcntl(unsafe pcap_get_selectable_fd(opened), F_SETFD, FD_CLOEXEC)
    }

    deinit {
        unsafe pcap_close(pcap)
    }

    /// Sends one frame.
    public func send(_ frame: Span<UInt8>) -> Outcome {
        if frame.isEmpty { return .refused(reason: ByteReader.message(EINVAL)) }
        errno = 0
        let sent = unsafe frame.withUnsafeBytes { unsafe pcap_inject(pcap, $0.baseAddress, $0.count) }
        let code = errno
        if sent == frame.count { return .sent }
        switch code {
        case EMSGSIZE: return .tooLong
        case ENOBUFS, EAGAIN, EINTR: return .busy
        case ENETDOWN, ENXIO, ENODEV: return .lost
        case 0: return .refused(reason: unsafe LiveHandle.message(pcap))
        default: return .refused(reason: ByteReader.message(code))
        }
    }

    /// A filter that nothing passes, in the kernel: else every frame would be copied into a buffer that nobody reads,
    /// the sent ones too. As one instruction, `ret #0`, since libpcap's compiler refuses expressions that reject all.
    private static func rejectAll(_ pcap: OpaquePointer, _ interface: String) throws(CaptureError) {
        var instruction = bpf_insn(code: UInt16(BPF_RET | BPF_K), jt: 0, jf: 0, k: 0)
        // Safe: libpcap copies the program, whose one instruction lives until the call returns.
        let code = unsafe withUnsafeMutablePointer(to: &instruction) { first in
            var program = unsafe bpf_program(bf_len: 1, bf_insns: first)
            return unsafe pcap_setfilter(pcap, &program)
        }
        guard code == 0 else {
            throw .interfaceFailed(interface: interface, reason: unsafe LiveHandle.message(pcap))
        }
    }
}
