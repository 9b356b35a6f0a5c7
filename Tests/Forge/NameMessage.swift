import TestSupport

/// DNS messages (RFC 1035 section 4).
enum NameMessage {
    /// A query for one name, given as labels of raw bytes.
    static func query(_ labels: [[UInt8]], type: UInt16 = 1, identifier: UInt16) -> [UInt8] {
        header(identifier, flags: 0x0100, answers: 0) + question(labels, type)
    }

    /// A query for one name in text.
    static func query(_ name: String, type: UInt16 = 1, identifier: UInt16) -> [UInt8] {
        query(labels(name), type: type, identifier: identifier)
    }

    /// The answer to such a query, with one record of that type.
    static func answer(_ name: String, type: UInt16 = 1, identifier: UInt16, data: [UInt8]) -> [UInt8] {
        answer(labels(name), type: type, identifier: identifier, data: data)
    }

    /// The answer to such a query, with one record of that type.
    static func answer(_ labels: [[UInt8]], type: UInt16, identifier: UInt16, data: [UInt8]) -> [UInt8] {
        var bytes = header(identifier, flags: 0x8180, answers: 1) + question(labels, type)
        bytes += [0xc0, 0x0c]
        bytes.append(bigEndian: type)
        bytes.append(bigEndian: UInt16(1))
        bytes.append(bigEndian: UInt32(300))
        bytes.append(bigEndian: UInt16(data.count))
        return bytes + data
    }

    /// The labels of a name in text.
    static func labels(_ name: String) -> [[UInt8]] {
        name.split(separator: ".").map { Array($0.utf8) }
    }

    private static func header(_ identifier: UInt16, flags: UInt16, answers: UInt16) -> [UInt8] {
        var bytes: [UInt8] = []
        for field in [identifier, flags, 1, answers, 0, 0] { bytes.append(bigEndian: field) }
        return bytes
    }

    private static func question(_ labels: [[UInt8]], _ type: UInt16) -> [UInt8] {
        var bytes: [UInt8] = labels.flatMap { (label: [UInt8]) -> [UInt8] in [UInt8(label.count)] + label }
        bytes.append(0)
        bytes.append(bigEndian: type)
        bytes.append(bigEndian: UInt16(1))
        return bytes
    }
}
