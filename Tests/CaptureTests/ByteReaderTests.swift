import Testing

@testable import Capture

struct ByteReaderTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("What was peeked at is read again, in pieces of any size", arguments: 1...12)
    func lookahead(piece: Int) throws {
        let bytes = (0..<40).map { UInt8($0) }
        let reader = try ByteReader(path: try folder.write(bytes))
        #expect(reader.peek(10) == Array(bytes.prefix(10)))
        #expect(reader.peek(4) == Array(bytes.prefix(4)))
        var read: [UInt8] = []
        var buffer = [UInt8](repeating: 0xff, count: piece + 1)
        while true {
            let count = reader.read(into: &buffer, at: 1, count: piece)
            guard count > 0 else { break }
            read += buffer[1...count]
        }
        #expect(read == bytes)
        #expect(buffer[0] == 0xff)
        #expect(reader.bytesRead == 40)
        #expect(reader.failure == nil)
    }

    @Test("A window onto a long file stays small while blocks are taken from it")
    func window() throws {
        let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        var window = BlockWindow(try ByteReader(path: try folder.write(bytes)))
        let size = window.storage.count
        var taken = 0
        while window.fill(9000) {
            #expect(window.storage[window.start] == bytes[taken])
            #expect(window.storage[window.start + 8999] == bytes[taken + 8999])
            window.consume(9000)
            taken += 9000
        }
        #expect(taken == 999_000)
        #expect(window.count == 1000)
        #expect(window.storage.count == size)
    }

    @Test("A window that is asked for more than there is grows only as bytes arrive")
    func shortWindow() throws {
        var window = BlockWindow(
            try ByteReader(path: try folder.write([UInt8](repeating: 1, count: 100_000))))
        let isFilled = window.fill(16 << 20)
        #expect(!isFilled)
        #expect(window.count == 100_000)
        #expect(window.storage.count == 128 << 10)
    }
}
