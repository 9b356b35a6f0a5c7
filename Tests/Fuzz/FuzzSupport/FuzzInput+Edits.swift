extension FuzzInput {
    /// Edits of one sample; more of them leave little of it.
    private static let mostEdits = 32

    /// The bytes of a sample, changed as the rest of the input says: for formats whose checksums and tables a fuzzer
    /// would hardly come by. An edit is a byte that says what it is, two for the place, and one for the value.
    public mutating func edited(_ sample: [UInt8]) -> [UInt8] {
        var bytes = sample
        var edits = 0
        while !isEmpty, edits < Self.mostEdits {
            edits += 1
            let kind = byte()
            let place = word() % (bytes.count + 1)
            let value = byte()
            switch kind % 8 {
            case 0: bytes.removeSubrange(place...)
            case 1: bytes.insert(value, at: place)
            case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int(value)))
            case 3: bytes.insert(contentsOf: take(Int(value)), at: place)
            default: if place < bytes.count { bytes[place] = value }
            }
        }
        return bytes
    }
}
