import Foundation
import Incidents
import NetTypes

/// Finds in an event log what the sensor lost in the time of a case.
///
/// The counters of `stats` events rise from the start of a run; what they rose by from one event to the next is added
/// up, from the last event before the time to the first one after it. Of a savefile the one event at its end counts.
struct CaseLosses {
    /// Counters that say what was lost, as they are nested in `stats`.
    private static let names = [
        "capture.kernel_packets", "capture.kernel_drops", "capture.kernel_ifdrops", "decoder.pkts",
        "decoder.invalid", "tcp.reassembly_gap", "haidang.gap_bytes", "haidang.bytes_snapped",
        "haidang.streams_limited", "yara.timed_out", "yara.failed", "yara.shed",
        "app_layer.objects.timed_out", "app_layer.objects.failed", "app_layer.objects.skipped",
        "app_layer.objects.incomplete", "app_layer.objects.bytes_truncated", "law.live.ring_dropped",
    ]
    private static let drops: Set<String> = [
        "capture.kernel_drops", "capture.kernel_ifdrops", "law.live.ring_dropped",
    ]
    private static let marker = Data("\"event_type\":\"stats\"".utf8)
    /// The longest line that is looked at.
    private static let longestLine = 1 << 20

    private let request: EvidenceRequest
    private var last: [String: UInt64] = [:]
    private var lastUptime: Int64 = 0
    private var sums: [String: UInt64] = [:]
    private var found = false
    private var isOver = false
    private var isComplete = true

    private init(_ request: EvidenceRequest) {
        self.request = request
    }

    /// The losses that an event log knows of; nil when it knows none, or cannot be read.
    static func read(_ path: String, _ request: EvidenceRequest) -> LossStatistics? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var losses = CaseLosses(request)
        var rest = Data()
        while !losses.isOver, let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
            rest.append(piece)
            var start = rest.startIndex
            while let newline = rest[start...].firstIndex(of: 10) {
                losses.take(rest[start..<newline])
                start = newline + 1
            }
            rest = Data(rest[start...])
            if rest.count > longestLine { rest.removeAll() }
        }
        return losses.statistics(path)
    }

    private mutating func take(_ line: Data) {
        guard line.count <= Self.longestLine, line.range(of: Self.marker) != nil,
            let event = try? JSONSerialization.jsonObject(with: line) as? [String: Any],
            let stats = event["stats"] as? [String: Any], let time = event["timestamp"] as? String
        else { return }
        let values = Dictionary(
            uniqueKeysWithValues: Self.names.compactMap { name in
                Self.value(name, in: stats).map { (name, $0) }
            })
        let law = (stats["law"] as? [String: Any])?["complete"] as? Bool
        if let savefile = event["pcap_filename"] as? String {
            guard request.sources.contains(savefile) else { return }
            add(values, since: [:], law)
            return
        }
        let uptime = (stats["uptime"] as? NSNumber)?.int64Value ?? 0
        let before = uptime < lastUptime ? [:] : last
        (last, lastUptime) = (values, uptime)
        // All are in UTC and of one form, so that the order of the texts is that of the times.
        if isOver || time <= request.from.description { return }
        add(values, since: before, law)
        isOver = time >= request.to.description
    }

    private mutating func add(
        _ values: [String: UInt64], since before: [String: UInt64], _ law: Bool?
    ) {
        found = true
        if law != true { isComplete = false }
        for (name, value) in values {
            let rise = value - min(value, before[name] ?? 0)
            sums[name, default: 0] &+= rise
            if rise > 0, Self.drops.contains(name) { isComplete = false }
        }
    }

    private static func value(_ name: String, in stats: [String: Any]) -> UInt64? {
        var here: Any? = stats
        for part in name.split(separator: ".") { here = (here as? [String: Any])?[String(part)] }
        return (here as? NSNumber)?.uint64Value
    }

    private func statistics(_ path: String) -> LossStatistics? {
        guard found else { return nil }
        return LossStatistics(
            source: path, from: request.from, to: request.to, isComplete: isComplete,
            counters: Self.names.compactMap { name in
                sums[name].map { LossStatistics.Counter(name, $0) }
            })
    }
}
