import NetTypes

/// The number that tells a detection from all others.
enum DetectionNumber {
    /// The first 63 bits of SHA-256 over what was found where: rule, time, flow, direction, object and strings. Frame
    /// numbers and file names are no part of it, so that live traffic and its recording give the same.
    static func of(_ detection: Detection) -> Int64 {
        var text: [UInt8] = []
        func add(_ field: some CustomStringConvertible) {
            // Lengths before the fields keep two of them from being read as others.
            let bytes = Array(field.description.utf8)
            text += Array("\(bytes.count):".utf8) + bytes
        }
        add(detection.rule.signatureID)
        add(detection.timestamp.nanoseconds)
        add(detection.direction == .toServer ? "s" : "c")
        for end in [detection.flow.client, detection.flow.server] {
            add(end.address)
            add(end.port)
        }
        add(detection.flow.transport.rawValue)
        add(detection.object.kind.rawValue)
        add(detection.object.name)
        add(detection.object.size)
        add((detection.object.sha256 ?? []).hexadecimal)
        for match in detection.strings {
            add(match.identifier)
            add(match.offset)
            add(match.length)
        }
        if let sighting = detection.indicator {
            add(sighting.kind.rawValue)
            add(sighting.value)
            add(sighting.place.rawValue)
        }
        let digest = Digest(.sha256)
        digest.update(text.span)
        let hash = digest.finish()
        let bits = hash.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int64(bitPattern: bits >> 1)
    }
}
