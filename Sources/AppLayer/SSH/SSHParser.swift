import NetTypes

/// SSH (RFC 4253) up to where it is encrypted: the greetings and the algorithms that both sides offer.
///
/// After its NEWKEYS a direction is encrypted, and nothing of it is read.
final class SSHParser: StreamParsing {
    private var sides: [SSHSide]
    private var isReported = false

    init(_ configuration: AppLayerConfiguration) {
        sides = [SSHSide(.toServer, configuration), SSHSide(.toClient, configuration)]
    }

    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        let side = Int(direction.rawValue)
        if let start = sides[side].take(bytes, output) { output.encryptedFrom = start }
        if sides.allSatisfy(\.isKnown) { report(output) }
        return bytes.count
    }

    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {
        sides[Int(direction.rawValue)].gap(length, output)
        if sides.allSatisfy(\.isKnown) { report(output) }
    }

    func finish(isClosed: Bool, _ output: ParserOutput) {
        report(output)
    }

    /// One event for a flow: as soon as both sides have said all that there is to know, or at the end.
    private func report(_ output: ParserOutput) {
        guard !isReported, sides.contains(where: { $0.greeting != nil }) else { return }
        isReported = true
        var fields: [RecordField] = []
        for (name, side) in zip(["client", "server"], sides) {
            let parts = side.fields
            if !parts.isEmpty { fields.append(RecordField(name, .object(parts))) }
        }
        output.report(.ssh, .toServer, number: 0, fields)
    }
}
