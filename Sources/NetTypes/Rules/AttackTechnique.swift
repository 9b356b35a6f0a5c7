/// The identifier of a technique in MITRE ATT&CK: `T1059`, or `T1059.004` with a sub-technique.
public struct AttackTechnique: Equatable, Sendable {
    /// The identifier as it was written.
    public let identifier: String

    /// An identifier from its text; nil when the text is not of that form. Whether the technique exists is not asked.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let technique = parts.first, technique.first == UInt8(ascii: "T"), technique.count == 5,
            Self.areDigits(technique.dropFirst()), parts.count <= 2
        else { return nil }
        if parts.count == 2, parts[1].count != 3 || !Self.areDigits(parts[1]) { return nil }
        identifier = text
    }

    /// True when it is the other one or a sub-technique of it.
    public func belongs(to other: AttackTechnique) -> Bool {
        self == other || identifier.hasPrefix(other.identifier + ".")
    }

    private static func areDigits(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
