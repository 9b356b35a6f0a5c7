import NetTypes

/// An object in a case folder.
public enum CaseObject {
    /// The most bytes that a sealed object may have when it is opened.
    static let largest = 1 << 30

    /// The bytes of a sealed object, by the SHA-256 of what it was. They may be harmful.
    ///
    /// Throws `noSuchObject` when the folder has none of that name (or the name is no SHA-256), `notOpened` for another
    /// key or a changed file, also when what it holds is something else, and `unreadable`.
    public static func open(
        _ sha256: String, in folder: String, with key: EvidenceSecretKey
    ) throws(EvidenceError) -> [UInt8] {
        let name = sha256.lowercased()
        let isDigest =
            name.utf8.count == 64
            && name.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        let path = ObjectVault.folder + "/" + name + SealedObject.suffix
        guard isDigest, CaseReading.type(folder + "/" + path) != nil else {
            throw .noSuchObject(sha256: sha256)
        }
        let sealed = try CaseReading.bytes(folder + "/" + path, named: path, limit: largest)
        let content = try SealedObject.open(sealed, with: key)
        guard Digest.of(content.span).hexadecimal == name else { throw .notOpened }
        return content
    }
}
