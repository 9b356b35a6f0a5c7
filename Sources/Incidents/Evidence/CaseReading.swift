import Foundation
import NetTypes

/// Reads files of a case folder that somebody else may have changed.
enum CaseReading {
    /// Bytes that are read at once.
    private static let piece = 1 << 20

    /// Size and hexadecimal SHA-256 of a file; `name` is for errors.
    static func measure(
        _ path: String, named name: String
    ) throws(EvidenceError) -> (size: UInt64, sha256: String) {
        let digest = Digest(.sha256)
        var size: UInt64 = 0
        try read(path, named: name) { bytes in
            digest.update(bytes.span)
            size += UInt64(bytes.count)
            return true
        }
        return (size, digest.finish().hexadecimal)
    }

    /// All bytes of a file that has at most `limit`.
    static func bytes(
        _ path: String, named name: String, limit: Int
    ) throws(EvidenceError) -> [UInt8] {
        var all: [UInt8] = []
        try read(path, named: name) { bytes in
            all += bytes
            return all.count <= limit
        }
        if all.count > limit {
            throw .unreadable(path: name, reason: "it is larger than \(limit) bytes")
        }
        return all
    }

    private static func read(
        _ path: String, named name: String, _ body: ([UInt8]) -> Bool
    ) throws(EvidenceError) {
        // A pipe would keep us waiting, and a link lead us elsewhere.
        guard isRegular(path) else {
            let isThere = (try? FileManager.default.attributesOfItem(atPath: path)) != nil
            throw .unreadable(
                path: name, reason: isThere ? "it is no regular file" : LogFile.message(ENOENT))
        }
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw .unreadable(path: name, reason: LogFile.message(errno))
        }
        do {
            while let data = try file.read(upToCount: piece), !data.isEmpty, body([UInt8](data)) {}
            try file.close()
        } catch {
            throw .unreadable(path: name, reason: CaseWriter.reason(error))
        }
    }

    /// True for a regular file; links are not followed.
    static func isRegular(_ path: String) -> Bool {
        type(path) == .typeRegular
    }

    /// What is at a path, not following links; nil when there is nothing, or nobody may know.
    static func type(_ path: String) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    }
}
