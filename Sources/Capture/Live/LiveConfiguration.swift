/// How frames are captured from an interface.
///
/// A value out of its range becomes the nearest one in it.
public struct LiveConfiguration: Equatable, Sendable {
    /// The most bytes of a frame that are captured, 64 to 262,144, which is the default and libpcap's own.
    ///
    /// Not 65,535, although no packet on the wire is longer. Where the kernel puts segments together (GRO) a frame is
    /// an IP packet of up to 65,535 bytes with its link header and VLAN tags on top, and with BIG TCP it is longer
    /// still; a frame that is cut makes a run incomplete. And a smaller value saves nothing: the kernel packs frames
    /// of any length into blocks of 256 KiB, each as long as it is.
    public var snaplen = 262_144 {
        didSet { snaplen = min(max(snaplen, 64), 262_144) }
    }

    /// Bytes of the kernel's buffer for this interface, 512 KiB to 1 GiB, by default 64 MiB.
    ///
    /// It holds what comes while the reader is busy: 64 MiB are half a second of 1 Gbit/s. It is locked memory. At
    /// least two blocks, so that the kernel can fill one while the other is read.
    public var bufferSize = 64 << 20 {
        didSet { bufferSize = min(max(bufferSize, 512 << 10), 1 << 30) }
    }

    /// Milliseconds after which the kernel hands over a block that is not full, 1 to 10,000, by default 100.
    ///
    /// The most that a frame waits on a quiet interface. Immediate mode is not offered: it makes libpcap use
    /// TPACKET_V2, which costs ten times as much a frame and loses frames at rates that TPACKET_V3 bears.
    public var timeout = 100 {
        didSet { timeout = min(max(timeout, 1), 10_000) }
    }

    /// True to see frames that are addressed to others, as on a mirror port.
    public var isPromiscuous = true

    /// A filter in the language of pcap-filter(7); nil for all frames.
    public var filter: String?

    /// The default values.
    public init() {}
}
