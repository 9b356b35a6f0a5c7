import Foundation

/// A secret that stands in a file of its own, and nowhere else.
public enum SecretFile {
    /// Bytes that a secret may have.
    public static let mostBytes = 4096

    /// The secret: the file without the line ends at its end; nil where it cannot be read, is empty or too long. It is
    /// read anew each time, so that an exchanged secret is used at once.
    static func read(_ path: String) -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let data = try? file.read(upToCount: mostBytes + 1), data.count <= mostBytes else { return nil }
        var bytes = [UInt8](data)
        while let last = bytes.last, last == 10 || last == 13 { bytes.removeLast() }
        return bytes.isEmpty ? nil : bytes
    }

    /// True where anybody on this machine can read or change the file.
    public static func isOpenToOthers(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let mode = attributes?[.posixPermissions] as? Int else { return false }
        return mode & 0o006 != 0
    }
}
