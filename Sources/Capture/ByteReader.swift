import Glibc
import NetTypes

/// The bytes of an input in order, each once: of a file, a pipe or standard input, or what a decompressor makes of
/// another reader's. Never seeks, so all of these are alike.
///
/// A class because libarchive's callbacks need one address for it. Together with what it says about
/// folders this is the only file of the room that talks to the file system.
///
/// Unsafe, and why it is safe: the destination of a read is a buffer that the caller owns for the length of the
/// call, and never more is written to it than its count; the descriptor is closed only in `deinit`, once.
@safe final class ByteReader {
    private enum Origin {
        case descriptor(Int32)
        /// Parts of a file, which count as one after another.
        case parts(Int32)
        case gzip(GzipStream)
        case xz(XzStream)
        case archive(ArchiveStream)
    }

    private let origin: Origin
    /// Bytes of a regular file when it was opened; nil for anything else.
    let size: UInt64?
    /// Bytes taken from the origin so far.
    private(set) var bytesRead: UInt64 = 0
    /// What takes the digest of the bytes as they are taken from the origin; nil where nobody wants it, and once it was given.
    private var digest: Digest?
    /// Why reading stopped early; nil while it has not.
    private(set) var failure: ReadFailure?
    /// Bytes that were looked at and not yet handed out.
    private var lookahead: [UInt8] = []
    /// What is left of the parts of a file that are read.
    private var parts: [FileExtent] = []

