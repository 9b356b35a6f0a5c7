/// A list that indicators came from.
public struct IndicatorList: Equatable, Codable, Sendable {
    /// Its name: that of its file, without the extension.
    public var name: String
    /// Hexadecimal SHA-256 of the file, so that a finding says which version of the list it stands on.
    public var sha256: String

    /// A list from its parts.
    public init(name: String, sha256: String) {
        self.name = name
        self.sha256 = sha256
    }
}
