import Capture
import Flow
import NetTypes
import Scan
import Sensor
import TestSupport
import Testing

/// Every frame, stream byte and scanned byte is accounted for, whatever comes.
@Suite struct ConservationTests {
    @Test(
        "The laws hold over every real capture, and only a damaged one is partial",
        .enabled(if: Repository.realCaptures != nil, "\(Repository.noRealCaptures)"))
    func realCaptures() throws {
        let rules = try Repository.rules()
        var partial: [String] = []
        for row in try Repository.truth("packets.csv") {
            guard let file = row["file"] else { continue }
            let (findings, outcome) = try Findings.of(
                savefile: "\(Repository.realCaptures ?? "")/\(file)", rules)
            #expect(findings.statistics.brokenLaws.isEmpty, "\(file)")
            #expect(findings.statistics.flow.active == 0)
            #expect(findings.statistics.scan.pending == 0)
            if outcome.verdict != .complete { partial.append(file) }
        }
        #expect(partial == ["formats/dpkt-truncated-dns-2.pcap"])
    }

    @Test(
        "The laws hold when frames are lost, repeated, exchanged, damaged, cut or sent back in time",
        arguments: 1...60)
    func faults(seed: UInt64) throws {
        let rules = try Repository.rules()
        var generator = SeededGenerator(seed: seed)
        let frames = try Self.faulty(&generator)
        var configuration = SensorConfiguration.small
        // Every other run meets its limits, too.
        if seed % 2 == 0 {
            configuration.flow.capacity = 3
            configuration.flow.heldInAll = 2000
            configuration.flow.fragments.datagrams = 2
            configuration.scan.window = 64
            configuration.scan.overlap = 16
            configuration.scan.budget = 500
        }
        let findings = try Findings.of(frames, rules, configuration)
        #expect(findings.statistics.brokenLaws == [], "seed \(seed)")
        #expect(findings.statistics.flow.active == 0)
        #expect(findings.statistics.scan.pending == 0)
        #expect(findings.statistics.stream.held == 0)
        let again = try Findings.of(frames, rules, configuration)
        #expect(again == findings, "the same frames give the same findings, seed \(seed)")
    }

    private static func faulty(_ generator: inout SeededGenerator) throws -> [Frame] {
        var frames: [Frame] = []
        for scenario in try Repository.scenarios().shuffled(using: &generator).prefix(6) {
            frames += try readFrames("\(Repository.root)/captures/\(scenario)/traffic.pcap")
        }
        var result: [Frame] = []
        for frame in frames {
            switch Int.random(in: 0..<12, using: &generator) {
            case 0: continue
            case 1: result += [frame, frame]
            case 2: result.insert(frame, at: Int.random(in: 0...result.count, using: &generator))
            case 3 where !frame.bytes.isEmpty:
                var damaged = frame
                damaged.bytes[Int.random(in: 0..<frame.bytes.count, using: &generator)] ^= 0x41
                result.append(damaged)
            case 4: result.append(frame.snapped(to: Int.random(in: 0...frame.bytes.count, using: &generator)))
            case 5:
                var late = frame
                late.header.timestamp = late.header.timestamp.advanced(
                    by: Int64.random(in: -7_200_000_000_000...7_200_000_000_000, using: &generator))
                result.append(late)
            default: result.append(frame)
            }
        }
        for index in result.indices { result[index].header.number = UInt64(index + 1) }
        return result
    }

    private static func readFrames(_ path: String) throws -> [Frame] {
        var savefile = try Savefile(path: path)
        var frames: [Frame] = []
        while try savefile.withNextFrame({ header, bytes in
            frames.append(Frame(header: header, bytes: [UInt8](copying: bytes)))
        }) {}
        return frames
    }

    @Test("Each frame of noise is accounted for", arguments: 1...20)
    func noise(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let types: [LinkType] = [
            .ethernet, .raw, .null, .linuxCooked, .linuxCooked2, .ppp, LinkType(rawValue: 999),
        ]
        let frames = (1...300).map { number in
            let bytes = (0..<Int.random(in: 0...90, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let type = types[Int.random(in: 0..<types.count, using: &generator)]
            return Frame(
                header: FrameHeader(
                    number: UInt64(number), timestamp: Timestamp(nanoseconds: Int64(number)),
                    wireLength: bytes.count, linkType: type),
                bytes: bytes)
        }
        let findings = try Findings.of(frames, try Repository.rules())
        #expect(findings.statistics.brokenLaws == [])
        #expect(findings.statistics.capture.frames == 300)
    }
}
