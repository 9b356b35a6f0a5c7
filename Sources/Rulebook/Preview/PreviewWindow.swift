import Capture
import NetTypes

/// The capture times that a preview looks at, both ends included.
public struct PreviewWindow: Equatable, Sendable {
    /// From here on.
    public let from: Timestamp
    /// Up to here.
    public let to: Timestamp

    /// All times.
    public static let always = PreviewWindow(
        from: Timestamp(nanoseconds: .min), to: Timestamp(nanoseconds: .max))

    /// From one point in time to another.
    public init(from: Timestamp, to: Timestamp) {
        self.from = from
        self.to = to
    }

    /// The last `nights` times 24 hours before a point in time. `nights` must be from 1 to 36,500.
    public init(nights: Int, before end: Timestamp) {
        from = end.advanced(by: -Int64(clamping: nights) * 86_400_000_000_000)
        to = end
    }

    /// True when the frame is of that time.
    func contains(_ header: FrameHeader) -> Bool { header.timestamp >= from && header.timestamp <= to }

    /// Those files of a recording that may have frames of that time, told from their names: each begins with the time
    /// of its first frame, and ends about where the next one begins. Order and number are kept.
    public func files(of recording: [RecordedFile]) -> [String] {
        let starts = recording.map { Self.start($0.name) }
        return recording.indices.filter { index in
            let next = index + 1 < starts.count ? starts[index + 1] : nil
            // Frames of several interfaces may be a little out of order, so a file keeps a second to either side.
            let begins = starts[index].map { $0.advanced(by: -1_000_000_000) <= to } ?? true
            let ends = next.map { $0.advanced(by: 1_000_000_000) >= from } ?? true
            return begins && ends
        }.map { recording[$0].path }
    }

    /// The time in a name such as `haidang-20261124T081530Z-000000001.pcapng`.
    private static func start(_ name: String) -> Timestamp? {
        let parts = name.split(separator: "-")
        guard parts.count == 3 else { return nil }
        let stamp = parts[1]
        guard stamp.utf8.count == 16, let date = RuleDate(String(stamp.prefix(8))),
            let hour = Int(stamp.dropFirst(9).prefix(2)), let minute = Int(stamp.dropFirst(11).prefix(2)),
            let second = Int(stamp.dropFirst(13).prefix(2))
        else { return nil }
        let seconds = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
        return Timestamp(seconds: Int64(clamping: seconds), nanoseconds: 0)
    }
}
