import Foundation
import NetTypes

/// Points in time as people write them into a logbook.
public enum ActionTime {
    /// A time with an offset from UTC (RFC 3339), or without one, as the clocks of `zone` show it: `2026-11-28 09:30`,
    /// with seconds or without. Of an hour that clocks show twice the first is taken. Nil for anything else.
    public static func read(_ text: String, in zone: TimeZone) -> Timestamp? {
        guard let (moment, offset) = Timestamp.reading(text) else { return nil }
        if let offset { return moment.advanced(by: -Int64(offset) * 1_000_000_000) }
        // The offset is that of the moment looked for, so it is asked for twice.
        let near = moment.advanced(by: -shift(zone, at: moment))
        return moment.advanced(by: -shift(zone, at: near))
    }

    /// A time in RFC 3339 with seconds, as the clocks of `zone` show it.
    public static func text(_ time: Timestamp, in zone: TimeZone) -> String {
        let shift = shift(zone, at: time)
        let minutes = shift.magnitude / 60_000_000_000
        let (hours, rest) = ("\(minutes / 60)", "\(minutes % 60)")
        let offset =
            (hours.count < 2 ? "0" : "") + hours + ":" + (rest.count < 2 ? "0" : "") + rest
        return time.advanced(by: shift).description.prefix(19) + (shift < 0 ? "-" : "+") + offset
    }

    private static func shift(_ zone: TimeZone, at time: Timestamp) -> Int64 {
        let date = Date(timeIntervalSince1970: Double(time.nanoseconds) / 1e9)
        return Int64(zone.secondsFromGMT(for: date)) * 1_000_000_000
    }
}

extension Timestamp {
    /// RFC 3339 in UTC with microseconds, for files and scripts: `2026-11-28T02:30:00.000000Z`.
    public var rfc3339: String { description.prefix(26) + "Z" }
}
