import NetTypes

/// A keyed hash of flow keys: three folded multiplications with secrets that traffic cannot know, so that
/// nobody can choose addresses that collide. No output depends on it.
public struct KeyedHash: Sendable {
    private let secrets: (UInt64, UInt64, UInt64, UInt64, UInt64)

    /// A hash whose secrets come from a seed that nobody outside can know, spread by SplitMix64.
    public init(seed: UInt64) {
        var state = seed
        func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
        secrets = (next(), next(), next(), next(), next())
    }

    /// 64 well-mixed bits of a key.
    @inline(__always)
    public func callAsFunction(_ key: FlowKey) -> UInt64 {
        let ports = UInt64(key.low.port) << 48 | UInt64(key.high.port) << 32
        let rest =
            UInt64(key.transport.rawValue) << 24 | UInt64(key.vlans.outer) << 12 | UInt64(key.vlans.inner)
        let low = Self.fold(key.low.address.high ^ secrets.0, key.low.address.low ^ secrets.1)
        let high = Self.fold(key.high.address.high ^ secrets.2, key.high.address.low ^ secrets.3)
        return Self.fold(low &+ ((high << 1) | (high >> 63)), ports ^ rest ^ secrets.4)
    }

    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
