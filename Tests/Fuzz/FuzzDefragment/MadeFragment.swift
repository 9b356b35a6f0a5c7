import FuzzSupport

/// A fragment of one of a few datagrams, from four bytes, each field of which a mutation can move by itself.
struct MadeFragment {
    private static let headerLength = 20
    private static let headerLength6 = 40

    private let isIPv6: Bool
    private let hasOptions: Bool
    /// Which datagram: its identification, and the last byte of its source.
    private let name: UInt8
    private let offset: Int
    private let isLast: Bool
    private let length: Int
    /// True when its bytes are not those that all other fragments of the datagram have there.
    let isForged: Bool
    /// Nanoseconds that pass before it.
    let pause: Int64

    /// The fragment that a step's first byte and the next three of the input describe.
    init(_ kind: UInt8, _ input: inout FuzzInput) {
        isIPv6 = kind & 0x02 != 0
        isForged = kind & 0x04 != 0
        name = kind >> 3 & 0x07
        hasOptions = kind & 0x40 != 0
        let place = input.word()
        offset = (place & 0x1fff) * 8
        isLast = place & 0x8000 != 0
        pause = place & 0x4000 == 0 ? 1_000_000 : 20_000_000_000
        length = Self.length(input.byte())
    }

    /// Mostly a multiple of 8; sometimes not, and sometimes so long that few fit.
    private static func length(_ byte: UInt8) -> Int {
        switch byte {
        case 0..<0x80: (Int(byte) + 1) * 8
        case 0x80..<0xe0: Int(byte) - 0x7f
        default: (Int(byte) - 0xdf) * 2040
        }
    }

    /// What every datagram of this name has at an offset.
    static func byte(_ name: UInt8, at offset: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: offset &* 31 &+ offset >> 8 &+ Int(name) &* 77)
    }

    /// An IP packet.
    var frame: [UInt8] {
        let flip: UInt8 = isForged ? 0x5a : 0
        var frame = isIPv6 ? header6 : header
        frame.reserveCapacity(frame.count + length)
        for place in offset..<offset + length { frame.append(Self.byte(name, at: place) ^ flip) }
        return frame
    }

    /// Experimental, UDP, IPv4 in IPv4, TCP.
    private var transport: UInt8 { [253, 17, 4, 6][Int(name & 0x03)] }

    private var header: [UInt8] {
        let options: [UInt8] = hasOptions ? [1, 1, 1, 0] : []
        let total = Self.headerLength + options.count + length
        let place = offset / 8 | (isLast ? 0 : 0x2000)
        var header: [UInt8] = [hasOptions ? 0x46 : 0x45, 0] + Self.word(total)
        header += [0, name] + Self.word(place) + [64, transport, 0, 0]
        return header + [192, 0, 2, name, 198, 51, 100, 2] + options
    }

    private var header6: [UInt8] {
        let hopByHop: [UInt8] = hasOptions ? [44, 0, 1, 4, 0, 0, 0, 0] : []
        var header: [UInt8] = [0x60, 0, 0, 0] + Self.word(hopByHop.count + 8 + length)
        header += [hasOptions ? 0 : 44, 64] + [0x20, 0x01, 0x0d, 0xb8] + [UInt8](repeating: 0, count: 11)
        header += [name] + [0x20, 0x01, 0x0d, 0xb8] + [UInt8](repeating: 0, count: 12) + hopByHop
        return header + [transport, 0] + Self.word(offset | (isLast ? 0 : 1)) + [0, 0, 0, name]
    }

    private static func word(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
    }

    /// Stops the program when a datagram, rebuilt from fragments that agree, is not what they said.
    static func check(_ datagram: [UInt8]) {
        let isIPv4 = datagram[0] >> 4 == 4
        let start = isIPv4 ? Int(datagram[0] & 0x0f) * 4 : headerLength6 + (datagram[6] == 0 ? 8 : 0)
        let name = datagram[isIPv4 ? 15 : 23]
        for index in start..<datagram.count {
            precondition(
                datagram[index] == byte(name, at: index - start), "a byte that no fragment had there")
        }
    }
}
