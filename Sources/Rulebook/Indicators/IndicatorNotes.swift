import NetTypes

/// What a list says of an indicator, from texts as people write them.
enum IndicatorNotes {
    /// A severity: 1 to 4, or its word. Empty is none; nil is an error.
    static func severity(_ text: String) -> UInt8?? {
        switch text.lowercased() {
        case "": .some(nil)
        case "1", "critical": 1
        case "2", "high": 2
        case "3", "medium", "moderate": 3
        case "4", "low", "info", "informational": 4
        default: nil
        }
    }

    /// A confidence, 0 to 100; a fraction is cut. Nil for all else, which is not worth leaving an indicator out for.
    static func confidence(_ text: String) -> UInt8? {
        let whole = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = UInt8(whole), number <= 100 else { return nil }
        return number
    }

    /// The mark of the Traffic Light Protocol in a tag, `tlp:amber` or `TLP:AMBER+STRICT`; nil for another tag.
    static func tlp(tag: String) -> String? {
        let low = tag.lowercased()
        guard low.hasPrefix("tlp:") else { return nil }
        return String(low.dropFirst(4).prefix(32))
    }
}
