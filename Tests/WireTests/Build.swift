import NetTypes

/// Small builders of headers. They know nothing of the decoder: checksums are computed the naive way.
enum Build {
    static let source = IPAddress(ipv4: 0xc000_0201)
    static let destination = IPAddress(ipv4: 0xc633_6402)
    static let source6 = IPAddress(high: 0x2001_0db8_0000_0001, low: 1)
    static let destination6 = IPAddress(high: 0x2001_0db8_0000_0002, low: 2)
    static let text = Array("lighthouse".utf8)

    /// Bytes from hexadecimal digits; blanks are for the eye.
    static func hex(_ digits: String) -> [UInt8] {
        let nibbles = digits.compactMap(\.hexDigitValue)
        return stride(from: 0, to: nibbles.count - 1, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) }
    }

    static func big16(_ value: Int) -> [UInt8] {
        [UInt8(value >> 8 & 0xff), UInt8(value & 0xff)]
    }

    static func big32(_ value: Int) -> [UInt8] {
        big16(value >> 16 & 0xffff) + big16(value & 0xffff)
    }

    /// RFC 1071, word by word.
    static func checksum(_ bytes: [UInt8]) -> Int {
        var sum = 0
        for index in stride(from: 0, to: bytes.count, by: 2) {
            sum += Int(bytes[index]) << 8 + (index + 1 < bytes.count ? Int(bytes[index + 1]) : 0)
        }
        while sum > 0xffff { sum = sum & 0xffff + sum >> 16 }
        return ~sum & 0xffff
    }

    static func ethernet(_ type: Int, _ payload: [UInt8]) -> [UInt8] {
        hex("02000000000a 02000000000b") + big16(type) + payload
    }

    static func ipv4(
        _ transport: Int, _ payload: [UInt8], options: [UInt8] = [], place: Int = 0, totalLength: Int? = nil
    ) -> [UInt8] {
        let length = 20 + options.count
        var header: [UInt8] = [UInt8(0x40 | length / 4), 0]
        header += big16(totalLength ?? length + payload.count) + big16(0x1234) + big16(place)
        header += [64, UInt8(transport), 0, 0] + source.bytes + destination.bytes + options
        header.replaceSubrange(10..<12, with: big16(checksum(header)))
        return header + payload
    }

    static func ipv6(_ next: Int, _ payload: [UInt8], payloadLength: Int? = nil) -> [UInt8] {
        hex("60000000") + big16(payloadLength ?? payload.count) + [UInt8(next), 64] + source6.bytes
            + destination6.bytes + payload
    }

    static func pseudoHeader(_ transport: Int, _ length: Int, ipv6: Bool, to last: IPAddress? = nil)
        -> [UInt8]
    {
        ipv6
            ? source6.bytes + (last ?? destination6).bytes + big32(length) + big32(transport)
            : source.bytes + (last ?? destination).bytes + big16(transport) + big16(length)
    }

    static func udp(
        _ payload: [UInt8], from: Int = 5000, to: Int = 6000, ipv6: Bool = false, last: IPAddress? = nil
    ) -> [UInt8] {
        var datagram = big16(from) + big16(to) + big16(8 + payload.count) + [0, 0] + payload
        let sum = checksum(pseudoHeader(17, datagram.count, ipv6: ipv6, to: last) + datagram)
        datagram.replaceSubrange(6..<8, with: big16(sum == 0 ? 0xffff : sum))
        return datagram
    }

    static func tcp(
        _ payload: [UInt8], flags: Int = 0x18, options: [UInt8] = [], ipv6: Bool = false
    ) -> [UInt8] {
        var segment = big16(5000) + big16(6000) + big32(0x0102_0304) + big32(0x0506_0708)
        segment += [UInt8((20 + options.count) * 4), UInt8(flags)] + big16(0x2000) + [0, 0] + big16(7)
        segment += options + payload
        let sum = checksum(pseudoHeader(6, segment.count, ipv6: ipv6) + segment)
        segment.replaceSubrange(16..<18, with: big16(sum))
        return segment
    }

    static func icmp(_ type: Int, _ code: Int, _ rest: [UInt8], ipv6: Bool = false) -> [UInt8] {
        var message = [UInt8(type), UInt8(code), 0, 0] + rest
        let before = ipv6 ? pseudoHeader(58, message.count, ipv6: true) : []
        message.replaceSubrange(2..<4, with: big16(checksum(before + message)))
        return message
    }

    /// The packets that lie in everything else: UDP, 5000 to 6000, with `text`.
    static let packet4 = ipv4(17, udp(text))
    static let packet6 = ipv6(17, udp(text, ipv6: true))
}
