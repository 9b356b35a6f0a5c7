import NetTypes

/// When what was played: the way between the time of a drill and that on the wall, in both directions.
public struct RunClock: Codable, Equatable, Sendable {
    /// From one moment on, how the drill went on.
    public struct Segment: Codable, Equatable, Sendable {
        /// Nanoseconds of the drill that had been played.
        public var played: Int64
        /// The time on the wall, in nanoseconds since 1970.
        public var wall: Int64
        /// How many times faster than captured it goes on; 0 for as fast as possible.
        public var speed: Double
        /// True where it stands still until the next segment.
        public var isPaused: Bool
    }

    /// In the order of both times.
    public private(set) var segments: [Segment] = []

    /// A clock of nothing played.
    public init() {}

    /// From here on it goes otherwise.
    mutating func append(_ segment: Segment) {
        segments.append(segment)
    }

    /// The time on the wall at which so many nanoseconds of the drill had been played. Of what was played as fast as
    /// possible only the beginning is known, and that stands for all of it. Nil while nothing was.
    public func wall(at played: Int64) -> Timestamp? {
        let moving = segments.last { $0.played <= played && !$0.isPaused } ?? segments.first
        guard let moving else { return nil }
        let wall = Timestamp(nanoseconds: moving.wall)
        guard moving.speed > 0, played > moving.played else { return wall }
        // Not the difference of two numbers of a file, which need not exist.
        let passed = Timestamp(nanoseconds: played).nanoseconds(since: Timestamp(nanoseconds: moving.played))
        return wall.advanced(by: Self.clamped(Double(passed) / moving.speed))
    }

    /// Nanoseconds of the drill that had been played at a time on the wall; negative before it began.
    public func played(at wall: Timestamp) -> Int64? {
        guard let first = segments.first else { return nil }
        let segment = segments.last { $0.wall <= wall.nanoseconds } ?? first
        if segment.isPaused { return segment.played }
        let passed = Double(wall.nanoseconds(since: Timestamp(nanoseconds: segment.wall)))
        return segment.played &+ Self.clamped(passed * (segment.speed > 0 ? segment.speed : 1))
    }

    private static func clamped(_ nanoseconds: Double) -> Int64 {
        Int64(max(-4e18, min(4e18, nanoseconds)))
    }
}
