import NetTypes

/// The secret of one anonymisation: who does not have it cannot tell what stood for what.
///
/// It is not kept. With the same key the same original gets the same replacement, so that several drills can be made of
/// one network; without a key in a file each drill has its own.
public struct DrillKey: Sendable {
    /// Fewest bytes of a key.
    public static let shortest = 16

    private let secret: [UInt8]

    /// A key of random bytes.
    public init() {
        var random = SystemRandomNumberGenerator()
        secret = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }

    /// A key of these bytes; nil when they are fewer than `shortest`.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.shortest else { return nil }
        secret = bytes
    }

    /// 32 bytes that only this key gives for a purpose and a number.
    func derived(_ purpose: String, _ number: Int = 0) -> [UInt8] {
        MessageAuthentication.sha256(Array("\(purpose) \(number)".utf8).span, key: secret.span)
    }
}
