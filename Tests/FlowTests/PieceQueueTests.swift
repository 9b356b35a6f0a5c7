import NetTypes
import Testing

@testable import Flow

@Suite struct PieceQueueTests {
    private static func piece(_ start: UInt64, _ bytes: [UInt8]) -> Piece {
        let range = start..<start + UInt64(bytes.count)
        return Piece(visible: range, origin: range, bytes: bytes, frame: 1, timestamp: .zero)
    }

    /// Where the later of two pieces wins, by the published classes: earlier 4..<8 against the later range.
    static let cases: [(OverlapPolicy, Range<UInt64>, Bool)] = [
        (.first, 2..<10, false), (.last, 5..<6, true),
        (.bsd, 2..<6, true), (.bsd, 4..<10, false), (.bsd, 5..<10, false),
        (.bsdRight, 2..<6, false), (.bsdRight, 4..<6, true), (.bsdRight, 6..<10, true),
        (.linux, 2..<6, true), (.linux, 4..<10, true), (.linux, 4..<8, false), (.linux, 5..<10, false),
        (.windows, 2..<10, true), (.windows, 2..<8, false), (.windows, 4..<10, false),
        (.solaris, 4..<10, true), (.solaris, 2..<9, true), (.solaris, 5..<10, false),
        (.solaris, 2..<8, false),
    ]

    @Test("Each policy lets the later piece win where it should", arguments: cases)
    func policies(policy: OverlapPolicy, later: Range<UInt64>, wins: Bool) {
        #expect(policy.laterWins(earlier: 4..<8, later: later) == wins)
    }

    @Test("A piece inside another splits it when it wins, and vanishes when it does not")
    func splitting() {
        var winning = PieceQueue()
        _ = winning.add(Self.piece(0, [1, 1, 1, 1, 1]), policy: .last)
        let addition = winning.add(Self.piece(2, [9]), policy: .last)
        #expect(addition.kept == 1)
        #expect(addition.displaced == 1)
        #expect(winning.count == 3)
        #expect(winning.visibleBytes == 5)
        var losing = PieceQueue()
        _ = losing.add(Self.piece(0, [1, 1, 1, 1, 1]), policy: .first)
        #expect(losing.add(Self.piece(2, [9]), policy: .first).kept == 0)
        #expect(losing.count == 1)
    }

    @Test("Cost goes back to zero when everything is taken, however it was cut up")
    func cost() {
        var queue = PieceQueue()
        for start in stride(from: UInt64(0), to: 400, by: 3) {
            _ = queue.add(Self.piece(start, [1, 2, 3, 4, 5]), policy: start % 2 == 0 ? .last : .first)
        }
        #expect(queue.cost > 0)
        var taken: UInt64 = 0
        while let piece = queue.removeFirst() { taken += UInt64(piece.visible.count) }
        #expect(taken == 404)
        #expect(queue.cost == 0)
        #expect(queue.visibleBytes == 0)
        #expect(queue.isEmpty)
    }
}
