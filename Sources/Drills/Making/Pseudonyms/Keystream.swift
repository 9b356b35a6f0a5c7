import NetTypes

/// Numbers that a key gives for a context, as many as are asked for.
struct Keystream {
    private let key: [UInt8]
    private let context: String
    private var block: [UInt8] = []
    private var count = 0

    /// The numbers of a context.
    init(key: [UInt8], context: String) {
        self.key = key
        self.context = context
    }

    /// The next 32 bits.
    mutating func next() -> UInt32 {
        if block.count < 4 {
            block = MessageAuthentication.sha256(Array("\(count) \(context)".utf8).span, key: key.span)
            count += 1
        }
        let number = block.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        block.removeFirst(4)
        return number
    }
}
