import CCrypto

/// A message digest that takes its bytes in pieces, by OpenSSL's libcrypto (FIPS 180-4).
///
/// It lives in the cellar because rule sets, streams, objects, evidence and Community IDs all need one, and a
/// library has one home.
@safe
public final class Digest {
    /// Which function.
    public enum Algorithm: Sendable {
        /// 16 bytes; only where a published format or somebody's list asks for it.
        case md5
        /// 20 bytes; only where a published format asks for it.
        case sha1
        /// 32 bytes.
        case sha256
    }

    private let context: OpaquePointer?  // Owned, freed in `deinit`; libcrypto copies what it is given.
    private let algorithm: Algorithm

    /// A digest over nothing yet.
    public init(_ algorithm: Algorithm) {
        self.algorithm = algorithm
        unsafe context = EVP_MD_CTX_new()
        restart()
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    private func restart() {
        let function =
            switch algorithm {
            case .md5: unsafe EVP_md5()
            case .sha1: unsafe EVP_sha1()
            case .sha256: unsafe EVP_sha256()
            }
        let started = unsafe EVP_DigestInit_ex(context, function, nil)
        precondition(started == 1, "libcrypto does not offer \(algorithm)")
    }

    /// Takes the next bytes; they are not kept.
    public func update(_ bytes: Span<UInt8>) {
        _ = unsafe bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    }

    /// The digest of all bytes so far; the object then starts again from nothing.
    public func finish() -> [UInt8] {
        var output = [UInt8](repeating: 0, count: 64)
        var length: UInt32 = 0
        _ = unsafe output.withUnsafeMutableBufferPointer {
            unsafe EVP_DigestFinal_ex(context, $0.baseAddress, &length)
        }
        restart()
        return Array(output.prefix(Int(length)))
    }

    /// The digest of one piece.
    public static func of(_ bytes: Span<UInt8>, _ algorithm: Algorithm = .sha256) -> [UInt8] {
        let digest = Digest(algorithm)
        digest.update(bytes)
        return digest.finish()
    }
}
