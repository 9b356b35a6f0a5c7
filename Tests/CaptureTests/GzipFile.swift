@testable import Capture

/// Builds a gzip file (RFC 1952, RFC 1951) and knows of each decompressed byte how much of the file it takes.
struct GzipFile {
    enum Block {
        case stored([UInt8])
        /// Literals in the fixed code, without any repetition.
        case literals([UInt8])
        /// One zero, and so many times 258 more.
        case zeros(repeats: Int)
    }

    private(set) var bytes: [UInt8] = []
    private(set) var content: [UInt8] = []
    /// The lengths at which the file may end: after each member.
    private(set) var memberEnds: [Int] = []
    /// For each byte of the content, the length of the file that determines it.
    private var needed: [Int] = []
    private var bitsInLastByte = 0

    /// How many bytes of the content the first `length` bytes of the file determine.
    func determined(by length: Int) -> Int {
        needed.prefix { $0 <= length }.count
    }

    /// Appends a member; `sum` is what the right checksum is changed by.
    mutating func member(_ blocks: [Block], sum: UInt32 = 0) {
        let start = content.count
        bytes += [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]
        bitsInLastByte = 0
        for block in blocks { append(block) }
        // An empty last block in the fixed code.
        number(0b011, bits: 3)
        code(0, bits: 7)
        var trailer = ByteWriter(order: .little)
        trailer.number(CRC32.of(content[start...]) ^ sum)
        trailer.number(UInt32(content.count - start))
        bytes += trailer.bytes
        memberEnds.append(bytes.count)
    }

    private mutating func append(_ block: Block) {
        switch block {
        case .stored(let some):
            number(0b000, bits: 3)
            bitsInLastByte = 0
            let size = UInt16(some.count)
            bytes += [size, ~size].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
            for byte in some {
                bytes.append(byte)
                give(byte)
            }
        case .literals(let some):
            number(0b010, bits: 3)
            for byte in some { literal(byte) }
            code(0, bits: 7)
        case .zeros(let repeats):
            number(0b010, bits: 3)
            literal(0)
            for _ in 0..<repeats {
                code(0b1100_0101, bits: 8)
                code(0, bits: 5)
                for _ in 0..<258 { give(0) }
            }
            code(0, bits: 7)
        }
    }

    private mutating func literal(_ byte: UInt8) {
        let value = Int(byte)
        if value < 144 { code(0x30 + value, bits: 8) } else { code(0x190 + value - 144, bits: 9) }
        give(byte)
    }

    private mutating func give(_ byte: UInt8) {
        content.append(byte)
        needed.append(bytes.count)
    }

    /// Huffman codes begin with their highest bit, numbers with their lowest.
    private mutating func code(_ code: Int, bits: Int) {
        for place in (0..<bits).reversed() { bit(code >> place & 1) }
    }

    private mutating func number(_ number: Int, bits: Int) {
        for place in 0..<bits { bit(number >> place & 1) }
    }

    private mutating func bit(_ bit: Int) {
        if bitsInLastByte == 0 { bytes.append(0) }
        bytes[bytes.count - 1] |= UInt8(bit << bitsInLastByte)
        bitsInLastByte = (bitsInLastByte + 1) & 7
    }
}
