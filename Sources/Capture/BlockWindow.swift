/// The bytes of a savefile around the record that is being read, in one buffer that is reused for all of them.
///
/// It grows to the largest record seen, doubling only as bytes arrive, so that a length field alone buys no memory.
struct BlockWindow: ~Copyable {
    /// Large enough that system calls cost little, small enough for a core's own cache.
    private static let initialCapacity = 128 << 10

    private let reader: ByteReader
    /// The buffer; the bytes that count are those from `start` to `end`.
    private(set) var storage = [UInt8](repeating: 0, count: Self.initialCapacity)
    /// Where the first byte not yet consumed is.
    private(set) var start = 0
    private var end = 0

    /// An empty window onto a reader.
    init(_ reader: ByteReader) {
        self.reader = reader
    }

    /// Bytes that can be looked at.
    var count: Int { end - start }

    /// Makes sure that `wanted` bytes can be looked at; false when the input ends or fails before.
    mutating func fill(_ wanted: Int) -> Bool {
        while count < wanted {
            if start + wanted > storage.count { moveToFront() }
            if end == storage.count { grow() }
            let got = reader.read(into: &storage, at: end, count: storage.count - end)
            if got <= 0 { return false }
            end += got
        }
        return true
    }

    /// Takes away the first `taken` bytes, which must be there.
    mutating func consume(_ taken: Int) {
        start += taken
    }

    private mutating func moveToFront() {
        guard start > 0 else { return }
        let kept = count
        for index in 0..<kept { storage[index] = storage[start + index] }
        start = 0
        end = kept
    }

    private mutating func grow() {
        storage.append(contentsOf: repeatElement(0, count: storage.count))
    }
}
