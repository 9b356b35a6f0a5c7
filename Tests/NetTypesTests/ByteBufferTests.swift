import NetTypes
import TestSupport
import Testing

@Suite struct ByteBufferTests {
    private static let plenty = 1 << 40

    /// Adds pieces of one length as its owners do, and says what was reserved after each.
    private func reservations(pieces: Int, of length: Int, budget: Int, limit: Int = 1 << 30) -> [Int] {
        var buffer = ByteBuffer()
        let piece = [UInt8](repeating: 7, count: length)
        return (0..<pieces).map { _ in
            let needed = buffer.count + length
            let ample = max(needed, 2 * buffer.reserved)
            let capacity = buffer.reservation(
                toHold: needed, ample: ample, limit: limit, kept: buffer.reserved, budget: budget)
            buffer.reserve(capacity)
            buffer.append(copying: piece.span)
            #expect(buffer.reserved == capacity && buffer.count == needed)
            return capacity
        }
    }

    @Test("The account is what the array has, but for what the allocator rounds up", arguments: [0, plenty])
    func account(budget: Int) {
        var buffer = ByteBuffer()
        let piece = [UInt8](repeating: 7, count: 1448)
        for _ in 0..<3000 {
            let needed = buffer.count + piece.count
            buffer.reserve(
                buffer.reservation(
                    toHold: needed, ample: 2 * needed, limit: 1 << 30, kept: buffer.reserved, budget: budget))
            buffer.append(copying: piece.span)
            let capacity = buffer.bytes.capacity
            #expect(capacity >= buffer.reserved && capacity < buffer.reserved + 8192)
        }
    }

    @Test("Where the budget is short at most a quarter is reserved in vain; copies stay few")
    func short() {
        let reserved = reservations(pieces: 3000, of: 1448, budget: 0)
        for (index, capacity) in reserved.enumerated() {
            let held = (index + 1) * 1448
            #expect(capacity >= held && capacity * 4 <= held * 5 + 4, "\(capacity) for \(held)")
        }
        // 1.25 to the power of 36 is more than three thousand; the first few steps are a segment each.
        #expect(Set(reserved).count <= 40)
    }

    @Test("Where there is plenty it doubles, up to half of the budget")
    func ample() {
        #expect(Set(reservations(pieces: 3000, of: 1448, budget: Self.plenty)).count <= 13)
        let budget = 1 << 20
        let reserved = reservations(pieces: 600, of: 1448, budget: budget)
        #expect(reserved.first == 1448 && reserved[2] == 4 * 1448)
        // 256 segments is the last doubling inside half of it; from there to 600 it is a quarter more, four times.
        #expect(Set(reserved.filter { $0 > 256 * 1448 }).count == 4)
    }

    @Test("A limit is reserved exactly, and never exceeded")
    func limit() {
        for budget in [0, Self.plenty] {
            #expect(reservations(pieces: 10, of: 100, budget: budget, limit: 1000).last == 1000)
        }
    }

    @Test("Single bytes cost a few copies, not one each")
    func singleBytes() {
        #expect(Set(reservations(pieces: 4096, of: 1, budget: 0)).count <= 44)
    }

    @Test("Keeping the last bytes gives memory back where asked", arguments: [true, false])
    func keepLast(releasing: Bool) {
        var buffer = ByteBuffer()
        buffer.reserve(1000)
        let bytes = (0..<200 as Range<UInt8>).map { $0 }
        buffer.append(copying: bytes.span)
        buffer.keepLast(3, releasing: releasing)
        #expect(buffer.bytes == [197, 198, 199])
        #expect(buffer.reserved == (releasing ? 3 : 1000))
        buffer.append(copying: bytes.span)
        #expect(buffer.count == 203 && buffer.reserved == (releasing ? 203 : 1000))
        buffer.keepLast(0, releasing: releasing)
        #expect(buffer.count == 0 && buffer.reserved == 0)
    }

    @Test("Bytes are put at any place; a hole is zero")
    func write() {
        var buffer = ByteBuffer()
        let (two, one) = ([1, 2] as [UInt8], [9] as [UInt8])
        buffer.write(copying: two.span, at: 3)
        buffer.write(copying: one.span, at: 4)
        #expect(buffer.bytes == [0, 0, 0, 1, 9])
        #expect(buffer.reserved == 5)
    }
}
