import TestSupport

/// Random values, and bytes that stand for encrypted ones. No key was ever made, so nobody can decrypt them.
struct Ciphertext {
    private var generator: SeededGenerator

    /// Bytes by seed: equal seeds give equal bytes.
    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// The next `length` bytes.
    mutating func bytes(_ length: Int) -> [UInt8] {
        Text.noise(length: length, from: &generator)
    }

    /// The next bytes with the anti-malware test string in their middle, `length` in all and at least 68. A sensor that
    /// scans what is encrypted finds it.
    mutating func marked(_ length: Int) -> [UInt8] {
        let eicar = Array(Payload.eicar.utf8)
        precondition(length >= eicar.count, "the test string must fit")
        let before = (length - eicar.count) / 2
        return bytes(before) + eicar + bytes(length - eicar.count - before)
    }
}
