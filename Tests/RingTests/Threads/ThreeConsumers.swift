import NetTypes

@testable import Ring

/// The rings of one worker, as it empties them in turn.
struct ThreeConsumers: ~Copyable, Sendable {
    var first: RingConsumer
    var second: RingConsumer
    var third: RingConsumer
    private var traffic = [1, 2, 3].map { Traffic(seed: $0, longest: 224) }

    init(first: consuming RingConsumer, second: consuming RingConsumer, third: consuming RingConsumer) {
        self.first = first
        self.second = second
        self.third = third
    }

    var areFinished: Bool {
        mutating get { first.isFinished && second.isFinished && third.isFinished }
    }

    /// A ring that has finished is not looked at any more, or the worker would never sleep.
    var haveWork: Bool {
        mutating get {
            first.nextTime() != nil || second.nextTime() != nil || third.nextTime() != nil || areFinished
        }
    }

    /// Takes a few records out of each, and says how many there were.
    mutating func drain(_ outcome: Outcome) -> Int {
        Self.drain(&first, &traffic[0], outcome) + Self.drain(&second, &traffic[1], outcome)
            + Self.drain(&third, &traffic[2], outcome)
    }

    private static func drain(_ end: inout RingConsumer, _ traffic: inout Traffic, _ outcome: Outcome) -> Int
    {
        end.drain(limit: 4, through: Timestamp(nanoseconds: .max)) { record, bytes in
            outcome.note(traffic.next().isEqual(record, bytes))
        }
    }
}
