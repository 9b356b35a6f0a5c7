import Foundation
import NetTypes

/// The digest of a file, read in pieces.
enum FileDigest {
    private static let piece = 1 << 20

    /// SHA-256 of a file; nil where it cannot be read to its end, or `goesOn` says no between two pieces.
    static func sha256(_ path: String, goesOn: () -> Bool = { true }) -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        let digest = Digest(.sha256)
        do {
            while let data = try file.read(upToCount: piece), !data.isEmpty {
                guard goesOn() else { return nil }
                digest.update(Array(data).span)
            }
        } catch {
            return nil
        }
        return digest.finish()
    }
}
