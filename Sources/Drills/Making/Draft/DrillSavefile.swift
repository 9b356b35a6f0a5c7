import Capture
import NetTypes

/// The savefile of a drill: pcapng, with an interface for each link type.
enum DrillSavefile {
    /// The bytes of a savefile with these frames.
    static func bytes(_ frames: [SliceFrame]) -> [UInt8] {
        var writer = PcapngWriter(capacity: frames.reduce(256) { $0 + $1.bytes.count + 36 })
        writer.section(hardware: "", system: "", application: "haidang")
        var links: [LinkType] = []
        for frame in frames where !links.contains(frame.header.linkType) {
            links.append(frame.header.linkType)
            writer.interface(RecordingInterface(name: "", linkType: frame.header.linkType, snaplen: 0))
        }
        for frame in frames {
            let interface = links.firstIndex(of: frame.header.linkType) ?? 0
            writer.packet(interface: UInt32(interface), frame.header, frame.bytes.span)
        }
        return writer.bytes
    }
}
