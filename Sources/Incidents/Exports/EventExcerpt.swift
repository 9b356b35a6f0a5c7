import Foundation

/// What exports read of a line of the event log that stands beside a detection in the store.
struct EventExcerpt: Decodable, Equatable, Sendable {
    /// The unit of the sender of the match, by its identifier.
    var sourceUnit: String?
    /// The unit of its receiver.
    var destinationUnit: String?
    /// What the flow speaks above the transport.
    var application: String?
    /// What is said of a rule; nil for an indicator.
    var yara: Rule?
    /// What is said of an indicator; nil for a rule.
    var indicator: Indicator?

    /// Nothing known.
    init() {}

    /// What a line says; nil when it is no event.
    init?(line: String) {
        guard let excerpt = try? JSONDecoder().decode(EventExcerpt.self, from: Data(line.utf8)) else {
            return nil
        }
        self = excerpt
    }

    private enum CodingKeys: String, CodingKey {
        case yara
        case sourceUnit = "src_unit"
        case destinationUnit = "dest_unit"
        case application = "app_proto"
        case indicator = "ioc"
    }

    /// The object `yara`.
    struct Rule: Decodable, Equatable, Sendable {
        var strings: [Match] = []
    }

    /// One string that matched.
    struct Match: Decodable, Equatable, Sendable {
        var id: String
        var offset: UInt64
        var length: UInt64
        var hex: String?
        var sha256: String?
    }

    /// The object `ioc`.
    struct Indicator: Decodable, Equatable, Sendable {
        var type: String
        var value: String
        var list: String
        var seen: String
    }

    /// True when the payload policy of an end let out neither bytes nor their digest, as only that of a secret network
    /// does.
    var isWithheld: Bool { yara?.strings.contains { $0.hex == nil && $0.sha256 == nil } ?? false }

    /// The name of a host that an indicator was met as, in lower case; nil for what is no such name.
    var hostName: String? {
        guard let indicator, indicator.type == "domain" else { return nil }
        let name = indicator.seen.lowercased()
        let letters = name.utf8
        guard (1...253).contains(letters.count), letters.contains(UInt8(ascii: ".")),
            letters.first != UInt8(ascii: "."), letters.last != UInt8(ascii: "."),
            letters.allSatisfy({
                (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46 || $0 == 95
            })
        else { return nil }
        return name
    }
}
