import NetTypes
import TestSupport

@testable import AppLayer

/// Feeds a parser by hand, and keeps what it found: for the tests of single parsers.
final class Fed {
    let output: ParserOutput
    private(set) var objects: [ExtractedObject] = []
    private(set) var transactions: [Transaction] = []
    private(set) var odd = AnomalySet()
    private var frame: UInt64 = 0

    init(
        _ configuration: AppLayerConfiguration = AppLayerConfiguration(),
        _ transport: TransportProtocol = .tcp
    ) {
        output = ParserOutput(configuration)
        output.origin.flow.transport = transport
    }

    /// Gives a stream's next bytes to a parser, in pieces of a size; how many it took.
    @discardableResult
    func take(
        _ parser: some StreamParsing, _ direction: Direction, _ bytes: some Collection<UInt8>,
        pieces: Int = .max
    ) -> Int {
        var rest = Array(bytes)[...]
        var taken = 0
        while !rest.isEmpty {
            let piece = Array(rest.prefix(pieces))
            rest = rest.dropFirst(piece.count)
            next(direction)
            let count = parser.take(piece.span, direction, output)
            taken += count
            collect()
            if count < piece.count { break }
        }
        return taken
    }

    /// Gives a datagram to a parser.
    func take(_ parser: some DatagramParsing, _ direction: Direction, _ datagram: [UInt8]) {
        next(direction)
        parser.take(datagram.span, direction, output)
        collect()
    }

    /// Tells a parser of a gap.
    func gap(_ parser: some StreamParsing, _ direction: Direction, _ length: UInt64) {
        next(direction)
        parser.gap(length, direction, output)
        collect()
    }

    /// Ends a flow.
    func finish(_ parser: some StreamParsing, isClosed: Bool = true) {
        parser.finish(isClosed: isClosed, output)
        collect()
    }

    /// Ends a flow of datagrams.
    func finish(_ parser: some DatagramParsing) {
        parser.finish(output)
        collect()
    }

    private func next(_ direction: Direction) {
        frame += 1
        output.origin.frame = frame
        output.origin.direction = direction
        output.origin.timestamp = Timestamp(nanoseconds: Int64(frame) * 1_000_000)
        output.encryptedFrom = nil
    }

    private func collect() {
        objects += output.takeFinished()
        transactions += output.takeTransactions()
        odd.formUnion(output.takeOdd())
    }
}
