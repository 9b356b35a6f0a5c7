import NetTypes
import Testing

@testable import Capture

@Suite("Frames that a savefile says were lost")
struct ReportedLossesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A section with so many interfaces and a frame.
    private func file(_ order: ByteOrder = .little, interfaces: Int = 1) -> PcapngFile {
        var file = PcapngFile()
        file.section(order)
        for _ in 0..<interfaces { file.interface() }
        file.enhanced([1])
        return file
    }

    @Test(
        "Of each interface the last statement counts: the interface's drops and the system's",
        arguments: ByteOrder.allCases)
    func lastCounts(order: ByteOrder) throws {
        var file = file(order, interfaces: 2)
        file.statistics([(4, 100), (5, 3), (7, 4)])
        file.statistics(interface: 1, [(5, 50)])
        file.enhanced([2])
        file.statistics([(5, 30), (7, 40), (6, 1000)])
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.verdict == .complete && reading.frames.count == 2)
        #expect(reading.framesLost == 120)
    }

    @Test("Sections add up, each with interfaces of its own")
    func sections() throws {
        var file = file(interfaces: 2)
        file.statistics(interface: 1, [(5, 5)])
        file.section(.big)
        file.interface()
        // The interface of this number was in the section before.
        file.statistics(interface: 1, [(5, 1000)])
        file.statistics([(7, 2)])
        #expect(try Reading(file.bytes, in: folder).framesLost == 7)
    }

    @Test(
        "A later statement that does not say what was lost leaves what was said, and so does one that does not know"
    )
    func silent() throws {
        var file = file()
        file.statistics([(5, 6)])
        file.statistics([(4, 9)])
        file.statistics([])
        file.statistics([(5, .max)])
        #expect(try Reading(file.bytes, in: folder).framesLost == 6)
    }

    @Test("A file that is cut says what it said before the cut")
    func cut() throws {
        var file = file()
        file.statistics([(5, 6)])
        let whole = file.bytes.count
        file.statistics([(5, 60)])
        for length in [whole, whole + 1, file.bytes.count - 1] {
            let reading = try Reading(Array(file.bytes.prefix(length)), in: folder)
            #expect(reading.framesLost == 6, "\(length)")
            #expect(reading.isPartial == (length > whole))
        }
        #expect(try Reading(file.bytes, in: folder).framesLost == 60)
    }

    @Test("What makes no sense says nothing, and costs no frame", arguments: 0..<8)
    func hostile(number: Int) throws {
        var file = file()
        file.statistics([(5, 6)])
        file.block(5) { content in
            let bodies: [[UInt8]] = [
                [], [0, 0, 0, 0], [UInt8](repeating: 0, count: 8), [UInt8](repeating: 0xff, count: 12),
                // An option that is longer than its block, of the wrong length, or cut inside its head.
                [UInt8](repeating: 0, count: 12) + [5, 0, 0xff, 0xff] + [UInt8](repeating: 1, count: 8),
                [UInt8](repeating: 0, count: 12) + [5, 0, 4, 0, 1, 0, 0, 0],
                [UInt8](repeating: 0, count: 12) + [5, 0, 8, 0],
                // An end of the options, and behind it something that looks like one.
                [UInt8](repeating: 0, count: 12) + [0, 0, 0, 0, 5, 0, 8, 0] + [UInt8](repeating: 1, count: 8),
            ]
            content.raw(bodies[number])
        }
        file.enhanced([2])
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.verdict == .complete && reading.frames.map(\.bytes) == [[1], [2]])
        #expect(reading.framesLost == 6)
    }

    @Test("A claim that is beyond belief is cut, however often it is made")
    func saturates() throws {
        var file = file(interfaces: 2)
        for _ in 0..<2 {
            file.statistics([(5, .max - 1), (7, .max - 1)])
            file.statistics(interface: 1, [(5, .max - 1)])
            file.section(.little)
            file.interface()
        }
        #expect(try Reading(file.bytes, in: folder).framesLost == ReportedLosses.most)
    }

    @Test("What was lost is known at the end only, and a pcap file says nothing of it")
    func atTheEnd() throws {
        var file = file()
        file.statistics([(5, 6)])
        file.enhanced([2])
        var savefile = try Savefile(path: try folder.write(file.bytes))
        var counts: [UInt64] = []
        while try savefile.withNextFrame({ _, _ in }) { counts.append(savefile.framesLost) }
        counts.append(savefile.framesLost)
        #expect(counts == [0, 0, 6])
        #expect(try Reading(PcapFile().bytes, in: folder).framesLost == 0)
    }
}
