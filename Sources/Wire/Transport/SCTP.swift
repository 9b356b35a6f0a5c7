import NetTypes

// The common header of SCTP (RFC 9260 section 3.1). Its CRC is not checked.
extension Descent {
    private enum Field {
        static let length = 12
    }

    mutating func sctp(_ bytes: Span<UInt8>) -> Layer {
        guard readPorts(bytes) else { return cut() }
        guard holds(Field.length) else { return headerOnly(missing > 0 ? .snapped : .truncatedHeader) }
        at += Field.length
        setPayload()
        return .packet
    }
}
