import NetTypes

extension RunClock {
    /// True where at a time on the wall the drill went on at a known pace, or stood still.
    func isPaced(at wall: Timestamp) -> Bool {
        guard let segment = segments.last(where: { $0.wall <= wall.nanoseconds }) else { return false }
        return segment.isPaused || segment.speed > 0
    }

    /// When the first frame went on; nil while nothing was played.
    var begun: Timestamp? { segments.first.map { Timestamp(nanoseconds: $0.wall) } }

    /// When so many nanoseconds, all of what was played, had gone on; nil where they went on as fast as possible, since then
    /// only the beginning is known.
    func ended(_ played: Int64) -> Timestamp? {
        guard let last = segments.last(where: { $0.played <= played && !$0.isPaused }), last.speed > 0 else {
            return nil
        }
        return wall(at: played)
    }
}
