/// How objects lie in a case folder. They may be harmful, so they never lie there as they are.
public enum ObjectProtection: Equatable, Sendable {
    /// Not at all.
    case none
    /// Each sealed for whoever has the secret half of the key.
    case sealed(EvidenceKey)
    /// Together in one zip with the password `infected`, as analysts exchange them: safe from being opened by mistake,
    /// secret from nobody.
    case zip

    /// Its word in the manifest.
    public var word: String {
        switch self {
        case .none: "none"
        case .sealed: "sealed"
        case .zip: "zip"
        }
    }
}
