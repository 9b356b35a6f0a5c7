/// Compressed files made by hand: enough of deflate, gzip and zip to hide bytes in, the same each time.
public enum Compressed {
    /// Raw deflate (RFC 1951 section 3.2.6): one block with the fixed codes, literals only. It does not get shorter,
    /// but three bits of header put every byte out of place.
    public static func deflate(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var bits = Bits()
        bits.append(0b011, 3)
        for byte in bytes {
            if byte < 144 {
                bits.append(reversed: 0x30 + UInt32(byte), 8)
            } else {
                bits.append(reversed: 0x190 + UInt32(byte) - 144, 9)
            }
        }
        bits.append(0, 7)
        return bits.bytes
    }

    /// A gzip member (RFC 1952) without a time, and with a name when there is one.
    public static func gzip(_ bytes: [UInt8], name: String = "") -> [UInt8] {
        var member: [UInt8] = [0x1f, 0x8b, 8, name.isEmpty ? 0 : 8, 0, 0, 0, 0, 0, 255]
        if !name.isEmpty { member += Array(name.utf8) + [0] }
        return member + deflate(bytes) + littleEndian(crc32(bytes), 4)
            + littleEndian(UInt32(truncatingIfNeeded: bytes.count), 4)
    }

    /// A gzip member that grows 158 times: a zero, repeated 258 times by each of `runs` matches of 13 bits.
    public static func bomb(runs: Int) -> [UInt8] {
        var bits = Bits()
        bits.append(0b011, 3)
        bits.append(reversed: 0x30, 8)
        for _ in 0..<runs { bits.append(reversed: 0xc5 << 5, 13) }
        bits.append(0, 7)
        let content = repeatElement(UInt8(0), count: 1 + 258 * runs)
        return [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255] + bits.bytes + littleEndian(crc32(content), 4)
            + littleEndian(UInt32(truncatingIfNeeded: content.count), 4)
    }

    /// The checksum of gzip and zip (RFC 1952 section 8).
    public static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var crc: UInt32 = .max
        for byte in bytes { crc = crc >> 8 ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] }
        return ~crc
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }

    /// The lowest `count` bytes of a number, the least first.
    public static func littleEndian(_ number: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
    }

    /// Bits, packed from the lowest of each byte.
    private struct Bits {
        var bytes: [UInt8] = []
        private var used = 0

        mutating func append(_ value: UInt32, _ count: UInt32) {
            for bit in 0..<count {
                if used % 8 == 0 { bytes.append(0) }
                bytes[bytes.count - 1] |= UInt8(truncatingIfNeeded: value >> bit & 1) << UInt8(used % 8)
                used += 1
            }
        }

        /// Huffman codes go from their highest bit.
        mutating func append(reversed value: UInt32, _ count: UInt32) {
            for bit in (0..<count).reversed() { append(value >> bit & 1, 1) }
        }
    }
}
