import Foundation
import NetTypes

/// The digest of a file, read in pieces.
enum FileDigest {
    private static let piece = 1 << 20

    /// SHA-256 of a file; nil where it cannot be read to its end, or `goesOn`, which is asked after each piece with the bytes
    /// that were read so far, says no.
    static func sha256(_ path: String, goesOn: (UInt64) -> Bool = { _ in true }) -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        let digest = Digest(.sha256)
        var bytesRead: UInt64 = 0
        do {
            while let data = try file.read(upToCount: piece), !data.isEmpty {
                bytesRead += UInt64(data.count)
                guard goesOn(bytesRead) else { return nil }
                digest.update(Array(data).span)
            }
        } catch {
            return nil
        }
        return digest.finish()
    }
}
