import Capture
import Foundation
import NetTypes
import Sensor
import TestSupport
import Wire

/// A folder to record into, gone when the test is, and traffic to record.
final class RecordingScene {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "recording-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    static let ethernet = RecordingInterface(name: "eth0", linkType: .ethernet, snaplen: 262_144)

    /// A configuration with blocks so small that little traffic fills several of them.
    static func small(_ compression: RecordingConfiguration.Compression = .none) -> RecordingConfiguration {
        var configuration = RecordingConfiguration()
        configuration.blockSize = 2048
        configuration.compression = compression
        return configuration
    }

    /// Records frames and ends; what was counted and told.
    @discardableResult
    func record(
        _ frames: [Frame], _ configuration: RecordingConfiguration = RecordingScene.small(),
        interfaces: [RecordingInterface] = [RecordingScene.ethernet]
    ) throws -> (statistics: RecordingStatistics, notices: [RecordingNotice]) {
        var recorder = try Recorder(folder: folder, configuration, interfaces: interfaces)
        for frame in frames { recorder.take(frame.header, frame.bytes.span) }
        recorder.finish()
        let notices = recorder.takeNotices()
        return (recorder.statistics, notices)
    }

    /// Names of recorded files, in their order.
    func files() throws -> [String] { try RecordedFile.files(in: folder).map(\.name) }

    /// Everything in the folder.
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
    }

    func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    /// The frames of all recorded files, numbered from 1 through all of them, and how each file ended.
    func readBack() throws -> (frames: [Frame], verdicts: [SavefileVerdict]) {
        var frames: [Frame] = []
        var verdicts: [SavefileVerdict] = []
        for name in try files() {
            let (some, verdict) = try Self.frames(of: folder + "/" + name)
            frames += some
            verdicts.append(verdict)
        }
        for place in frames.indices { frames[place].header.number = UInt64(place) + 1 }
        return (frames, verdicts)
    }

    static func frames(of path: String) throws -> ([Frame], SavefileVerdict) {
        var frames: [Frame] = []
        var savefile = try Savefile(path: path)
        while try savefile.withNextFrame({
            frames.append(Frame(header: $0, bytes: [UInt8](copying: $1)))
        }) {}
        return (frames, savefile.verdict)
    }

    /// Frames of a flow as the reader finds them, numbered from 1.
    func find(
        _ communityID: String, from: Timestamp = Timestamp(nanoseconds: .min),
        to: Timestamp = Timestamp(nanoseconds: .max)
    ) throws -> (frames: [Frame], account: RecordingReader.Account?) {
        var frames: [Frame] = []
        let account = try RecordingReader(folder: folder).find(communityID: communityID, from: from, to: to) {
            var header = $0
            header.number = UInt64(frames.count) + 1
            frames.append(Frame(header: header, bytes: [UInt8](copying: $1)))
        }
        return (frames, account)
    }

    /// Many flows, one UDP exchange each, whose frames are spread over `seconds` and mixed.
    static func mixed(flows: Int, frames: Int, every interval: Int64 = 1_000_000) -> [Frame] {
        var all: [Frame] = []
        for number in 0..<frames {
            // Most frames are of a few busy flows; the others turn up in one place each.
            let flow = number % 3 == 0 ? number * flows / frames : number % 3
            let packet = PacketBuilder(
                source: IPAddress(ipv4: 0x0a00_0000 | UInt32(flow + 1)), destination: .literal("192.0.2.53"))
            let payload = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 20 + number % 180)
            let bytes = FrameBuilder().frame(packet.udp(from: UInt16(40000 + flow), to: 53, payload))
            let time = Timestamp.scene.advanced(by: Int64(number) * interval)
            all.append(Frame(bytes, at: time, number: UInt64(number) + 1))
        }
        return all
    }
}
