import Foundation
import NetTypes
import TestSupport

extension Scene {
    /// Writes a file that begins with some bytes and goes on with zeros up to a size, which take no room on the disk. In a
    /// savefile zeros are frames without bytes.
    func write(_ name: String, _ bytes: [UInt8], upTo size: UInt64) throws {
        try write(name, bytes)
        let file = try FileHandle(forUpdating: folder.appendingPathComponent(name))
        try file.truncate(atOffset: size)
        try file.close()
    }

    /// Writes a savefile of so many frames of 256 KiB of zeros, which take little room on the disk, behind some frames.
    func write(_ name: String, _ frames: [Frame], andLarge count: UInt64) throws {
        let length = 262_144
        let empty = Frame(
            header: FrameHeader(number: 1, timestamp: .scene, wireLength: length, linkType: .ethernet),
            bytes: [UInt8](repeating: 0, count: length))
        let record = SavefileBytes.pcap([empty]).dropFirst(24)
        let head = SavefileBytes.pcap(frames)
        let (start, step) = (UInt64(head.count), UInt64(record.count))
        try write(name, head, upTo: start + count * step)
        let file = try FileHandle(forUpdating: folder.appendingPathComponent(name))
        for number in 0..<count {
            try file.seek(toOffset: start + number * step)
            try file.write(contentsOf: Data(record.prefix(16)))
        }
        try file.close()
    }

    /// A size that no test machine has room for twice, and past which offsets need 38 bits.
    static let hugeSize: UInt64 = 200 << 30

    /// True where the folder for temporary files takes a file of that size that has nothing in it.
    static let takesHugeFiles: Bool = {
        guard let scene = try? Scene(), (try? scene.write("huge", [], upTo: hugeSize)) != nil else {
            return false
        }
        var status = stat()
        // The call fills the structure and keeps no pointer to it.
        return unsafe stat(scene.path("huge"), &status) == 0 && status.st_blocks < 1 << 20
    }()
}
