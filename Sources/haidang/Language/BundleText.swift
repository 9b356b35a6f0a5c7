import NetTypes
import Rulebook

/// What is said of bundles and keys.
enum BundleText: Text {
    /// A line of a manifest.
    case rules(files: Int, version: String), author(String, date: String), digest(String), signer(
        VerifyingKey?)
    /// A bundle was made without a key.
    case isUnsigned
    /// It is whole: without a signature, by the key that it names itself, by the key that is trusted.
    case wholeUnsigned, wholeUntrusted, wholeTrusted
    /// A path cannot be used.
    case failure(BundleFailure)
    /// Where a new pair of keys is.
    case keysWritten(privateKey: String, publicKey: String)

    /// The lines about a manifest.
    static func lines(of manifest: BundleManifest) -> [BundleText] {
        [
            .rules(files: manifest.entries.count, version: manifest.version),
            .author(manifest.author, date: manifest.date), .digest(manifest.ruleSet),
            .signer(manifest.signer),
        ]
    }

    /// A key as people compare it: its 64 hexadecimal digits.
    static func name(of key: VerifyingKey) -> String { key.bytes.hexadecimal }
}
