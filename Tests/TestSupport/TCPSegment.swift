/// The fields of one TCP segment to be built (RFC 9293 section 3.1).
public struct TCPSegment: Equatable, Sendable {
    /// The sender's port.
    public var sourcePort: UInt16
    /// The receiver's port.
    public var destinationPort: UInt16
    /// Sequence number of the first payload byte, or of the SYN.
    public var sequence: UInt32
    /// The next byte expected from the other side.
    public var acknowledgement: UInt32
    /// The control bits.
    public var flags: Flags
    /// The advertised window, unscaled.
    public var window: UInt16 = 65535
    /// The urgent pointer.
    public var urgentPointer: UInt16 = 0
    /// Options as they stand in the header, at most 40 bytes; padded with zeroes to whole words.
    public var options: [UInt8]
    /// The payload.
    public var payload: [UInt8]

    /// A segment from its parts.
    public init(
        from sourcePort: UInt16, to destinationPort: UInt16, sequence: UInt32, acknowledgement: UInt32 = 0,
        flags: Flags = .ack, options: [UInt8] = [], payload: [UInt8] = []
    ) {
        precondition(options.count <= 40, "TCP has room for 40 bytes of options")
        self.sourcePort = sourcePort
        self.destinationPort = destinationPort
        self.sequence = sequence
        self.acknowledgement = acknowledgement
        self.flags = flags
        self.options = options
        self.payload = payload
    }

    /// The segment's bytes with the checksum field at zero; the packet builder fills it in at offset 16.
    public var bytes: [UInt8] {
        let padding = (4 - options.count % 4) % 4
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20 + options.count + padding + payload.count)
        bytes.append(bigEndian: sourcePort)
        bytes.append(bigEndian: destinationPort)
        bytes.append(bigEndian: sequence)
        bytes.append(bigEndian: acknowledgement)
        bytes.append(UInt8((20 + options.count + padding) / 4) << 4)
        bytes.append(flags.rawValue)
        bytes.append(bigEndian: window)
        bytes.append(bigEndian: UInt16(0))
        bytes.append(bigEndian: urgentPointer)
        bytes += options
        bytes += [UInt8](repeating: 0, count: padding)
        bytes += payload
        return bytes
    }

    /// The control bits of a TCP header.
    public struct Flags: OptionSet, Sendable {
        /// The bits as they stand in the header.
        public let rawValue: UInt8

        /// Flags from the bits as they stand in the header.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// No more data from the sender.
        public static let fin = Flags(rawValue: 0x01)
        /// Synchronise sequence numbers.
        public static let syn = Flags(rawValue: 0x02)
        /// Reset.
        public static let rst = Flags(rawValue: 0x04)
        /// Push.
        public static let psh = Flags(rawValue: 0x08)
        /// The acknowledgement number counts.
        public static let ack = Flags(rawValue: 0x10)
        /// The urgent pointer counts.
        public static let urg = Flags(rawValue: 0x20)
    }
}
