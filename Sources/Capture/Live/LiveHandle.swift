import CPcap
import Glibc
import NetTypes

/// One of libpcap's capture handles: a packet socket of an interface, with the buffer it shares with the kernel.
///
/// Unsafe, and why it is safe: the handle is made in `init`, closed in `deinit`, and never handed out. What libpcap
/// says is copied at once. The bytes of a frame are lent as a span that cannot outlive the callback, in which they
/// stay as they are: the block they lie in goes back to the kernel when the callback of its last frame has returned.
@safe
struct LiveHandle: ~Copyable, @unchecked Sendable {
    // Has one owner at a time, since it cannot be copied; libpcap does not care which thread that is on.

    /// What has become of the interface.
    enum State {
        case up, down, gone
    }

    private let pcap: OpaquePointer
    private let descriptor: Int32
    /// Nanoseconds of the unit that the fractions of a second come in.
    private let unit: Int64
    /// What frames begin with.
    let linkType: LinkType
    /// The most bytes of a frame that are captured.
    let snaplen: Int

    /// Opens the interface and lets frames in, those that pass the filter.
    init(_ interface: String, _ configuration: LiveConfiguration) throws(CaptureError) {
        let opened = unsafe try Self.create(interface)
        do throws(CaptureError) {
            unsafe try Self.activate(opened, interface, configuration)
            if let filter = configuration.filter { unsafe try Self.setFilter(opened, filter) }
            linkType = unsafe try Self.linkType(opened, interface)
        } catch {
            unsafe pcap_close(opened)
            throw error
        }
        unsafe pcap = opened
        descriptor = unsafe pcap_get_selectable_fd(opened)
        // A program that is started would keep the socket open, and its place in a fanout group with it.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unit = unsafe pcap_get_tstamp_precision(opened) == PCAP_TSTAMP_PRECISION_NANO ? 1 : 1000
        snaplen = Int(unsafe pcap_snapshot(opened))
    }

    deinit {
        unsafe pcap_close(pcap)
    }

    /// Lends the frames that wait, at most `limit` of them. Returns what was lent, and libpcap's message when it
    /// failed.
    func dispatch(
        limit: Int32, first: FrameHeader, _ body: (FrameHeader, Span<UInt8>) -> Void
    ) -> (batch: LiveBatch.Counts, failure: String?) {
        withoutActuallyEscaping(body) { body in
            var batch = LiveBatch(first: first, unit: unit, body)
            // Safe: libpcap calls back only within the call, which the batch outlives.
            let result = unsafe withUnsafeMutableBytes(of: &batch) { bytes in
                unsafe pcap_dispatch(
                    pcap, limit, lendFrame, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
            }
            return (batch.counts, result < 0 ? unsafe Self.message(pcap) : nil)
        }
    }

    /// Waits until there is something to read or to hear of; false when the time is up, or a signal came.
    func wait(milliseconds: Int32) -> Bool { Self.wait(on: descriptor, milliseconds) }

    /// Waits for the time to pass, or a signal.
    static func pause(milliseconds: Int32) { _ = wait(on: -1, milliseconds) }

    /// A negative descriptor is one that poll(2) does not look at.
    private static func wait(on descriptor: Int32, _ milliseconds: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, milliseconds) > 0
    }

    /// What has become of the interface.
    func state() -> State {
        switch cpcap_interface_state(descriptor) {
        case 1: .up
        case 0: .down
        default: .gone
        }
    }

    /// What libpcap has counted, 32 bits each; nil when it does not say. Received are all that passed the filter,
    /// those that were dropped included (pcap_stats(3PCAP), as it is on Linux).
    var counters: (received: UInt32, dropped: UInt32, droppedByInterface: UInt32)? {
        var counters = pcap_stat()
        guard unsafe pcap_stats(pcap, &counters) == 0 else { return nil }
        return (counters.ps_recv, counters.ps_drop, counters.ps_ifdrop)
    }

    /// Joins a fanout group of packet(7), by hash.
    func joinFanout(group: UInt16, _ interface: String) throws(CaptureError) {
        let code = cpcap_join_fanout(descriptor, group)
        guard code == 0 else {
            throw .interfaceFailed(
                interface: interface, reason: "fanout group \(group): \(ByteReader.message(code))")
        }
    }

    /// libpcap's last message about a handle.
    static func message(_ pcap: OpaquePointer) -> String {
        unsafe pcap_geterr(pcap).map { unsafe String(cString: $0) } ?? "libpcap failed"
    }
}

