import NetTypes
import Ring

/// The reading end of a ring in a list of them, which a value that cannot be copied cannot be in.
final class Inlet {
    var consumer: RingConsumer

    init(_ consumer: consuming RingConsumer) { self.consumer = consumer }
}
