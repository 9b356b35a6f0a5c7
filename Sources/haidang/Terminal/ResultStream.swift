import Glibc

/// Standard output: results, nothing else, written in large pieces.
///
/// When the reader goes away (`haidang … | head`) the rest is swallowed: what a run has to do besides talking, it
/// still does. Any other failure is kept, so that the run can say that its results were lost.
final class ResultStream {
    private let descriptor: Descriptor
    private var buffer: [UInt8] = []
    private var failure: Int32?

    /// A stream onto a descriptor.
    init(_ descriptor: Descriptor = .output) {
        self.descriptor = descriptor
        buffer.reserveCapacity(Self.capacity)
    }

    private static let capacity = 1 << 16

    /// True when nobody reads any more.
    var isAbandoned: Bool { failure == EPIPE }

    /// Why results were lost, in the system's words; nil when they were not.
    var loss: String? {
        failure.flatMap { $0 == EPIPE ? nil : SystemReason.text($0) }
    }

    /// True when a person reads.
    var isTerminal: Bool { descriptor.isTerminal }

    /// Columns of the terminal; nil without one.
    var columns: Int? { descriptor.columns }

    /// Writes a line and its end.
    func line(_ text: String) {
        if failure != nil { return }
        buffer.append(contentsOf: text.utf8)
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= Self.capacity { flush() }
    }

    /// Hands everything over now.
    func flush() {
        if failure == nil, !buffer.isEmpty { failure = descriptor.write(buffer) }
        buffer.removeAll(keepingCapacity: true)
    }
}
