import Glibc

/// A file that only its owner may read, or his group too, written under another name and given its own when it is whole:
/// a reader sees the old one or the new one.
enum PrivateFile {
    /// Writes a text to a path. A file or link that has the name is replaced, and the link not followed; a folder stays.
    /// What is no file, as a device or a pipe, or a link to one, is written to as it is.
    static func write(_ text: String, to path: String, mode: mode_t = 0o600) throws(CommandError) {
        if isStream(path) { return try pour(text, into: path) }
        let part = path + ".part"
        // Safe, here and below: the strings live until each call returns, and nothing of them is kept.
        _ = unsafe unlink(part)
        let descriptor = unsafe open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: SystemReason.text(errno)) }
        if let failure = fill(descriptor, text, lasts: true) {
            _ = unsafe unlink(part)
            throw .cannotWrite(path: path, reason: SystemReason.text(failure))
        }
        if unsafe rename(part, path) != 0 {
            let reason = SystemReason.text(errno)
            _ = unsafe unlink(part)
            throw .cannotWrite(path: path, reason: reason)
        }
    }

    /// True where a path leads to something that is neither a file nor a folder.
    private static func isStream(_ path: String) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
    }

    private static func pour(_ text: String, into path: String) throws(CommandError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: SystemReason.text(errno)) }
        if let failure = fill(descriptor, text, lasts: false) {
            throw .cannotWrite(path: path, reason: SystemReason.text(failure))
        }
    }

    /// Writes a text, makes it lasting where that can be, and closes the file; the system's error number where any of it fails.
    private static func fill(_ descriptor: Int32, _ text: String, lasts: Bool) -> Int32? {
        var failure = Descriptor(number: descriptor).write(Array(text.utf8))
        if failure == nil, lasts, fsync(descriptor) != 0 { failure = errno }
        // A file system over a network says only now that there was no room.
        if close(descriptor) != 0, failure == nil { failure = errno }
        return failure
    }
}
