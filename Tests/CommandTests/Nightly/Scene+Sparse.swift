import Foundation
import NetTypes

extension Scene {
    /// Writes a file that begins with some bytes and goes on with zeros up to a size, which take no room on the disk. In a
    /// savefile zeros are frames without bytes.
    func write(_ name: String, _ bytes: [UInt8], upTo size: UInt64) throws {
        try write(name, bytes)
        let file = try FileHandle(forUpdating: folder.appendingPathComponent(name))
        try file.truncate(atOffset: size)
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
