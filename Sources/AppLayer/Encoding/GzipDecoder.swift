/// Decompresses the gzip coding (RFC 9110 section 8.4.1.3, RFC 1952): members one after another.
///
/// As browsers do, it does not look at the checksum and length behind a member, does not miss them when the input
/// ends before them, and ignores what follows the last member.
final class GzipDecoder {
    private enum State {
        case header
        case body
        /// With the number of bytes to come.
        case trailer(Int)
        case ended
    }

    private let inflater: Inflater
    private var state = State.header
    private var header = GzipHeader()
    private var members = 0

    /// Nil when there is no memory for it.
    init?() {
        guard let inflater = Inflater() else { return nil }
        self.inflater = inflater
    }

    /// True when the input may end here.
    var isWhole: Bool {
        switch state {
        case .header: members > 0
        case .body: false
        case .trailer, .ended: true
        }
    }

    /// Takes the next bytes and hands on what they decode to, until `body` says false (`limit`).
    func decode(_ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Bool) -> ContentDecoder.Outcome {
        var position = 0
        while position < bytes.count {
            switch state {
            case .header:
                let step = header.take(bytes[position])
                position += 1
                if step == .whole { state = .body }
                if step == .damaged {
                    guard members > 0 else { return .damaged }
                    state = .ended
                }
            case .body:
                let (outcome, used) = inflater.decode(bytes.extracting(position..<bytes.count), body)
                position += used
                guard outcome == .ended else { return outcome }
                members += 1
                state = .trailer(8)
            case .trailer(let left):
                let skipped = min(left, bytes.count - position)
                position += skipped
                state = .trailer(left - skipped)
                if left == skipped { begin() }
            case .ended: return .ended
            }
        }
        return .more
    }

    private func begin() {
        state = .header
        header = GzipHeader()
        inflater.restart()
    }
}
