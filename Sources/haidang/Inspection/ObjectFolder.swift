import Foundation
import NetTypes

/// The folder that `inspect objects --extract` writes to.
///
/// A file's name is the SHA-256 of its bytes and never what the traffic says, so nothing in a capture can choose a
/// path, and the same bytes are written once. Only the owner may read them, and nobody may run them: they may be
/// harmful.
final class ObjectFolder {
    private let path: String
    /// Why the last file could not be written; nil while all could.
    private(set) var failure: (path: String, reason: String)?

    /// A folder, which is made when it is missing.
    init(path: String) throws(CommandError) {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotWrite(path: path, reason: SystemReason.text(of: error))
        }
    }

    /// Writes what was kept of an object, unless that is nothing or is there already.
    func write(_ content: [UInt8]) {
        guard !content.isEmpty else { return }
        let file = path + "/" + Digest.of(content.span).hexadecimal
        if FileManager.default.fileExists(atPath: file) { return }
        do {
            // A link that somebody put there is not followed.
            let part = file + ".part"
            try? FileManager.default.removeItem(atPath: part)
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
            guard FileManager.default.createFile(atPath: part, contents: nil, attributes: attributes) else {
                throw CocoaError(.fileWriteUnknown)
            }
            try Data(content).write(to: URL(fileURLWithPath: part))
            try FileManager.default.moveItem(atPath: part, toPath: file)
        } catch {
            failure = (file, SystemReason.text(of: error))
        }
    }
}