/// Opening.
extension LiveHandle {
    static func create(_ interface: String) throws(CaptureError) -> OpaquePointer {
        // A name with a NUL in it would silently name another interface, and none would name all.
        guard !interface.isEmpty, !interface.utf8.contains(0) else {
            throw .noSuchInterface(interface: interface, known: CaptureInterfaces.names)
        }
        var reason = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
        guard let pcap = unsafe pcap_create(interface, &reason) else {
            throw .interfaceFailed(interface: interface, reason: text(reason))
        }
        return unsafe pcap
    }

    private static func activate(
        _ pcap: OpaquePointer, _ interface: String, _ configuration: LiveConfiguration
    ) throws(CaptureError) {
        // None of these fails before activation, but for a precision that is not offered, which is asked for later.
        unsafe pcap_set_snaplen(pcap, Int32(clamping: configuration.snaplen))
        unsafe pcap_set_buffer_size(pcap, Int32(clamping: configuration.bufferSize))
        unsafe pcap_set_timeout(pcap, Int32(clamping: configuration.timeout))
        unsafe pcap_set_promisc(pcap, configuration.isPromiscuous ? 1 : 0)
        unsafe pcap_set_tstamp_precision(pcap, PCAP_TSTAMP_PRECISION_NANO)
        unsafe try activate(pcap, interface)
        var reason = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
        guard unsafe pcap_setnonblock(pcap, 1, &reason) == 0 else {
            throw .interfaceFailed(interface: interface, reason: text(reason))
        }
    }

    /// Opens the socket of a handle that has been made ready.
    static func activate(_ pcap: OpaquePointer, _ interface: String) throws(CaptureError) {
        // A warning (above 0) is that an interface cannot be promiscuous, which is so with those that need not be.
        switch unsafe pcap_activate(pcap) {
        case 0...: return
        case PCAP_ERROR_NO_SUCH_DEVICE:
            throw .noSuchInterface(interface: interface, known: CaptureInterfaces.names)
        case PCAP_ERROR_PERM_DENIED, PCAP_ERROR_PROMISC_PERM_DENIED: throw .notPermitted(interface: interface)
        case PCAP_ERROR_IFACE_NOT_UP: throw .interfaceDown(interface: interface)
        default: throw .interfaceFailed(interface: interface, reason: unsafe message(pcap))
        }
    }

    /// Frames that came between activation and here are filtered by libpcap itself.
    private static func setFilter(_ pcap: OpaquePointer, _ filter: String) throws(CaptureError) {
        guard !filter.utf8.contains(0) else { throw .badFilter(filter: filter, reason: "it contains a NUL") }
        var program = unsafe bpf_program()
        guard unsafe pcap_compile(pcap, &program, filter, 1, PCAP_NETMASK_UNKNOWN) == 0 else {
            throw .badFilter(filter: filter, reason: unsafe message(pcap))
        }
        defer { unsafe pcap_freecode(&program) }
        guard unsafe pcap_setfilter(pcap, &program) == 0 else {
            throw .badFilter(filter: filter, reason: unsafe message(pcap))
        }
    }

    static func linkType(
        _ pcap: OpaquePointer, _ interface: String
    ) throws(CaptureError) -> LinkType {
        let dataLink = unsafe pcap_datalink(pcap)
        if let linkType = LinkType(dataLink: dataLink) { return linkType }
        let name = unsafe pcap_datalink_val_to_name(dataLink).map { unsafe String(cString: $0) }
        throw .linkTypeNotDecoded(interface: interface, linkType: name ?? "\(dataLink)")
    }

    /// What libpcap wrote into a buffer of ours.
    private static func text(_ buffer: [CChar]) -> String {
        String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

private func lendFrame(
    _ batch: UnsafeMutablePointer<UInt8>?, _ header: UnsafePointer<pcap_pkthdr>?,
    _ bytes: UnsafePointer<UInt8>?
) {
    // Safe: `dispatch` passes its batch, and libpcap a header and as many bytes as the header says.
    guard let batch = unsafe batch, let header = unsafe header?.pointee, let bytes = unsafe bytes else {
        return
    }
    let frame = unsafe UnsafeBufferPointer(start: bytes, count: Int(header.caplen))
    unsafe UnsafeMutableRawPointer(batch).assumingMemoryBound(to: LiveBatch.self).pointee.lend(
        unsafe frame.span, wireLength: Int(header.len), seconds: Int64(header.ts.tv_sec),
        fraction: Int64(header.ts.tv_usec))
}
