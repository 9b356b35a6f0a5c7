import NetTypes

// Mirrored frames in GRE (ERSPAN, types II and III). Type I has no header and is read as Ethernet in GRE.
extension Descent {
    private enum Field {
        static let version = 0
        static let length2 = 8
        static let kind3 = 10
        static let length3 = 12
        static let platformHeader = 8
    }

    private enum Version {
        static let two: UInt8 = 1
        static let three: UInt8 = 2
    }

    /// What a type III header carries: five bits of `kind3`, beside the flag for a header of eight more
    /// bytes.
    private enum Kind {
        static let shift: UInt16 = 10
        static let mask: UInt16 = 0x1f
        static let ethernet: UInt16 = 0
        static let ip: UInt16 = 2
        static let hasPlatformHeader: UInt16 = 1
    }

    mutating func erspan2(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length2) else { return cut() }
        guard bytes[at + Field.version] >> 4 == Version.two else { return .broken(.tunnelHeader) }
        at += Field.length2
        return .ethernet
    }

    mutating func erspan3(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length3) else { return cut() }
        let header = bytes.extracting(at..<(at + Field.length3))
        guard header[Field.version] >> 4 == Version.three else { return .broken(.tunnelHeader) }
        let kind = header.uint16(Field.kind3)
        let platformHeader = kind & Kind.hasPlatformHeader != 0 ? Field.platformHeader : 0
        guard holds(Field.length3 + platformHeader) else { return cut() }
        at += Field.length3 + platformHeader
        switch kind >> Kind.shift & Kind.mask {
        case Kind.ethernet: return .ethernet
        case Kind.ip: return .ip
        default: return .notIP
        }
    }
}
