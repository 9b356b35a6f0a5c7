import NetTypes

/// Gathers the hits of a preview by rule.
struct PreviewSink: FindingSink {
    /// Hits of one set that wait for the same of the other. Those of one scan come together, so what waits long is a
    /// difference.
    static let mostWaiting = 65_536

    /// The file that is being read.
    var file = ""
    /// The rows so far.
    private(set) var rows: [PreviewRow]
    /// Hits that are shown; with two sets those of one of them only.
    private(set) var kept: [PreviewHit] = []
    /// Hits of one set that could not be held against the other for lack of room.
    private(set) var unpaired: UInt64 = 0

    private let rules: PreviewRules
    private let limit: Int
    private var flows: [Set<FlowID>]
    private var waiting: [PreviewKey: (hit: PreviewHit, count: Int)] = [:]

    /// A sink that keeps at most `limit` hits.
    init(_ rules: PreviewRules, limit: Int) {
        self.rules = rules
        self.limit = limit
        rows = rules.rows
        flows = Array(repeating: [], count: rules.rows.count)
    }

    /// Takes one finding.
    mutating func receive(_ finding: Finding) {
        guard case .detection(let detection) = finding,
            let (row, isOld) = rules.places[detection.rule.signatureID]
        else { return }
        let hit = PreviewHit(file: file, rule: rows[row].rule, isLost: isOld, detection: detection)
        if isOld { rows[row].oldHits += 1 } else { count(detection, row) }
        if rules.comparesTwo {
            pair(hit, PreviewKey(row: row, detection))
        } else if kept.count < limit {
            kept.append(hit)
        }
    }

    private mutating func count(_ detection: Detection, _ row: Int) {
        rows[row].hits += 1
        if flows[row].insert(detection.flow.id).inserted { rows[row].flows += 1 }
        if !detection.object.kind.isRaw { rows[row].objects += 1 }
        for unit in [detection.flow.clientUnit, detection.flow.serverUnit] {
            guard let id = unit?.id, !rows[row].units.contains(id) else { continue }
            let place = rows[row].units.firstIndex { id < $0 } ?? rows[row].units.count
            rows[row].units.insert(id, at: place)
        }
        rows[row].first = min(rows[row].first ?? detection.timestamp, detection.timestamp)
        rows[row].last = max(rows[row].last ?? detection.timestamp, detection.timestamp)
    }

    private mutating func pair(_ hit: PreviewHit, _ key: PreviewKey) {
        if let other = waiting[key] {
            if other.hit.isLost == hit.isLost {
                waiting[key]?.count += 1
            } else if other.count > 1 {
                waiting[key]?.count -= 1
            } else {
                waiting[key] = nil
            }
        } else if waiting.count < Self.mostWaiting {
            waiting[key] = (hit, 1)
        } else {
            unpaired += 1
        }
    }

    /// The flows of the input have ended: what still waits is a difference.
    mutating func endInput() {
        for row in flows.indices { flows[row] = [] }
        let differences = waiting.values.sorted {
            ($0.hit.detection.timestamp, $0.hit.rule) < ($1.hit.detection.timestamp, $1.hit.rule)
        }
        for (hit, count) in differences {
            gained += hit.isLost ? 0 : UInt64(count)
            lost += hit.isLost ? UInt64(count) : 0
            if kept.count < limit { kept.append(hit) }
        }
        waiting = [:]
    }

    /// Hits of the new set alone.
    private(set) var gained: UInt64 = 0
    /// Hits of the old set alone.
    private(set) var lost: UInt64 = 0
}
