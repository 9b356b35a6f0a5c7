import Foundation
import NetTypes
import Testing

@testable import Capture

@Suite struct PcapngWriterTests {
    /// A section with two interfaces and frames of every length modulo four.
    private static func sample() -> [UInt8] {
        var writer = PcapngWriter(capacity: 10)
        writer.section(hardware: "x86_64", system: "Linux 6.1", application: "haidang")
        writer.interface(RecordingInterface(name: "eth0", linkType: .ethernet, snaplen: 262_144))
        writer.interface(RecordingInterface(name: "", linkType: .raw, snaplen: 0))
        for length in 0..<9 {
            let header = FrameHeader(
                number: 1,
                timestamp: Timestamp(seconds: 1_700_000_000, nanoseconds: Int64(length) + 123_456_789),
                wireLength: length + 1000, linkType: length % 2 == 0 ? .ethernet : .raw)
            let bytes = [UInt8](repeating: UInt8(length), count: length)
            writer.packet(interface: UInt32(length % 2), header, bytes.span)
        }
        return writer.bytes
    }

    @Test("Our reader gives back what was written, to the nanosecond")
    func readBack() throws {
        let reading = try Reading(Self.sample(), in: TemporaryFolder())
        #expect(reading.verdict == .complete)
        #expect(reading.frames.map(\.bytes) == (0..<9).map { [UInt8](repeating: UInt8($0), count: $0) })
        #expect(reading.frames.map(\.header.wireLength) == (0..<9).map { $0 + 1000 })
        #expect(reading.timestamps == (0..<9).map { 1_700_000_000_123_456_789 + $0 })
        #expect(reading.frames.map(\.header.linkType) == (0..<9).map { $0 % 2 == 0 ? .ethernet : .raw })
    }

    @Test("Numbers that do not fit are brought into range")
    func clamped() throws {
        var writer = PcapngWriter(capacity: 0)
        writer.section(hardware: "", system: "", application: String(repeating: "x", count: 100_000))
        writer.interface(RecordingInterface(name: "a", linkType: .ethernet, snaplen: -1))
        let header = FrameHeader(
            number: 1, timestamp: Timestamp(nanoseconds: -5), wireLength: .max, linkType: .ethernet)
        writer.packet(interface: 0, header, [1].span)
        let reading = try Reading(writer.bytes, in: TemporaryFolder())
        #expect(reading.timestamps == [0])
        #expect(reading.frames.map(\.header.wireLength) == [Int(UInt32.max)])
    }

    @Test(
        "capinfos and tshark read it, and see interfaces, times and lengths",
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/bin/capinfos")
                && FileManager.default.isExecutableFile(atPath: "/usr/bin/tshark"),
            "capinfos and tshark are not installed"))
    func otherPrograms() throws {
        let folder = try TemporaryFolder()
        let plain = try folder.write(Self.sample(), as: "sample.pcapng")
        let member = try #require(GzipCompressor()?.member(Self.sample()))
        let packed = try folder.write(member, as: "sample.pcapng.gz")
        for path in [plain, packed] {
            let information = String(
                decoding: try Program.output("/usr/bin/capinfos", ["-M", path]), as: UTF8.self)
            #expect(information.contains("Number of packets:   9\n"), "\(information)")
            #expect(information.contains("nanoseconds"))
            #expect(information.contains("haidang") && information.contains("x86_64"))
            let fields = ["frame.time_epoch", "frame.cap_len", "frame.len", "frame.interface_name"]
            let arguments = ["-r", path, "-T", "fields"] + fields.flatMap { ["-e", $0] }
            let lines = String(decoding: try Program.output("/usr/bin/tshark", arguments), as: UTF8.self)
                .split(separator: "\n")
            #expect(lines.count == 9)
            #expect(
                lines.dropFirst(4).first?.hasPrefix("1700000000.123456793\t4\t1004\teth0") == true, "\(lines)"
            )
        }
    }
}
