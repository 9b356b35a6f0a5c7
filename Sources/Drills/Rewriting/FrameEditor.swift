/// Bytes of a frame that are changed in place, and the checksums over them, which follow.
///
/// Checksums are opened from the outside in; `finish` brings them up to date from the inside out, since one inside a
/// tunnel is itself under that of its carrier.
struct FrameEditor {
    /// The frame.
    private(set) var bytes: [UInt8]
    private var checksums: [ChecksumField] = []

    /// An editor of these bytes.
    init(_ bytes: consuming [UInt8]) {
        self.bytes = bytes
    }

    /// Says that a checksum lies at `place` over the bytes in `covered`. Nothing happens where it was not captured.
    ///
    /// `growth` is what its pseudo header has grown by.
    mutating func open(
        at place: Int, over covered: Range<Int>, mayBeAbsent: Bool = false, growth: Int64 = 0
    ) {
        guard place >= covered.lowerBound, place + 2 <= covered.upperBound, covered.upperBound <= bytes.count
        else { return }
        checksums.append(
            ChecksumField(place: place, covered: covered, mayBeAbsent: mayBeAbsent, growth: growth))
    }

    /// Writes bytes over those at `offset`; what would lie outside the frame is left out. Returns what the words of a
    /// header that begins at an even distance have grown by.
    @discardableResult
    mutating func put(_ new: some Sequence<UInt8>, at offset: Int) -> Int64 {
        var growth: Int64 = 0
        for (index, byte) in new.enumerated() {
            let place = offset + index
            guard bytes.indices.contains(place) else { break }
            growth += ChecksumField.growth(from: bytes[place], to: byte, isUpper: index & 1 == 0)
            put(byte, at: place, above: checksums.count)
        }
        return growth
    }

    /// Writes one byte and tells the checksums of the first `count` that it lies under.
    private mutating func put(_ byte: UInt8, at place: Int, above count: Int) {
        let old = bytes[place]
        if old == byte { return }
        bytes[place] = byte
        for index in 0..<count where checksums[index].covered.contains(place) {
            let isUpper = (place - checksums[index].covered.lowerBound) & 1 == 0
            checksums[index].growth += ChecksumField.growth(from: old, to: byte, isUpper: isUpper)
        }
    }

    /// Brings all checksums up to date and forgets them.
    mutating func finish() {
        for index in checksums.indices.reversed() {
            let place = checksums[index].place
            let field = UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
            let updated = checksums[index].updated(field)
            put(UInt8(updated >> 8), at: place, above: index)
            put(UInt8(truncatingIfNeeded: updated), at: place + 1, above: index)
        }
        checksums.removeAll()
    }

    /// A number of two bytes in network order; zero where it was not captured.
    func uint16(_ offset: Int) -> UInt16 {
        UInt16(byte(offset)) << 8 | UInt16(byte(offset + 1))
    }

    /// A byte; zero where it was not captured.
    func byte(_ offset: Int) -> UInt8 {
        bytes.indices.contains(offset) ? bytes[offset] : 0
    }
}
