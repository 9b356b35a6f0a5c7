import CArchive
import Glibc
import NetTypes

/// libarchive over bytes in memory: all that is unsafe about it.
///
/// Safe although it holds raw pointers: it exists only inside `read`, which keeps the bytes where they are as long as
/// libarchive looks at them, and frees the handle; every text and every byte is copied out before the next call.
@safe struct ArchiveReader: ~Copyable {
    /// What a header says.
    struct Member {
        /// Its path, as the archive has it.
        var path: String
        /// True when it has contents of its own: no folder, link or device.
        var isFile: Bool
        var isEncrypted: Bool
    }

    /// How a step went.
    enum Step<Value> {
        case some(Value)
        case end
        /// This member is damaged; others may follow.
        case damaged
        /// Nothing more can be read.
        case fatal
    }

    /// Bytes of a path that are kept.
    private static let longestPath = RecordValue.longestText

    private let handle: OpaquePointer
    private let isNamed: Bool

    private init(_ handle: OpaquePointer, isNamed: Bool) {
        unsafe self.handle = handle
        self.isNamed = isNamed
    }

    /// Opens an archive and hands a reader to a closure; nil when libarchive refuses to.
    ///
    /// Only the format that was asked for is tried, and one filter at most, so that neither a chain of filters nor a
    /// helper program can start. The second try reads zip by its local headers, whatever its central directory says,
    /// and takes a compressed file for no tar archive: libarchive believes any that begins with zeros to be one.
    static func read<Result>(
        _ bytes: [UInt8], _ format: ArchiveFormat, isSecond: Bool,
        _ body: (borrowing ArchiveReader) -> Result
    ) -> Result? {
        // Names in UTF-8 and UTF-16 are only kept whole where the thread's locale has all characters.
        let locale = unsafe newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
        let before = unsafe uselocale(locale)
        defer {
            unsafe uselocale(before)
            if let locale = unsafe locale { unsafe freelocale(locale) }
        }
        guard let handle = unsafe archive_read_new() else { return nil }
        defer { unsafe archive_read_free(handle) }
        guard unsafe support(handle, format, isSecond) else { return nil }
        return unsafe bytes.withUnsafeBytes { raw in
            guard unsafe archive_read_open_memory(handle, raw.baseAddress, raw.count) == ARCHIVE_OK else {
                return nil
            }
            // Only gzip has a place for a name (RFC 1952 section 2.3.1, FNAME). Else libarchive makes one up.
            var isNamed = true
            if case .compressed(let compression) = format {
                // One for the compression and one for the memory; a chain would be more, whatever it came to.
                guard unsafe archive_filter_count(handle) == 2 else { return nil }
                isNamed = compression == .gzip && bytes.count > 3 && bytes[3] & 8 != 0
            }
            return unsafe body(ArchiveReader(handle, isNamed: isNamed))
        }
    }

    /// Tells libarchive what to expect. A result below OK says that it would run a program for it, or cannot do it.
    private static func support(_ handle: OpaquePointer, _ format: ArchiveFormat, _ isSecond: Bool) -> Bool {
        switch format {
        case .zip where isSecond:
            return unsafe archive_read_support_format_zip_streamable(handle) == ARCHIVE_OK
        case .zip: return unsafe archive_read_support_format_zip(handle) == ARCHIVE_OK
        case .sevenZip: return unsafe archive_read_support_format_7zip(handle) == ARCHIVE_OK
        case .rar: return unsafe archive_read_support_format_rar(handle) == ARCHIVE_OK
        case .rar5: return unsafe archive_read_support_format_rar5(handle) == ARCHIVE_OK
        case .cabinet: return unsafe archive_read_support_format_cab(handle) == ARCHIVE_OK
        case .tar: return unsafe archive_read_support_format_tar(handle) == ARCHIVE_OK
        case .iso9660: return unsafe archive_read_support_format_iso9660(handle) == ARCHIVE_OK
        case .compressed(.compress):
            // Appended before there is anything to read, this filter reads through a null pointer at once. Libarchive
            // is to find it by itself; that it found no chain of them is looked at after the opening.
            return unsafe (isSecond || archive_read_support_format_tar(handle) == ARCHIVE_OK)
                && archive_read_support_format_raw(handle) == ARCHIVE_OK
                && archive_read_support_filter_compress(handle) == ARCHIVE_OK
        case .compressed(let compression):
            return unsafe (isSecond || archive_read_support_format_tar(handle) == ARCHIVE_OK)
                && archive_read_support_format_raw(handle) == ARCHIVE_OK
                && archive_read_append_filter(handle, code(compression)) == ARCHIVE_OK
        }
    }

    private static func code(_ compression: ArchiveFormat.Compression) -> Int32 {
        switch compression {
        case .gzip: ARCHIVE_FILTER_GZIP
        case .bzip2: ARCHIVE_FILTER_BZIP2
        case .xz: ARCHIVE_FILTER_XZ
        case .zstd: ARCHIVE_FILTER_ZSTD
        case .lz4: ARCHIVE_FILTER_LZ4
        case .lzip: ARCHIVE_FILTER_LZIP
        case .compress: ARCHIVE_FILTER_COMPRESS
        }
    }

    /// Goes to the next member. Of one that was not read to its end libarchive passes over the rest.
    func next() -> Step<Member> {
        var entry: OpaquePointer?
        let result = unsafe archive_read_next_header(handle, &entry)
        if result == ARCHIVE_EOF { return .end }
        guard result >= ARCHIVE_WARN, let entry = unsafe entry else {
            return result == ARCHIVE_FATAL ? .fatal : .damaged
        }
        let isRaw = unsafe archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_RAW
        let path = isRaw && !isNamed ? "" : unsafe Self.path(entry)
        let isLink = unsafe archive_entry_hardlink(entry) != nil || archive_entry_symlink(entry) != nil
        // The type bits of a mode; zero where an archive does not have them.
        let type = unsafe archive_entry_filetype(entry)
        return .some(
            Member(
                path: path, isFile: !isLink && (type == S_IFREG || type == 0),
                isEncrypted: unsafe archive_entry_is_encrypted(entry) != 0))
    }

    /// Puts the next bytes of the member at hand at the start of a buffer, `most` at most; how many.
    func read(into buffer: inout [UInt8], most: Int) -> Step<Int> {
        let count = unsafe buffer.withUnsafeMutableBytes { raw in
            unsafe archive_read_data(handle, raw.baseAddress, max(0, min(most, raw.count)))
        }
        if count > 0 { return .some(count) }
        if count == 0 { return .end }
        return count == Int(ARCHIVE_FATAL) ? .fatal : .damaged
    }

    private static func path(_ entry: OpaquePointer) -> String {
        guard let text = unsafe archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else {
            return ""
        }
        let length = unsafe strnlen(text, longestPath)
        return unsafe String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
    }
}
