import Glibc

/// The file system as rules need it: what a path is, the bytes of a file, the names in a folder.
enum RuleFile {
    /// What is at a path, links followed.
    struct Entry {
        var kind: Kind
        var identity: Identity
        var size: Int

        enum Kind { case file, folder, other }
    }

    /// Device and inode: two paths to one file have the same.
    struct Identity: Hashable {
        var device: UInt
        var number: UInt
    }

    /// Why not, in the system's words.
    struct Failure: Error, Equatable {
        var isMissing: Bool
        var reason: String
    }

    /// Looks at a path.
    static func entry(at path: String) throws(Failure) -> Entry {
        var status = stat()
        // Safe: `stat` fills the structure it is lent, and the path outlives the call.
        guard unsafe stat(path, &status) == 0 else { throw failure(errno) }
        let kind: Entry.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        let identity = Identity(device: status.st_dev, number: status.st_ino)
        return Entry(kind: kind, identity: identity, size: Int(status.st_size))
    }

    /// All bytes of a regular file, which may be at most `limit` long.
    static func bytes(at path: String, limit: Int = RuleLimits.fileBytes) throws(Failure) -> [UInt8] {
        let entry = try entry(at: path)
        guard entry.kind == .file else { throw Failure(isMissing: false, reason: "is not a regular file") }
        guard entry.size <= limit else { throw tooLarge(limit) }
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { _ = Glibc.close(descriptor) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entry.size)
        while true {
            var count = 0
            // Safe: `read` writes at most as many bytes as the buffer it is lent has.
            unsafe bytes.append(
                contentsOf: [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
                    count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
                    initialized = max(count, 0)
                })
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(errno)
            }
            if count == 0 { return bytes }
            guard bytes.count <= limit else { throw tooLarge(limit) }
        }
    }

    /// The same for a file that must lie below a folder, links followed.
    static func bytes(at path: String, below folder: String) throws(Failure) -> [UInt8] {
        let (target, root) = (try real(path), try real(folder))
        guard target.hasPrefix(root == "/" ? root : root + "/") else {
            throw Failure(isMissing: false, reason: "it is outside the folder of the rules")
        }
        return try bytes(at: target)
    }

    /// A path without links, `.` and `..`.
    private static func real(_ path: String) throws(Failure) -> String {
        // Safe: `realpath` gives a string that ends with a zero, which is copied and freed here.
        guard let resolved = unsafe realpath(path, nil) else { throw failure(errno) }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// The names in a folder without those that begin with a dot, sorted by their bytes.
    static func names(in folder: String) throws(Failure) -> [String] {
        guard let stream = unsafe opendir(folder) else { throw failure(errno) }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let item = unsafe readdir(stream) {
            // Safe: `d_name` ends with a zero within the structure, which lives until the next `readdir`.
            let name = unsafe withUnsafePointer(to: &item.pointee.d_name) { pointer in
                unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func failure(_ code: Int32) -> Failure {
        // Safe: `strerror` gives a string that ends with a zero and is copied at once.
        let reason = unsafe strerror(code).map { unsafe String(cString: $0) }
        return Failure(isMissing: code == ENOENT || code == ENOTDIR, reason: reason ?? "error \(code)")
    }

    private static func tooLarge(_ limit: Int) -> Failure {
        Failure(isMissing: false, reason: "is larger than the limit of \(limit >> 20) MiB")
    }
}