    /// Opens the file at a path, or standard input for `-`; `hashes` to take the digest of a regular file on the way.
    init(path: String, hashes: Bool = false) throws(CaptureError) {
        if path == "-" {
            origin = .descriptor(STDIN_FILENO)
            size = nil
            return
        }
        // A path with a NUL in it would silently name another file.
        guard !path.utf8.contains(0) else { throw .missing(path: path) }
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw Self.error(errno, path) }
        var status = stat()
        let answer = unsafe fstat(descriptor, &status)
        if answer == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw .notASavefile(path: path, reason: "is a folder")
        }
        origin = .descriptor(descriptor)
        let isRegular = answer == 0 && status.st_mode & S_IFMT == S_IFREG
        size = isRegular ? UInt64(exactly: status.st_size) : nil
        if hashes, isRegular { digest = Digest(.sha256) }
    }

    /// Opens the regular file at a path, which is no link, to read these parts of it in their order and nothing else.
    init(path: String, parts: [FileExtent]) throws(CaptureError) {
        guard !path.utf8.contains(0) else { throw .missing(path: path) }
        // Without O_NONBLOCK a pipe that took the file's place would be waited for.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.error(errno, path) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notASavefile(path: path, reason: "is no regular file")
        }
        origin = .parts(descriptor)
        size = UInt64(exactly: status.st_size)
        self.parts = parts.reversed()
    }

    /// What decompression makes of the bytes of another reader; nil when there is no decompressor for it.
    init?(decompressing input: ByteReader, _ compression: Compression) {
        switch compression {
        case .gzip:
            guard let gzip = GzipStream(over: input) else { return nil }
            origin = .gzip(gzip)
        case .xz:
            guard let xz = XzStream(over: input) else { return nil }
            origin = .xz(xz)
        case .zstd, .lz4, .bzip2:
            guard let archive = ArchiveStream(compression, over: input) else { return nil }
            origin = .archive(archive)
        }
        size = nil
    }

    deinit {
        switch origin {
        case .descriptor(let descriptor): if descriptor != STDIN_FILENO { close(descriptor) }
        case .parts(let descriptor): close(descriptor)
        case .gzip, .xz, .archive: break
        }
    }

    /// The next bytes, at most `count`, without taking them; fewer when the input ends or fails before.
    func peek(_ count: Int) -> [UInt8] {
        while lookahead.count < count {
            var more = [UInt8](repeating: 0, count: count - lookahead.count)
            let got = unsafe more.withUnsafeMutableBytes { unsafe readOrigin(into: $0) }
            if got <= 0 { break }
            lookahead += more.prefix(got)
        }
        return Array(lookahead.prefix(count))
    }

    /// Reads into a part of `bytes`; the number of bytes read, 0 at the end of the input, -1 after a failure.
    func read(into bytes: inout [UInt8], at offset: Int, count: Int) -> Int {
        precondition(offset >= 0 && count > 0 && count <= bytes.count - offset)
        return unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[offset..<(offset + count)]))
        }
    }

    /// Reads into a buffer that is not empty; the number of bytes read, 0 at the end, -1 after a failure.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        if lookahead.isEmpty { return unsafe readOrigin(into: buffer) }
        let count = min(buffer.count, lookahead.count)
        unsafe buffer.copyBytes(from: lookahead[..<count])
        lookahead.removeFirst(count)
        return count
    }

    /// Takes bytes away unseen; false when the input ends or fails before.
    func skip(_ count: UInt64) -> Bool {
        var left = count
        var bytes = [UInt8](repeating: 0, count: Int(min(left, 64 << 10)))
        while left > 0 {
            let got = read(into: &bytes, at: 0, count: Int(min(left, UInt64(bytes.count))))
            guard got > 0 else { return false }
            left -= UInt64(got)
        }
        return true
    }

    /// SHA-256 of all bytes of the file, once; what was not read yet is read for it, in steps. Nil where nobody asked for it when
    /// the file was opened, where it is no regular file, where reading fails, and where `goesOn`, which is asked after each
    /// step with the bytes that were read so far, says no.
    func finishDigest(goesOn: (UInt64) -> Bool) -> [UInt8]? {
        guard let digest else { return nil }
        defer { self.digest = nil }
        var rest = [UInt8](repeating: 0, count: 128 << 10)
        while true {
            let count = unsafe rest.withUnsafeMutableBytes { unsafe readOrigin(into: $0) }
            if count <= 0 { return count == 0 ? digest.finish() : nil }
            guard goesOn(bytesRead) else { return nil }
        }
    }

    private func readOrigin(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard failure == nil else { return -1 }
        let count: Int
        switch origin {
        case .descriptor(let descriptor):
            count = unsafe Self.readDescriptor(descriptor, into: buffer)
            if count < 0 { failure = .system(reason: Self.message(errno)) }
        case .parts(let descriptor):
            count = unsafe readParts(descriptor, into: buffer)
            if count < 0 { failure = .system(reason: Self.message(errno)) }
        case .gzip(let gzip):
            count = unsafe gzip.read(into: buffer)
            if count < 0 { failure = gzip.failure }
        case .xz(let xz):
            count = unsafe xz.read(into: buffer)
            if count < 0 { failure = xz.failure }
        case .archive(let archive):
            count = unsafe archive.read(into: buffer)
            if count < 0 { failure = archive.failure }
        }
        if count > 0 {
            bytesRead += UInt64(count)
            unsafe digest?.update(Span(_unsafeBytes: UnsafeRawBufferPointer(rebasing: buffer[..<count])))
        }
        return count
    }

    private static func readDescriptor(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int
    {
        while true {
            let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// Reads from the part that is due. One that lies beyond the end of the file gives nothing, and the next is due.
    private func readParts(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while let part = parts.popLast() {
            guard part.length > 0, let offset = off_t(exactly: part.offset) else { continue }
            let wanted = Int(min(UInt64(buffer.count), part.length))
            let count = unsafe pread(descriptor, buffer.baseAddress, wanted, offset)
            if count > 0 {
                parts.append(
                    FileExtent(offset: part.offset + UInt64(count), length: part.length - UInt64(count)))
            } else if count < 0, errno == EINTR {
                parts.append(part)
                continue
            }
            if count != 0 { return count }
        }
        return 0
    }

    private static func error(_ code: Int32, _ path: String) -> CaptureError {
        switch code {
        case ENOENT, ENOTDIR, ELOOP: .missing(path: path)
        default: .unreadable(path: path, reason: message(code))
        }
    }

    /// The system's word for an error number.
    static func message(_ code: Int32) -> String {
        // The C library's text lives at least until this thread asks for another one.
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }
}

/// Folders, which are read by name.
extension ByteReader {
    /// What is at a path, behind any symbolic links. Throws `missing` or `unreadable`.
    static func identity(of path: String) throws(CaptureError) -> FileIdentity {
        guard !path.utf8.contains(0) else { throw .missing(path: path) }
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw error(errno, path) }
        let kind: FileIdentity.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFDIR: .folder
            case S_IFREG: .file
            default: .other
            }
        return FileIdentity(kind: kind, device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }

    /// The names in a folder without `.` and `..`, in no order. One that is not UTF-8 comes repaired, and so names
    /// nothing.
    static func names(in folder: String) throws(CaptureError) -> [String] {
        guard let stream = unsafe opendir(folder) else {
            throw error(errno, folder)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            // The entry and the name in it are valid until the next call; `d_name` always ends with a NUL.
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
