/// The long header of a packet (RFC 9000 section 17.2).
struct QUICLongHeader {
    /// Its version; 0 for Version Negotiation.
    let version: UInt32
    /// The two bits that say what it is.
    let type: UInt8
    let destination: [UInt8]
    /// Where its packet number begins, for an Initial packet of a version that is known.
    private(set) var packetNumber = 0
    /// Where it ends and the next packet of the datagram begins.
    private(set) var end: Int

    /// Reads one at the start of bytes; nil when it is a short header or does not parse.
    init?(_ bytes: ArraySlice<UInt8>) {
        var reader = HandshakeReader(bytes)
        guard let first = reader.number(1), first & 0x80 != 0, let version = reader.number(4),
            let destination = reader.vector(1), destination.count <= 20 || version == 0,
            reader.vector(1) != nil
        else { return nil }
        self.version = UInt32(truncatingIfNeeded: version)
        self.destination = Array(destination)
        type = UInt8(first >> 4 & 3)
        end = bytes.count
        guard let known = QUICVersion(self.version), type != known.retryType else { return }
        if type == known.initialType {
            guard let token = reader.variableLength(), reader.take(token) != nil else { return nil }
        }
        guard let length = reader.variableLength() else { return nil }
        packetNumber = bytes.count - reader.rest.count
        guard reader.take(length) != nil else { return nil }
        end = bytes.count - reader.rest.count
    }
}
