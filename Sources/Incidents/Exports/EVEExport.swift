import NetTypes

/// An incident as lines of the event log: the `incident` event, then the `alert` of each detection.
struct EVEExport {
    private let exported: ExportCase

    /// An export of what may leave.
    init(_ exported: ExportCase) {
        self.exported = exported
    }

    /// The lines, without newlines at their ends.
    var lines: [String] {
        let encoder = EventEncoder(host: exported.options.host, origin: .interfaces([]))
        let flows = exported.flows.map { IncidentEvent.Flow(id: $0.id, communityID: $0.communityID) }
        let event = IncidentEvent(exported.incident, change: .status, flows: flows)
        return [encoder.line(event)]
            + exported.detections.map { detection in
                let line =
                    exported.givesPayload(of: detection)
                    ? detection.event : Self.withoutPayload(detection.event)
                let usable = !line.isEmpty && line.utf8.count <= ExportLimits.eventLine
                return usable ? line : encoder.line(detection, exported.rule(of: detection))
            }
    }

    /// A line of ours without the bytes of strings: the members `hex` and the `truncated` after each.
    ///
    /// A quotation mark inside text always has a backslash before it, so that a comma and a quotation mark followed by
    /// these letters can only be a member's name. Nothing has to be read and written anew, and everything else stays
    /// as it was.
    static func withoutPayload(_ line: String) -> String {
        let bytes = Array(line.utf8)
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: ","), let end = endOfPayload(bytes, place) {
                place = end
            } else {
                kept.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    private static let name = Array(#","hex":""#.utf8)
    private static let flags = [#","truncated":true"#, #","truncated":false"#].map { Array($0.utf8) }

    /// The place behind the members that begin at a comma; nil when they are others.
    private static func endOfPayload(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard bytes[start...].starts(with: name) else { return nil }
        var place = start + name.count
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += 1 }
        guard place < bytes.count else { return nil }
        place += 1
        let flag = flags.first { bytes[place...].starts(with: $0) }
        return place + (flag?.count ?? 0)
    }
}
