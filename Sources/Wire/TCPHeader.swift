/// The fields of a TCP header that reassembly needs (RFC 9293 section 3.1).
public struct TCPHeader: Equatable, Sendable {
    /// Sequence number of the first payload byte (of the SYN, when there is one).
    public var sequence: UInt32
    /// The next byte the sender expects; meaningful when `flags` has `ACK`.
    public var acknowledgement: UInt32
    /// FIN, SYN, RST, PSH, ACK, URG, ECE, CWR from the low bit on.
    public var flags: UInt8
    /// The advertised window, unscaled.
    public var window: UInt16
    /// The urgent pointer; meaningful when `flags` has `URG`.
    public var urgentPointer: UInt16
    /// TSval of the timestamps option (RFC 7323); nil without it.
    public var timestampValue: UInt32?

    /// A header from its parts.
    public init(
        sequence: UInt32, acknowledgement: UInt32, flags: UInt8, window: UInt16, urgentPointer: UInt16,
        timestampValue: UInt32?
    ) {
        self.sequence = sequence
        self.acknowledgement = acknowledgement
        self.flags = flags
        self.window = window
        self.urgentPointer = urgentPointer
        self.timestampValue = timestampValue
    }

    /// No more data from the sender.
    public static let fin: UInt8 = 0x01
    /// Synchronise sequence numbers.
    public static let syn: UInt8 = 0x02
    /// Reset.
    public static let rst: UInt8 = 0x04
    /// Push.
    public static let psh: UInt8 = 0x08
    /// The acknowledgement number counts.
    public static let ack: UInt8 = 0x10
    /// The urgent pointer counts.
    public static let urg: UInt8 = 0x20

    /// True when any of the bits in `mask` is set.
    @inlinable
    public func has(_ mask: UInt8) -> Bool {
        flags & mask != 0
    }
}
