/// Puts the handshake messages of one direction together from their fragments (RFC 6347 section 4.2.3), which come in
/// any order and more than once.
struct DTLSAssembler {
    /// A message some of whose fragments have come.
    private struct Partial {
        let sequence: UInt16
        let kind: HandshakeMessage.Kind
        let length: Int
        var fragments: FragmentBuffer
    }

    private var partials: [Partial] = []
    private let largestHello: Int
    /// Messages put together at a time; those that come late are three in a flight.
    private static let mostPartials = 4

    init(largestHello: Int) {
        self.largestHello = largestHello
    }

    /// Takes a record's content, and hands over each message that it completes. False when something does not parse
    /// or is over a limit.
    mutating func take(_ content: ArraySlice<UInt8>, _ messages: inout [HandshakeMessage]) -> Bool {
        var reader = HandshakeReader(content)
        var isWhole = true
        while !reader.isAtEnd {
            guard let type = reader.number(1), let length = reader.number(3), let sequence = reader.uint16(),
                let offset = reader.number(3), let fragment = reader.vector(3), fragment.count <= length,
                offset <= length - fragment.count
            else { return false }
            let type8 = UInt8(truncatingIfNeeded: type)
            if !HandshakeMessage.isKnown(type8) { isWhole = false }
            guard let kind = HandshakeMessage.Kind(rawValue: type8) else { continue }
            guard length <= HandshakeMessage.limit(kind, largestHello) else {
                isWhole = false
                continue
            }
            if fragment.count == length {
                messages.append(HandshakeMessage(kind: kind, body: Array(fragment)))
            } else {
                guard let place = index(sequence, kind, length) else {
                    isWhole = false
                    continue
                }
                if !partials[place].fragments.insert(fragment, at: offset) { isWhole = false }
                if partials[place].fragments.contiguous == length {
                    let body = Array(partials.remove(at: place).fragments.slice(from: 0, to: length))
                    messages.append(HandshakeMessage(kind: kind, body: body))
                }
            }
        }
        return isWhole
    }

    /// Where a message is, or is from now on; nil when there are too many.
    private mutating func index(_ sequence: UInt16, _ kind: HandshakeMessage.Kind, _ length: Int) -> Int? {
        let known = partials.firstIndex { $0.sequence == sequence && $0.kind == kind && $0.length == length }
        if let known { return known }
        guard partials.count < Self.mostPartials else { return nil }
        partials.append(
            Partial(sequence: sequence, kind: kind, length: length, fragments: FragmentBuffer(limit: length)))
        return partials.count - 1
    }
}
