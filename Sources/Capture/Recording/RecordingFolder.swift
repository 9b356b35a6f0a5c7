import Glibc

/// The folder that is recorded into, and the file in it that is being written: everything of a recording that talks
/// to the file system.
///
/// Names are looked up in the folder that was opened, whatever happens to its path meanwhile. Links are never
/// followed: one that bears the name of a file of ours is not looked at, not written through and not removed.
///
/// Unsafe, and why it is safe: the system reads names from strings and bytes from arrays that Swift keeps alive for
/// the call, never beyond their count; what it fills in is a structure of ours; its texts are copied at once. The
/// descriptors are closed once, in `end` and in `deinit`.
@safe struct RecordingFolder: ~Copyable {
    /// A file of a folder.
    struct Entry {
        let name: String
        let size: UInt64
    }

    /// The path, as the operator gave it.
    let path: String
    private let folder: Int32
    private var file: Int32 = -1

    /// Opens a folder; to write into it, it is made if it is not there, and held against other programs of ours.
    ///
    /// Throws `missing`, `unreadable` or, for writing, `unwritable`.
    init(path: String, forWriting: Bool) throws(CaptureError) {
        guard !path.utf8.contains(0) else { throw .missing(path: path) }
        if forWriting, unsafe mkdir(path, 0o750) != 0, errno != EEXIST {
            throw .unwritable(path: path, reason: Self.message(errno))
        }
        // A local until nothing can fail any more, so that only this function closes it before.
        let opened = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else {
            throw errno == ENOENT
                ? .missing(path: path) : .unreadable(path: path, reason: Self.message(errno))
        }
        if forWriting {
            guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
                let isTaken = errno == EWOULDBLOCK
                let reason = isTaken ? "another program records into it" : Self.message(errno)
                close(opened)
                throw .unwritable(path: path, reason: reason)
            }
        }
        self.path = path
        folder = opened
    }

    deinit {
        if file >= 0 { close(file) }
        close(folder)
    }

    /// The regular files in it, in the order of the bytes of their names. Throws `unreadable`.
    func entries() throws(CaptureError) -> [Entry] {
        let names = try ByteReader.names(in: path)
        return names.compactMap { name in size(of: name).map { Entry(name: name, size: $0) } }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Bytes of a regular file in it; nil for anything else.
    func size(of name: String) -> UInt64? {
        var status = stat()
        guard unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        return UInt64(exactly: status.st_size)
    }

    /// Makes a file and leaves it open; false when there is something of that name already.
    mutating func begin(_ name: String) throws(RecordingFailure) -> Bool {
        end()
        file = create(name)
        if file >= 0 { return true }
        if errno == EEXIST { return false }
        throw Self.failure(errno)
    }

    /// Writes all of the bytes at the end of the open file. After a failure some may have been written.
    func append(_ bytes: [UInt8]) throws(RecordingFailure) {
        try write(bytes, to: file)
    }

    /// Cuts the open file to a length, to take back what was written in part.
    func cut(to length: UInt64) {
        if file >= 0 { _ = ftruncate(file, off_t(clamping: length)) }
    }

    /// Closes the open file.
    mutating func end() {
        if file >= 0 { close(file) }
        file = -1
    }

    /// Writes a whole file, under another name first, so that nobody ever sees a part of it under its own.
    func store(_ bytes: [UInt8], as name: String, part: String) throws(RecordingFailure) {
        _ = remove(part)
        let file = create(part)
        guard file >= 0 else { throw Self.failure(errno) }
        do throws(RecordingFailure) {
            defer { close(file) }
            try write(bytes, to: file)
        } catch {
            _ = remove(part)
            throw error
        }
        guard unsafe renameat(folder, part, folder, name) == 0 else { throw Self.failure(errno) }
    }

    /// Removes a file; nil when it is gone, otherwise why not.
    func remove(_ name: String) -> RecordingFailure? {
        if unsafe unlinkat(folder, name, 0) == 0 || errno == ENOENT { return nil }
        return Self.failure(errno)
    }

    /// Makes a file that was not there; its descriptor, or -1 with the reason in `errno`.
    private func create(_ name: String) -> Int32 {
        unsafe openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o640)
    }

    private func write(_ bytes: [UInt8], to file: Int32) throws(RecordingFailure) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes[written...].withUnsafeBytes { rest in
                unsafe Glibc.write(file, rest.baseAddress, rest.count)
            }
            if count > 0 {
                written += count
            } else if count == 0 || errno != EINTR {
                // No progress and no reason: giving up beats trying for ever.
                throw Self.failure(count == 0 ? EIO : errno)
            }
        }
    }

    private static func failure(_ code: Int32) -> RecordingFailure {
        RecordingFailure(reason: message(code))
    }

    private static func message(_ code: Int32) -> String {
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }
}

extension RecordingFolder {
    /// What this machine is and what it runs, in the words of its kernel: "x86_64" and "Linux 6.1.0-37-amd64".
    static func machine() -> (hardware: String, system: String) {
        var names = utsname()
        guard unsafe uname(&names) == 0 else { return ("", "") }
        return unsafe withUnsafeBytes(of: &names) { all in
            // Six fields of equal length, each ending with a NUL: system, node, release, version, machine, domain.
            let length = all.count / 6
            let fields = [0, 2, 4].map { place in
                unsafe String(
                    decoding: all[(place * length)...].prefix(length).prefix { $0 != 0 }, as: UTF8.self)
            }
            return (fields[2], fields[0] + " " + fields[1])
        }
    }
}
