import CArchive
import Glibc

/// A zip with the password `infected`, written by libarchive: every call of it in this room is here.
///
/// It is encrypted in the traditional way (APPNOTE 6.1), which keeps nothing secret and is what every program opens;
/// a scanner, or somebody who clicks, finds nothing to run. Members have the names that they are given here, and no
/// times, users or rights.
@safe
final class InfectedZip {
    /// The password, which analysts agree on.
    static let password = "infected"

    private let path: String
    private var archive: OpaquePointer?  // Owned, freed in `deinit`.

    /// Begins a zip in a file that is there. The file holds encrypted bytes only, at any time.
    init(path: String) throws(EvidenceError) {
        self.path = path
        unsafe archive = archive_write_new()
        let isOpen =
            unsafe archive_write_set_format_zip(archive) == ARCHIVE_OK
            && archive_write_set_options(archive, "zip:encryption=traditional") == ARCHIVE_OK
            && archive_write_set_passphrase(archive, Self.password) == ARCHIVE_OK
            && archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK
            && archive_write_open_filename(archive, path) == ARCHIVE_OK
        if !isOpen { throw failure }
    }

    deinit {
        unsafe archive_write_free(archive)
    }

    /// Adds a member.
    func add(_ content: [UInt8], name: String) throws(EvidenceError) {
        let entry = unsafe archive_entry_new()
        defer { unsafe archive_entry_free(entry) }
        unsafe archive_entry_set_pathname(entry, name)
        unsafe archive_entry_set_size(entry, Int64(content.count))
        // AE_IFREG is a macro with a cast, which does not come through.
        unsafe archive_entry_set_filetype(entry, 0o100_000)
        unsafe archive_entry_set_perm(entry, 0o600)
        guard unsafe archive_write_header(archive, entry) == ARCHIVE_OK else { throw failure }
        var start = 0
        while start < content.count {
            // Safe: libarchive copies what it is lent for this call.
            let taken = unsafe content[start...].withUnsafeBytes { rest in
                unsafe archive_write_data(archive, rest.baseAddress, rest.count)
            }
            guard taken > 0 else { throw failure }
            start += taken
        }
        guard unsafe archive_write_finish_entry(archive) == ARCHIVE_OK else { throw failure }
    }

    /// Writes the directory at its end.
    func close() throws(EvidenceError) {
        if unsafe archive_write_close(archive) != ARCHIVE_OK { throw failure }
    }

    /// What libarchive says of its last call.
    private var failure: EvidenceError {
        // The text belongs to libarchive; it is copied here.
        let reason = unsafe archive_error_string(archive).map { unsafe String(cString: $0) }
        return .cannotWrite(path: path, reason: reason ?? "libarchive failed")
    }

    /// libarchive's version.
    static var version: String {
        unsafe archive_version_string().map { unsafe String(cString: $0) } ?? ""
    }
}
