import Foundation
import NetTypes

/// A file that shows what was done: its name, size and SHA-256 are entered, and the file stays where it is.
public enum EvidenceFile {
    /// Bytes that are read at a time.
    private static let piece = 1 << 20

    /// Reads a file, of any size.
    public static func read(_ path: String) throws(LogbookError) -> LogbookEvidence {
        let digest = Digest(.sha256)
        var size: UInt64 = 0
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            while let data = try file.read(upToCount: piece), !data.isEmpty {
                digest.update(Array(data).span)
                size += UInt64(data.count)
            }
        } catch {
            throw .unreadable(path: path, code: Logbook.code(of: error))
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return .file(name: name, size: size, sha256: digest.finish().hexadecimal)
    }
}
