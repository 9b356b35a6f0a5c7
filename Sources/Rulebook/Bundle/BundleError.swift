/// Why a bundle is not used, or not made.
public enum BundleError: Error, Equatable, Sendable {
    /// It cannot be read or written; the system's word or ours.
    case unreadable(reason: String)
    /// It does not begin as a bundle does, though a bundle is asked for.
    case notABundle
    /// Its form is not that of a bundle; where it is not, as a clause in English.
    case malformed(reason: String)
    /// Its bytes are not those that were packed.
    case damaged
    /// A file in it is not the one that its manifest names.
    case fileDamaged(path: String)
    /// It compiles, and is not the rule set that its manifest names.
    case otherRules
    /// It bears no signature, though one is asked for.
    case unsigned
    /// Its signature is not by the key that is trusted.
    case wrongKey
    /// Its signature is not of these bytes.
    case wrongSignature
    /// A file that is to have a key has none of that kind.
    case noKey(path: String)
    /// Rules do not compile, so that they are not packed; how many.
    case brokenRules(Int)
    /// The folder has no file that can be packed under this name.
    case badName(path: String)
    /// The cryptographic library failed.
    case engine
}
