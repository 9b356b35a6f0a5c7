import NetTypes

/// Something of the input that a scan did not look at, so that its silence proves nothing.
enum Remainder: Equatable, Codable, Sendable {
    /// The run ended before its input did.
    case interrupted
    /// Files read in part, and files not read.
    case files(partial: Int, failed: Int)
    /// Rules or rule files that were left out.
    case rules(Int)
    /// Bytes that the capture never held.
    case snapped(UInt64)
    /// Frames of a link type that is not decoded.
    case unknownLink(UInt64)
    /// Fragmented datagrams given up.
    case fragments(UInt64)
    /// Streams that a limit cut in two.
    case limited(UInt64)
    /// Bytes in scans that ran out of time.
    case timedOut(UInt64)
    /// Bytes in scans that failed.
    case failed(UInt64)
    /// Bytes of objects beyond the limits.
    case objects(UInt64)
    /// Objects whose scan did not come to its end.
    case unscannedObjects(UInt64)
    /// Alerts that did not get into the store of incidents.
    case unsaved(UInt64)
    /// Files that are missing by the numbers in the names of those that are there.
    case missingFiles(UInt64)
    /// Files that the time was too short for.
    case leftOver(Int)
    /// What the counters call incomplete and none of the above names.
    case other

    /// What the counters of one capture say was not looked at.
    static func list(_ statistics: SensorStatistics) -> [Remainder] {
        var list: [Remainder] = []
        func add(_ count: UInt64, _ make: (UInt64) -> Remainder) {
            if count > 0 { list.append(make(count)) }
        }
        add(statistics.capture.bytesSnapped, Remainder.snapped)
        add(statistics.anomalies[.unknownLinkType], Remainder.unknownLink)
        add(statistics.anomalies[.fragmentLimit], Remainder.fragments)
        add(statistics.stream.limited, Remainder.limited)
        add(statistics.scan.timedOut, Remainder.timedOut)
        add(statistics.scan.failed, Remainder.failed)
        add(statistics.application.truncated, Remainder.objects)
        add(statistics.application.timedOut + statistics.application.failed, Remainder.unscannedObjects)
        if list.isEmpty, statistics.isIncomplete { list.append(.other) }
        return list
    }
}

extension Remainder {
    /// The sum of two of one kind; nil when they are of different kinds.
    func adding(_ other: Remainder) -> Remainder? {
        switch (self, other) {
        case (.snapped(let one), .snapped(let two)): .snapped(one + two)
        case (.unknownLink(let one), .unknownLink(let two)): .unknownLink(one + two)
        case (.fragments(let one), .fragments(let two)): .fragments(one + two)
        case (.limited(let one), .limited(let two)): .limited(one + two)
        case (.timedOut(let one), .timedOut(let two)): .timedOut(one + two)
        case (.failed(let one), .failed(let two)): .failed(one + two)
        case (.objects(let one), .objects(let two)): .objects(one + two)
        case (.unscannedObjects(let one), .unscannedObjects(let two)): .unscannedObjects(one + two)
        case (.other, .other): .other
        default: nil
        }
    }

    /// How much of its kind there is more than in an earlier list; nil where it has not grown.
    func since(_ earlier: [Remainder]) -> Remainder? {
        guard let before = earlier.first(where: { adding($0) != nil }) else { return self }
        switch (self, before) {
        case (.snapped(let now), .snapped(let then)): return now > then ? .snapped(now - then) : nil
        case (.unknownLink(let now), .unknownLink(let then)):
            return now > then ? .unknownLink(now - then) : nil
        case (.fragments(let now), .fragments(let then)): return now > then ? .fragments(now - then) : nil
        case (.limited(let now), .limited(let then)): return now > then ? .limited(now - then) : nil
        case (.timedOut(let now), .timedOut(let then)): return now > then ? .timedOut(now - then) : nil
        case (.failed(let now), .failed(let then)): return now > then ? .failed(now - then) : nil
        case (.objects(let now), .objects(let then)): return now > then ? .objects(now - then) : nil
        case (.unscannedObjects(let now), .unscannedObjects(let then)):
            return now > then ? .unscannedObjects(now - then) : nil
        default: return nil
        }
    }

    /// Its amount; 0 for what has none.
    var amount: UInt64 {
        switch self {
        case .interrupted, .other: 0
        case .files(let partial, let failed): UInt64(clamping: max(partial, failed))
        case .rules(let count), .leftOver(let count): UInt64(clamping: count)
        case .snapped(let count), .unknownLink(let count), .fragments(let count), .limited(let count),
            .timedOut(let count), .failed(let count), .objects(let count), .unscannedObjects(let count),
            .unsaved(let count), .missingFiles(let count):
            count
        }
    }

    /// Its kind and amount for machines.
    var member: (String, JSONValue) {
        switch self {
        case .interrupted: ("interrupted", .boolean(true))
        case .files(let partial, let failed): ("files", .count(partial + failed))
        case .rules(let count): ("rules_left_out", .count(count))
        case .snapped(let bytes): ("bytes_snapped", .count(bytes))
        case .unknownLink(let frames): ("frames_of_unknown_link_type", .count(frames))
        case .fragments(let count): ("datagrams_over_limit", .count(count))
        case .limited(let count): ("streams_cut_by_limit", .count(count))
        case .timedOut(let bytes): ("scan_bytes_timed_out", .count(bytes))
        case .failed(let bytes): ("scan_bytes_failed", .count(bytes))
        case .objects(let bytes): ("object_bytes_over_limit", .count(bytes))
        case .unscannedObjects(let count): ("objects_not_scanned", .count(count))
        case .unsaved(let count): ("alerts_not_in_store", .count(count))
        case .missingFiles(let count): ("files_missing", .count(count))
        case .leftOver(let count): ("files_left_over", .count(count))
        case .other: ("other", .boolean(true))
        }
    }
}
