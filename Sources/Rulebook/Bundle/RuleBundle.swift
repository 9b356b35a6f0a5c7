import NetTypes
import Scan

/// A rule set in one file: a manifest, the files behind it without anything between them, the SHA-256 of all that, and
/// a signature of it if there is one. Nothing stands behind that.
public struct RuleBundle: Equatable, Sendable {
    /// The most files of a bundle.
    static let mostFiles = 65_536
    /// The most bytes of a file.
    static let mostFileBytes = 16 << 20
    /// The most bytes of a bundle.
    public static let mostBytes = 528 << 20
    /// Bytes of the digest behind the files.
    private static let digestSize = 32

    /// What it says of itself.
    public let manifest: BundleManifest
    /// Its files, by their paths.
    public let files: [String: [UInt8]]

    /// A bundle from its bytes. With a key its signature must be by that key, which is looked at before anything else
    /// is read; without one, a signature that it bears must be by the key that it names.
    public init(_ bytes: [UInt8], trusting key: VerifyingKey?) throws(BundleError) {
        guard bytes.starts(with: Self.magic) else { throw .notABundle }
        guard bytes.count <= Self.mostBytes else { throw .malformed(reason: "it is too large") }
        if let key { try Self.verify(bytes, key) }
        let (manifest, length) = try BundleManifest.read(bytes)
        let sizes = manifest.entries.reduce(0) { $0 + $1.size }
        let signature = manifest.signer == nil ? 0 : VerifyingKey.signatureSize
        guard bytes.count == length + sizes + Self.digestSize + signature else {
            throw .malformed(reason: "it is not as long as its manifest says")
        }
        if let signer = manifest.signer {
            if let key, key != signer { throw .wrongKey }
            if key == nil, !Self.isSigned(bytes, by: signer) { throw .wrongSignature }
        } else if key != nil {
            throw .unsigned
        }
        let body = length + sizes
        let digest = Self.digest(bytes[..<body])
        guard digest == Array(bytes[body..<(body + Self.digestSize)]) else { throw .damaged }
        var files: [String: [UInt8]] = [:]
        var start = length
        for entry in manifest.entries {
            let file = Array(bytes[start..<(start + entry.size)])
            guard Digest.of(file.span).hexadecimal == entry.sha256 else {
                throw .fileDamaged(path: entry.path)
            }
            files[entry.path] = file
            start += entry.size
        }
        self.manifest = manifest
        self.files = files
    }

    static let magic = Array(BundleManifest.magic.utf8)

    /// Says why a bundle is not signed by a key. One without a signature has the line that says so at a fixed place,
    /// but reading it would be reading before verifying; so anything that is not signed by the key is `wrongKey`, but
    /// for what plainly says `-`.
    private static func verify(_ bytes: [UInt8], _ key: VerifyingKey) throws(BundleError) {
        if isSigned(bytes, by: key) { return }
        let manifest = try BundleManifest.read(bytes).manifest
        guard let signer = manifest.signer else { throw .unsigned }
        throw signer == key ? .wrongSignature : .wrongKey
    }

    /// True when the last bytes are a signature of the digest before them.
    private static func isSigned(_ bytes: [UInt8], by key: VerifyingKey) -> Bool {
        let end = bytes.count - VerifyingKey.signatureSize
        guard end - digestSize >= magic.count else { return false }
        let message = message(Array(bytes[(end - digestSize)..<end]))
        // The digest is that of the bytes before it, or the signature is of something else.
        return key.verifies(Array(bytes[end...]), of: message)
            && digest(bytes[..<(end - digestSize)]) == Array(bytes[(end - digestSize)..<end])
    }

    /// What is signed: the kind of thing, so that no signature of another kind of thing can be taken for one of a
    /// bundle, and the digest.
    private static func message(_ digest: [UInt8]) -> [UInt8] { magic + digest }

    private static func digest(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Digest.of(bytes.span)
    }

    /// Packs files. `entries` of the manifest must be those of `files`.
    static func bytes(
        _ manifest: BundleManifest, _ files: [String: [UInt8]], key: SigningKey?
    ) throws(BundleError) -> [UInt8] {
        var bytes = Array(manifest.text.utf8)
        for entry in manifest.entries { bytes += files[entry.path] ?? [] }
        let digest = digest(bytes[...])
        bytes += digest
        guard let key else { return bytes }
        guard let signature = key.sign(message(digest)) else { throw .engine }
        return bytes + signature
    }

    /// The bundle as a place of rules; `path` is where it was read from.
    public func place(_ path: String) -> RulePlace { .files(name: path, files) }
}
