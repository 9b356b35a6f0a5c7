import Rulebook

extension BundleText {
    var english: String {
        switch self {
        case .rules(let files, let version):
            "Version \(Escaping.shown(version)), \(Number.grouped(files)) files"
        case .author(let name, let date): "By \(Escaping.shown(name)), \(Escaping.shown(date))"
        case .digest(let digest): "Rule set (SHA-256): \(digest)"
        case .signer(let key): key.map { "Signed by \(Self.name(of: $0))" } ?? "Not signed"
        case .isUnsigned: "the bundle is not signed: it shows damage, but not who made it"
        case .wholeUnsigned: "The bundle is whole. It is not signed."
        case .wholeUntrusted:
            "The bundle is whole, and signed by the key that it names itself; --key says whether that is the right one."
        case .wholeTrusted: "The bundle is whole, and signed by the key given."
        case .failure(let failure): "\(Escaping.shown(failure.path)): \(Self.english(failure.error))"
        case .keysWritten(let one, let two):
            "Written: \(Escaping.shown(one)) (secret, to sign with) and \(Escaping.shown(two)) (to verify with)"
        }
    }

    private static func english(_ error: BundleError) -> String {
        switch error {
        case .unreadable(let reason): "cannot be read: \(SystemReason.translated(reason))"
        case .notABundle: "is no bundle of rules"
        case .malformed(let reason): "is no valid bundle: \(SystemReason.translated(reason))"
        case .damaged: "is damaged or was changed: its digest is wrong"
        case .fileDamaged(let path):
            "is damaged or was changed: the digest of \(Escaping.shown(path)) is wrong"
        case .otherRules: "does not hold the rule set that its manifest names"
        case .unsigned: "is refused: rules must be a bundle signed by the key that was given"
        case .wrongKey: "is refused: it is not signed by the key that was given"
        case .wrongSignature: "is refused: it was changed after it was signed"
        case .noKey: "is no Ed25519 key of the right half (PEM)"
        case .brokenRules(let count):
            "is not packed: \(Number.grouped(count)) errors; see 'haidang rules check'"
        case .badName(let path): "has a file whose name is refused: \(Escaping.shown(path))"
        case .engine: "cannot be signed: libcrypto failed"
        }
    }
}
