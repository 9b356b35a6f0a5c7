/// Traffic that breaks a protocol's rules, or meets one of our limits: counted always, reported by sample.
///
/// A closed list; the raw value is the position in tables of counters, `name` what the event log says. Hostile
/// bytes become one of these, never an error.
public enum Anomaly: UInt8, CaseIterable, Sendable {
    // Decoding one frame.
    /// A header is longer than the bytes that are left.
    case truncatedHeader
    /// The capture holds fewer bytes of the frame than were on the wire (snaplen).
    case snapped
    /// The link type is not one we decode.
    case unknownLinkType
    /// More tags, labels or tunnels than the configured depth.
    case tooDeep
    /// The version nibble and the EtherType (or link type) disagree.
    case ipVersionMismatch
    /// An IPv4 header length below 20, or beyond the total length.
    case ipv4HeaderLength
    /// An IP total or payload length beyond the frame.
    case ipLengthBeyondFrame
    /// IPv4 options that do not parse.
    case ipv4Options
    /// The IPv4 header checksum is wrong.
    case ipv4Checksum
    /// IPv6 extension headers that do not parse, repeat, or exceed the limit.
    case ipv6Extensions
    /// A TCP data offset below 5 words, or beyond the segment.
    case tcpHeaderLength
    /// TCP options that do not parse.
    case tcpOptions
    /// A combination of TCP flags that no stack sends.
    case tcpFlags
    /// The UDP length is below 8, or beyond the datagram.
    case udpLength
    /// The checksum of the transport header is wrong.
    case transportChecksum
    /// A tunnel header that does not parse.
    case tunnelHeader

    // Defragmentation.
    /// A fragment overlaps one that came before, with equal bytes.
    case fragmentOverlap
    /// A fragment overlaps one that came before, with different bytes.
    case fragmentConflict
    /// A fragment lies beyond the largest datagram, beyond the last fragment, or is not a multiple of 8 long.
    case fragmentBounds
    /// A datagram was given up before it was whole (timeout).
    case fragmentTimeout
    /// A datagram was given up for lack of room (count, bytes or pieces).
    case fragmentLimit

    // Flows and streams.
    /// The flow table was full and a flow was ended early to make room.
    case flowEvicted
    /// A frame's time lies before that of its predecessor.
    case timeRegressed
    /// Segments of one stream overlap with equal bytes where that is no plain retransmission.
    case streamOverlap
    /// Segments of one stream overlap with different bytes.
    case streamConflict
    /// Bytes of a stream will never come.
    case streamGap
    /// A segment lies too far from what is expected, or before the start of the stream.
    case streamOutOfWindow
    /// A segment was refused by its timestamp (PAWS, RFC 7323 section 5).
    case streamPAWS
    /// Early segments were given up for lack of room; a gap follows.
    case streamLimit
    /// A SYN with data on an established flow, or a SYN with another sequence number.
    case streamSYN
    /// A reset outside the window.
    case streamRST
    /// Urgent data.
    case streamUrgent
    /// A segment was dropped because its checksum is wrong.
    case streamChecksum

    // Scanning.
    /// A scan was cut off by its time limit.
    case scanTimeout
    /// A scan failed inside the engine.
    case scanFailed
    /// A stream was scanned early and in pieces because the budget was used up.
    case scanLimit

    // What the traffic carries.
    /// Bytes that look like one protocol came where another is spoken.
    case applicationMismatch
    /// HTTP/1 that breaks its grammar.
    case httpMalformed
    /// HTTP/1 whose length can be read in two ways: two lengths, a length and chunks.
    case httpAmbiguous
    /// A limit of HTTP/1: headers, transactions waiting.
    case httpLimit
    /// HTTP/2 that breaks its rules.
    case http2Malformed
    /// A limit of HTTP/2: streams, headers.
    case http2Limit
    /// A content encoding that does not decode, or is not known.
    case encodingMalformed
    /// A content encoding that grows too much, or is nested too deep.
    case encodingLimit
    /// Mail, or a protocol that carries it, that breaks its grammar.
    case mailMalformed
    /// A limit of mail: depth, parts, lines.
    case mailLimit
    /// FTP or TFTP that breaks its rules.
    case transferMalformed
    /// A limit of FTP or TFTP.
    case transferLimit
    /// SMB or NFS that breaks its rules.
    case shareMalformed
    /// A limit of SMB or NFS: files open, records, requests waiting.
    case shareLimit
    /// A TLS, DTLS or QUIC handshake, or an SSH greeting, that breaks its rules.
    case handshakeMalformed
    /// DNS that breaks its rules.
    case dnsMalformed
    /// An object was cut because it is too long, or all together are.
    case objectLimit
    /// An archive that does not open to its end.
    case archiveMalformed
    /// A limit of archives: depth, members, growth.
    case archiveLimit
}
