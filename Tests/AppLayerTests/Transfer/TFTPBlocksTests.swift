import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("TFTP blocks")
struct TFTPBlocksTests {
    private func expect(
        _ place: TFTPBlocks.Place, _ expected: TFTPBlocks.Place, _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(place == expected, sourceLocation: location)
    }

    /// Blocks whose next number on the wire is 0.
    private func beforeWrap(size: Int = 8) -> TFTPBlocks {
        var blocks = TFTPBlocks()
        blocks.size = size
        for number in UInt16(1)...65_535 { _ = blocks.take(number, length: size) }
        return blocks
    }

    @Test("Numbers wrap to 0")
    func wrap() {
        var blocks = beforeWrap()
        expect(blocks.take(0, length: 8), .at(65_535 * 8))
        expect(blocks.take(1, length: 8), .at(65_536 * 8))
        expect(blocks.take(65_535, length: 8), .repeated)
        expect(blocks.take(2, length: 3), .at(65_537 * 8))
        #expect(blocks.isWhole)
    }

    @Test("Numbers wrap to 1 when the receiver has all before it")
    func wrapToOne() {
        var blocks = beforeWrap()
        blocks.acknowledged = 65_535
        expect(blocks.take(1, length: 8), .at(65_535 * 8))
        expect(blocks.take(1, length: 8), .repeated)
        expect(blocks.take(2, length: 0), .at(65_536 * 8))
        #expect(blocks.isWhole)
    }

    @Test("Without that a block is missing")
    func lostAtWrap() {
        var blocks = beforeWrap()
        blocks.acknowledged = 0
        expect(blocks.take(1, length: 3), .at(65_536 * 8))
        #expect(!blocks.isWhole)
        expect(blocks.take(0, length: 8), .at(65_535 * 8))
        #expect(blocks.isWhole)
    }

    @Test("Holes are filled in any order, each block once")
    func holes() {
        var blocks = TFTPBlocks()
        expect(blocks.take(6, length: 100), .at(5 * 512))
        for number: UInt16 in [3, 1, 5, 2] {
            expect(blocks.take(number, length: 512), .at(UInt64(number - 1) * 512))
            expect(blocks.take(number, length: 512), .repeated)
            #expect(!blocks.isWhole)
        }
        expect(blocks.take(4, length: 100), .outside)
        expect(blocks.take(4, length: 512), .at(3 * 512))
        #expect(blocks.isWhole)
        expect(blocks.take(7, length: 1), .outside)
    }

    @Test("A hole that is too large is closed")
    func largeHole() {
        var blocks = TFTPBlocks()
        expect(blocks.take(1, length: 512), .at(0))
        expect(blocks.take(1002, length: 512), .behind(lost: 1000 * 512, at: 512))
        expect(blocks.take(500, length: 512), .repeated)
        expect(blocks.take(1003, length: 1), .at(1024))
        #expect(blocks.isWhole)
    }

    @Test("Too many holes are closed")
    func manyHoles() {
        var blocks = TFTPBlocks()
        for index in 1...UInt16(64) { _ = blocks.take(index * 2, length: 512) }
        expect(blocks.take(130, length: 512), .behind(lost: 512, at: 128 * 512))
    }

    @Test("A block before the first is none")
    func beforeFirst() {
        var blocks = TFTPBlocks()
        expect(blocks.take(0, length: 512), .outside)
        expect(blocks.take(40_000, length: 512), .outside)
        #expect(blocks.isFresh)
    }

    @Test("A file with a closed hole has a gap")
    func closedHole() {
        let scene = TFTPScene()
        scene.ask("a", "octet")
        scene.block(1, [UInt8](repeating: 1, count: 512))
        scene.block(1002, [UInt8](repeating: 2, count: 10))
        #expect(scene.fed.objects.first?.bytes.count == 522)
        #expect(scene.fed.objects.first?.record.incomplete == .gap)
    }
}
