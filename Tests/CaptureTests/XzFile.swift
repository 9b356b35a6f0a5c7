@testable import Capture

/// Builds a file of the .xz format, of chunks that are not compressed, and knows of each byte of its content how much
/// of the file it takes. Every byte of it is under some checksum, or can have only one value.
struct XzFile {
    private(set) var bytes: [UInt8] = []
    private(set) var content: [UInt8] = []
    /// The lengths at which the file may end: after each stream, and after each four bytes of padding.
    private(set) var streamEnds: [Int] = []
    /// For each byte of the content, the length of the file that determines it.
    private var needed: [Int] = []

    /// How many bytes of the content the first `length` bytes of the file determine.
    func determined(by length: Int) -> Int {
        needed.prefix { $0 <= length }.count
    }

    /// Appends a stream of blocks. `dictionary` is what its headers say of the dictionary's size, and `filter` how they
    /// say that the blocks are compressed, LZMA2 unless told otherwise; `sum` is what the right checksums are changed by.
    mutating func stream(
        _ blocks: [[UInt8]], dictionary: UInt8 = 0, filter: UInt8 = 0x21, sum: UInt32 = 0
    ) {
        bytes += [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]
        checked([0, 1])
        var index: [UInt8] = [0] + Self.variable(blocks.count)
        for block in blocks {
            index += Self.variable(append(block, dictionary: dictionary, filter: filter, sum: sum))
            index += Self.variable(block.count)
        }
        index = Self.padded(index)
        checked(index)
        // The length of the index with its checksum, in fours and less one: as long as it is without the checksum.
        let backward = UInt32(index.count / 4)
        var footer = ByteWriter(order: .little)
        footer.number(backward)
        footer.raw([0, 1])
        var sum = ByteWriter(order: .little)
        sum.number(CRC32.of(footer.bytes))
        bytes += sum.bytes + footer.bytes + [0x59, 0x5a]
        streamEnds.append(bytes.count)
    }

    /// Appends zeros.
    mutating func padding(_ zeros: Int) {
        streamEnds += stride(from: 4, through: zeros, by: 4).map { bytes.count + $0 }
        bytes += [UInt8](repeating: 0, count: zeros)
    }

    /// Appends a block, and returns its length as the index wants it: without the zeros between data and checksum.
    private mutating func append(_ block: [UInt8], dictionary: UInt8, filter: UInt8, sum: UInt32) -> Int {
        let start = bytes.count
        // The length of the header in fours, less one; one filter, and its property.
        checked(Self.padded([2, 0, filter, 1, dictionary]))
        for (number, chunk) in Self.chunks(block).enumerated() {
            let size = UInt16(chunk.count - 1)
            // The first chunk begins with an empty dictionary, the others with the one that is there.
            bytes += [number == 0 ? 1 : 2, UInt8(size >> 8), UInt8(truncatingIfNeeded: size)]
            for byte in chunk {
                bytes.append(byte)
                content.append(byte)
                needed.append(bytes.count)
            }
        }
        bytes.append(0)
        let length = bytes.count - start + 4
        bytes = Self.padded(bytes)
        var trailer = ByteWriter(order: .little)
        trailer.number(CRC32.of(block) ^ sum)
        bytes += trailer.bytes
        return length
    }

    /// Appends bytes and their checksum.
    private mutating func checked(_ more: [UInt8]) {
        var writer = ByteWriter(order: .little)
        writer.raw(more)
        writer.number(CRC32.of(more))
        bytes += writer.bytes
    }

    /// A block of 64 KiB is as much as a chunk can hold; small ones are divided too, for there to be borders.
    private static func chunks(_ block: [UInt8]) -> [ArraySlice<UInt8>] {
        let size = min(max(block.count / 2, 1), 64 << 10)
        return stride(from: 0, to: block.count, by: size).map { block[$0..<min($0 + size, block.count)] }
    }

    /// A number in groups of seven bits, the lowest first.
    private static func variable(_ number: Int) -> [UInt8] {
        var left = number
        var bytes: [UInt8] = []
        while left >= 0x80 {
            bytes.append(UInt8(left & 0x7f) | 0x80)
            left >>= 7
        }
        return bytes + [UInt8(left)]
    }

    private static func padded(_ bytes: [UInt8]) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
    }
}
