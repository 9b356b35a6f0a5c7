import NetTypes

/// Where addresses lie in a message of DNS (RFC 1035, 3596): the data of its A and AAAA records.
struct DNSAddresses {
    /// An address in bytes.
    struct Place: Equatable {
        /// Where it begins.
        let offset: Int
        /// Whether it has 16 bytes or 4.
        let isIPv6: Bool
    }

    /// UDP and TCP ports of DNS, and of its relatives on a link.
    static let ports: Set<UInt16> = [53, 5353, 5355]

    /// Records that are read in one message.
    private static let mostRecords = 4096

    private let bytes: [UInt8]
    private var at: Int
    private let end: Int

    private init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        at = range.lowerBound
        end = range.upperBound
    }

    /// The addresses in a datagram.
    static func places(inDatagram bytes: [UInt8]) -> [Place] {
        var message = DNSAddresses(bytes, 0..<bytes.count)
        return message.places()
    }

    /// The addresses in a stream from its first byte, where each message has its length before it.
    static func places(inStream bytes: [UInt8]) -> [Place] {
        var places: [Place] = []
        var at = 0
        while at + 2 <= bytes.count {
            let length = Int(bytes[at]) << 8 | Int(bytes[at + 1])
            let end = min(at + 2 + length, bytes.count)
            var message = DNSAddresses(bytes, at + 2..<end)
            places += message.places()
            at = end
        }
        return places
    }

    private mutating func places() -> [Place] {
        guard end - at >= 12 else { return [] }
        let questions = uint16(at + 4)
        let records = uint16(at + 6) + uint16(at + 8) + uint16(at + 10)
        at += 12
        var places: [Place] = []
        for _ in 0..<min(questions, Self.mostRecords) {
            guard skipName(), at + 4 <= end else { return places }
            at += 4
        }
        for _ in 0..<min(records, Self.mostRecords) {
            guard skipName(), at + 10 <= end else { return places }
            let type = uint16(at)
            let length = uint16(at + 8)
            at += 10
            guard at + length <= end else { return places }
            if type == 1, length == 4 { places.append(Place(offset: at, isIPv6: false)) }
            if type == 28, length == 16 { places.append(Place(offset: at, isIPv6: true)) }
            at += length
        }
        return places
    }

    private func uint16(_ offset: Int) -> Int {
        Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
    }

    private mutating func skipName() -> Bool {
        while at < end {
            let length = bytes[at]
            if length == 0 {
                at += 1
                return true
            }
            if length & 0xc0 == 0xc0 {
                at += 2
                return at <= end
            }
            if length & 0xc0 != 0 { return false }
            at += 1 + Int(length)
        }
        return false
    }
}
