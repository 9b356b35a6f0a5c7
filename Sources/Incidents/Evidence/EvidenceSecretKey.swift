import NetTypes

/// The secret half of a team's key: whoever has it can open what was sealed for them. It is kept away from the sensor.
public struct EvidenceSecretKey: Equatable, Sendable {
    private static let label = "haidang evidence secret key"

    /// The 32 bytes.
    let bytes: [UInt8]
    /// The other half.
    public let publicKey: EvidenceKey

    init(_ bytes: [UInt8], _ publicKey: EvidenceKey) {
        self.bytes = bytes
        self.publicKey = publicKey
    }

    /// A key from the text of its file; nil for anything else, the public half among it.
    public init?(text: String) {
        guard let bytes = EvidenceKey.bytes(in: text, label: Self.label),
            let publicKey = SealedObject.publicKey(of: bytes)
        else { return nil }
        self.init(bytes, publicKey)
    }

    /// What its file holds: a line that says what it is, and its 64 hexadecimal digits. For its owner alone.
    public var text: String { Self.label + "\n" + bytes.hexadecimal + "\n" }

    /// A new pair of keys, from the system's source of randomness. Throws `engine` when libsodium does not start.
    public static func generate() throws(EvidenceError) -> EvidenceSecretKey {
        try SealedObject.makeKey()
    }
}
