import Foundation

/// A folder of files that is removed with this object.
public final class TestFolder {
    /// Its path.
    public let path: String

    /// A folder with these files.
    public init(_ files: [String: [UInt8]] = [:]) throws {
        path = NSTemporaryDirectory() + "haidang-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, bytes) in files { try write(name, bytes) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, with the folders it needs.
    public func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
}
