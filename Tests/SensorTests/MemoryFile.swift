import Glibc

/// Bytes under a path that other programs of this machine can read, without a file on disk: some captures carry
/// real malware, of which no copy may lie about.
final class MemoryFile {
    let path: String
    private let descriptor: Int32

    /// Nil when the system has no descriptor left.
    init?(_ bytes: [UInt8]) {
        // Shared memory whose name is gone before the first byte is written. Tests run side by side, so each name is
        // used once.
        let name = "/haidang-\(getpid())-\(UInt64.random(in: .min ... .max))"
        descriptor = unsafe shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { return nil }
        unsafe shm_unlink(name)
        path = "/proc/\(getpid())/fd/\(descriptor)"
        var written = 0
        while written < bytes.count {
            // Safe: the pointer lives only for the call, and the count is what is left of the array.
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe write(
                    descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
            }
            guard count > 0 else { return nil }
            written += count
        }
    }

    deinit {
        close(descriptor)
    }
}
