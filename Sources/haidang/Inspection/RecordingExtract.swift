import Capture
import Foundation
import NetTypes
import Sensor
import Wire

/// A pcapng file with the packets of one flow. It is written under another name and takes its own when it is whole.
final class RecordingExtract {
    private let path: String
    private let file: FileHandle
    private var writer = PcapngWriter(capacity: limit)
    private var linkTypes: [LinkType] = []
    private var failure: String?

    /// Bytes that are gathered before they are written.
    private static let limit = 1 << 20

    /// A file that is begun; one of that name is replaced at the end.
    init(path: String) throws(CommandError) {
        self.path = path
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o640]
        guard FileManager.default.createFile(atPath: path + ".part", contents: nil, attributes: attributes),
            let file = FileHandle(forWritingAtPath: path + ".part")
        else { throw .cannotWrite(path: path, reason: SystemReason.text(errno)) }
        self.file = file
        writer.section(hardware: "", system: "", application: "haidang \(Version.number)")
    }

    /// Takes the packets of a flow out of a folder, and ends the file.
    func take(
        _ folder: String, communityID: String, from: Timestamp, to: Timestamp, decoder: DecoderConfiguration
    ) throws(CommandError) -> RecordingReader.Account {
        defer { try? FileManager.default.removeItem(atPath: path + ".part") }
        let account: RecordingReader.Account?
        do throws(CaptureError) {
            account = try RecordingReader(folder: folder, decoder: decoder)
                .find(communityID: communityID, from: from, to: to) { add($0, $1) }
        } catch {
            throw .capture(error)
        }
        guard let account else { throw .usage("\(RecordingText.noCommunityID(communityID))") }
        flush()
        if failure == nil { settle() }
        if let failure { throw .cannotWrite(path: path, reason: failure) }
        return account
    }

    private func settle() {
        do {
            if FileManager.default.fileExists(atPath: path) {
                try FileManager.default.removeItem(atPath: path)
            }
            try FileManager.default.moveItem(atPath: path + ".part", toPath: path)
        } catch {
            failure = SystemReason.text(of: error)
        }
    }

    private func add(_ header: FrameHeader, _ bytes: Span<UInt8>) {
        var interface = linkTypes.firstIndex(of: header.linkType)
        if interface == nil {
            interface = linkTypes.count
            linkTypes.append(header.linkType)
            writer.interface(RecordingInterface(name: "", linkType: header.linkType, snaplen: 0))
        }
        writer.packet(interface: UInt32(clamping: interface ?? 0), header, bytes)
        if writer.bytes.count >= Self.limit { flush() }
    }

    private func flush() {
        do {
            try file.write(contentsOf: Data(writer.bytes))
        } catch {
            if failure == nil { failure = SystemReason.text(of: error) }
        }
        writer.removeAll()
    }
}
