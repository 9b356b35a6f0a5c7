import Foundation
import Glibc

/// A file that only its owner may read, written under another name and given its own when it is whole: a reader sees the
/// old one or the new one.
enum PrivateFile {
    /// Writes a text to a path. A file or link that has the name is replaced, and the link not followed; a folder stays.
    static func write(_ text: String, to path: String) throws(CommandError) {
        let part = path + ".part"
        // Safe, here and below: the strings live until each call returns, and nothing of them is kept.
        _ = unsafe unlink(part)
        let descriptor = unsafe open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: SystemReason.text(errno)) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(text.utf8))
            try file.synchronize()
        } catch {
            _ = unsafe unlink(part)
            throw .cannotWrite(path: path, reason: SystemReason.text(of: error))
        }
        if unsafe rename(part, path) != 0 {
            let reason = SystemReason.text(errno)
            _ = unsafe unlink(part)
            throw .cannotWrite(path: path, reason: reason)
        }
    }
}
