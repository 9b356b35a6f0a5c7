import NetTypes
import Testing

@testable import Capture

struct ClassicPcapTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(
        "Every variant of the classic format gives its frames, with timestamps in nanoseconds",
        arguments: ByteOrder.allCases,
        [(UInt32(0xa1b2_c3d4), Int64(1000)), (0xa1b2_3c4d, 1), (0xa1b2_cd34, 1000)])
    func variants(order: ByteOrder, variant: (magic: UInt32, unit: Int64)) throws {
        let reading = try Reading(PcapFile.sample(order, magic: variant.magic).bytes, in: folder)
        #expect(reading.verdict == .complete)
        #expect(reading.frames.map(\.bytes.count) == PcapFile.sampleLengths)
        for (index, frame) in reading.frames.enumerated() {
            let number = Int64(index)
            let nanoseconds = (1_700_000_000 + number) * 1_000_000_000 + number * variant.unit
            #expect(frame.header.number == UInt64(index + 1))
            #expect(frame.header.timestamp.nanoseconds == nanoseconds)
            #expect(frame.header.wireLength == 100)
            #expect(frame.header.linkType == .ethernet)
            #expect(frame.bytes.allSatisfy { Int64($0) == number + 1 })
        }
    }

    @Test("A file with a header and nothing else is complete", arguments: ByteOrder.allCases)
    func noFrames(order: ByteOrder) throws {
        let reading = try Reading(PcapFile(order).bytes, in: folder)
        #expect(reading.frames.isEmpty)
        #expect(reading.verdict == .complete)
    }

    @Test(
        "The link type is the file's number, not the one that this system has for it",
        arguments: [0, 1, 12, 14, 50, 101, 104, 105, 108, 113, 117, 127, 228, 229, 242, 258, 276, 4711])
    func linkTypes(number: UInt32) throws {
        // The upper half says how long frame check sequences are.
        var file = PcapFile(linkType: number | 0x2400_0000)
        file.record([1])
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames.map(\.header.linkType.rawValue) == [UInt16(number)])
    }

    @Test("A fraction of a second and more, and seconds after 2038, are data in both byte orders")
    func oddTimestamps() throws {
        var timestamps: [[Int64]] = []
        for order in ByteOrder.allCases {
            var file = PcapFile(order)
            file.record([1], seconds: 10, fraction: 1_000_000)
            file.record([1], seconds: 10, fraction: 3_000_000_000)
            file.record([1], seconds: 3_000_000_000)
            file.record([1], seconds: .max, fraction: .max)
            timestamps.append(try Reading(file.bytes, in: folder).timestamps)
        }
        #expect(timestamps[0] == timestamps[1])
        #expect(
            timestamps[0] == [
                11_000_000_000, 3_010_000_000_000, 3_000_000_000_000_000_000,
                4_294_967_295_000_000_000 + 4_294_967_295_000,
            ])
    }

    @Test("Odd nanoseconds are data as well", arguments: ByteOrder.allCases)
    func oddNanoseconds(order: ByteOrder) throws {
        var file = PcapFile(order, magic: 0xa1b2_3c4d)
        file.record([1], seconds: 10, fraction: 4_000_000_000)
        #expect(try Reading(file.bytes, in: folder).timestamps == [14_000_000_000])
    }

    @Test("A frame with more bytes than it had on the wire is data")
    func moreCapturedThanOnTheWire() throws {
        var file = PcapFile()
        file.record([1, 2, 3], wireLength: 2)
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames.map(\.bytes) == [[1, 2, 3]])
        #expect(reading.frames.map(\.header.wireLength) == [2])
        #expect(reading.verdict == .complete)
    }

    @Test("A snaplen that is wrong cuts no frame", arguments: [0, 1, 20, UInt32.max])
    func wrongSnaplen(snaplen: UInt32) throws {
        var file = PcapFile(snaplen: snaplen)
        let frame = [UInt8](repeating: 7, count: 1500)
        file.record(frame)
        #expect(try Reading(file.bytes, in: folder).frames.map(\.bytes) == [frame])
    }

    @Test("A frame up to the limit is read, a longer one is damage")
    func largestFrame() throws {
        var configuration = CaptureConfiguration()
        configuration.largestFrame = 1000
        var file = PcapFile()
        file.record([UInt8](repeating: 1, count: 1000))
        file.record([UInt8](repeating: 2, count: 1001))
        file.record([3])
        let reading = try Reading(file.bytes, in: folder, configuration: configuration)
        #expect(reading.frames.map(\.bytes.count) == [1000])
        #expect(reading.verdict == .partial(reason: "after frame 1: a frame of 1001 bytes is too long"))
    }

    @Test("A record that claims gigabytes is damage", arguments: [262_145, 0x7fff_ffff, UInt32.max])
    func hugeRecord(length: UInt32) throws {
        var file = PcapFile()
        file.record([1])
        file.record([2], captured: length)
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames.count == 1)
        #expect(reading.isPartial)
    }

    @Test("A version of the format that does not exist is refused", arguments: [(99, 0), (2, 5), (1, 4)])
    func unknownVersion(major: UInt16, minor: UInt16) throws {
        let path = try folder.write(PcapFile(version: (major, minor)).bytes)
        let reason = "is a pcap file of version \(major).\(minor), which is unknown"
        #expect(throws: CaptureError.notASavefile(path: path, reason: reason)) { try Reading(path) }
    }

    @Test("Old versions have the lengths of a record the other way", arguments: ByteOrder.allCases)
    func oldVersions(order: ByteOrder) throws {
        for version: (UInt16, UInt16) in [(2, 2), (543, 0), (2, 3)] {
            var file = PcapFile(order, version: version)
            file.record([1, 2, 3], wireLength: 3, captured: 60)
            file.record([4, 5, 6])
            let reading = try Reading(file.bytes, in: folder)
            #expect(reading.frames.map(\.bytes) == [[1, 2, 3], [4, 5, 6]], "version \(version)")
            #expect(reading.frames.map(\.header.wireLength) == [60, 3])
            #expect(reading.verdict == .complete)
        }
        var either = PcapFile(order, version: (2, 3))
        either.record([1, 2, 3], wireLength: 60)
        #expect(try Reading(either.bytes, in: folder).frames.map(\.bytes) == [[1, 2, 3]])
    }
}
