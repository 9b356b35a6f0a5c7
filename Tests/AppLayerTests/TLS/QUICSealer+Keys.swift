import TestSupport

@testable import AppLayer

extension QUICSealer {
    /// A packet under keys that the engine derived.
    static func initial(
        _ frames: [UInt8], _ keys: QUICInitialKeys, destination: [UInt8], version: UInt32 = 1,
        number: Int = 0, type: UInt8 = 0, token: [UInt8] = []
    ) -> [UInt8] {
        QUICSealer(key: keys.key, iv: keys.iv, headerKey: keys.headerKey).initial(
            frames, destination: destination, version: version, number: number, type: type, token: token)
    }
}
