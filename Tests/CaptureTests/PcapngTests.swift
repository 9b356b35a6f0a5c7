import NetTypes
import Testing

@testable import Capture

struct PcapngTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("Sections of both byte orders, several link types and all packet blocks are one sequence of frames")
    func sample() throws {
        let reading = try Reading(PcapngFile.sample().bytes, in: folder)
        #expect(reading.verdict == .complete)
        #expect(
            reading.frames.map(\.bytes) == [[1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11, 12], [13, 14], []])
        #expect(reading.frames.map(\.header.number) == [1, 2, 3, 4, 5])
        #expect(reading.frames.map(\.header.linkType) == [.ethernet, .linuxCooked, .ethernet, .raw, .raw])
        #expect(reading.frames.map(\.header.wireLength) == [3, 1500, 5, 2, 0])
        // The third is a Simple Packet Block: it has no time, and time stands still.
        #expect(
            reading.timestamps == [
                1_700_000_000_000_000_000, 1_700_000_001_000_000_002, 1_700_000_001_000_000_002,
                1_700_000_002_000_000_000, 1_700_000_003_000_000_000,
            ])
    }

    @Test("A section header alone is a complete file", arguments: ByteOrder.allCases)
    func noFrames(order: ByteOrder) throws {
        var file = PcapngFile()
        file.section(order)
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames.isEmpty)
        #expect(reading.verdict == .complete)
    }

    @Test("The offset of an interface moves its frames in time", arguments: ByteOrder.allCases)
    func offset(order: ByteOrder) throws {
        var seconds = ByteWriter(order: order)
        seconds.number(Int64(-7))
        var file = PcapngFile()
        file.section(order)
        file.interface(options: [(14, seconds.bytes), (9, [0])])
        file.enhanced([1], ticks: 10)
        #expect(try Reading(file.bytes, in: folder).timestamps == [3_000_000_000])
    }

    @Test("A new section forgets the interfaces of the one before")
    func sectionsForget() throws {
        var file = PcapngFile()
        file.section(.little)
        file.interface()
        file.enhanced([1])
        file.section(.little)
        file.enhanced([2])
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames.map(\.bytes) == [[1]])
        #expect(reading.isPartial)
    }

    @Test("A simple packet is cut by the snaplen of its interface and never includes padding")
    func simplePackets() throws {
        var file = PcapngFile()
        file.section(.big)
        file.interface(snaplen: 5)
        file.simple([1, 2, 3, 4, 5], wireLength: 1500)
        file.simple([1, 2], wireLength: 2)
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames.map(\.bytes) == [[1, 2, 3, 4, 5], [1, 2]])
        #expect(reading.frames.map(\.header.wireLength) == [1500, 2])
    }

    @Test("Blocks far larger than the buffer are read, and skipped, like others")
    func largeBlocks() throws {
        let large = (0..<250_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var file = PcapngFile()
        file.section(.little)
        file.interface()
        file.enhanced([1])
        file.block(0x4000_0bad) { $0.raw([UInt8](repeating: 3, count: 700_000)) }
        for _ in 0..<3 { file.enhanced(large) }
        file.enhanced([2])
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames.map(\.bytes) == [[1], large, large, large, [2]])
        #expect(reading.verdict == .complete)
    }

    @Test("Many small blocks cross the borders of the buffer unharmed")
    func manyBlocks() throws {
        var file = PcapngFile()
        file.section(.little)
        file.interface()
        for index in 0..<5000 {
            file.enhanced([UInt8](repeating: UInt8(index % 251), count: index % 97), ticks: UInt64(index))
        }
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames.count == 5000)
        for (index, frame) in reading.frames.enumerated() {
            #expect(frame.bytes == [UInt8](repeating: UInt8(index % 251), count: index % 97))
        }
    }

    @Test("What makes no sense ends the file after its last whole frame", arguments: Damage.allCases)
    func damage(damage: Damage) throws {
        var configuration = CaptureConfiguration()
        configuration.largestFrame = 5000
        configuration.largestBlock = 10_000
        configuration.mostInterfaces = 3
        var file = PcapngFile()
        file.section(.little)
        file.interface()
        file.enhanced([1])
        damage.add(to: &file)
        file.enhanced([2])
        let reading = try Reading(file.bytes, in: folder, configuration: configuration)
        #expect(reading.frames.map(\.bytes) == [[1]])
        #expect(reading.verdict == .partial(reason: "after frame 1: " + damage.rawValue))
    }

    enum Damage: String, CaseIterable {
        case shortBlock = "a block says that it has 8 bytes"
        case unalignedBlock = "a block says that it has 14 bytes"
        case longBlock = "a block of 10004 bytes is too long"
        case differingLengths = "the two lengths of a block differ"
        case shortPacket = "a packet block is too short"
        case longFrame = "a frame is longer than its block"
        case hugeFrame = "a frame of 5001 bytes is too long"
        case unknownInterface = "a frame of an interface that is not described"
        case shortInterface = "an interface description is too short"
        case longOption = "an option of an interface is longer than its block"
        case oddResolution = "the time resolution of an interface has the wrong length"
        case manyInterfaces = "a section has more than 3 interfaces"
        case unknownVersion = "a section has a version that is not known"
        case noByteOrder = "a section header has no byte-order magic"

        func add(to file: inout PcapngFile) {
            switch self {
            case .shortBlock: file.block(5, length: 8)
            case .unalignedBlock: file.block(5, length: 14) { $0.raw([1, 2, 3, 4]) }
            case .longBlock: file.block(5) { $0.raw([UInt8](repeating: 0, count: 9992)) }
            case .differingLengths: file.block(5, trailer: 16)
            case .shortPacket: file.block(6) { $0.raw([UInt8](repeating: 0, count: 16)) }
            case .longFrame: file.enhanced([1, 2, 3], captured: 5)
            case .hugeFrame: file.enhanced([UInt8](repeating: 0, count: 5001))
            case .unknownInterface: file.enhanced([1], interface: 1)
            case .shortInterface: file.block(1) { $0.raw([1, 0, 0, 0]) }
            case .longOption: file.block(1) { $0.raw([1, 0, 0, 0, 0, 0, 0, 0, 9, 0, 5, 0, 1, 0, 0, 0]) }
            case .oddResolution: file.interface(options: [(9, [6, 6])])
            case .manyInterfaces: for _ in 0..<3 { file.interface() }
            case .unknownVersion: file.section(.little, major: 2)
            case .noByteOrder: file.block(0x0a0d_0d0a) { $0.raw([UInt8](repeating: 1, count: 16)) }
            }
        }
    }
}
