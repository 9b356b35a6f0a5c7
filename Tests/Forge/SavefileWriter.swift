import Foundation
import TestSupport

/// Writes frames to a savefile as they come, so that a large one never lies in memory.
final class SavefileWriter {
    /// Frames written.
    private(set) var frames: UInt64 = 0
    /// Bytes of the file, counting what is still buffered.
    private(set) var bytes: Int

    private let handle: FileHandle
    private let format = SavefileBytes()
    private var buffer: [UInt8]

    /// Begins a new file; one of that name is replaced.
    init(path: String) throws {
        try Data().write(to: URL(fileURLWithPath: path))
        handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        buffer = format.header
        bytes = buffer.count
    }

    /// Writes one frame; its number is not part of the file.
    func write(_ frame: Frame) throws {
        format.append(frame, to: &buffer)
        frames += 1
        bytes += 16 + frame.bytes.count
        if buffer.count > 4 << 20 { try flush() }
    }

    /// Writes what is left.
    func close() throws {
        try flush()
        try handle.close()
    }

    private func flush() throws {
        try handle.write(contentsOf: Data(buffer))
        buffer.removeAll(keepingCapacity: true)
    }
}
