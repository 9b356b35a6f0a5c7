import NetTypes
import Ring

/// The reading end of a ring in a list of them, which a value that cannot be copied cannot be in.
final class Inlet {
    var consumer: RingConsumer

    init(_ consumer: consuming RingConsumer) { self.consumer = consumer }

    /// True when one of several rings has something, or all are finished. One that is finished is no reason to look
    /// again while others are not.
    static func isAnyReady(_ inlets: [Inlet]) -> Bool {
        inlets.contains { $0.consumer.nextTime() != nil } || areFinished(inlets)
    }

    /// True when all of several rings are closed and empty.
    static func areFinished(_ inlets: [Inlet]) -> Bool {
        inlets.allSatisfy { $0.consumer.isFinished }
    }
}
