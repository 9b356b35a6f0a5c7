/// How far something may be passed on, by the Traffic Light Protocol in its version 2.0, which FIRST publishes.
public enum TrafficLight: String, CaseIterable, Sendable {
    /// Only those it was given to, by name.
    case red = "RED"
    /// Only their organisation. This is the default: whoever may pass on more has to say so.
    case amberStrict = "AMBER+STRICT"
    /// Their organisation, and its clients.
    case amber = "AMBER"
    /// Their community.
    case green = "GREEN"
    /// Everybody.
    case clear = "CLEAR"

    /// A label from its word, in any case of letters, with or without `TLP:` in front; nil for anything else. The words
    /// of version 1 that version 2 does not have (`WHITE`) are not taken.
    public init?(word: String) {
        let upper = word.uppercased()
        self.init(rawValue: upper.hasPrefix("TLP:") ? String(upper.dropFirst(4)) : upper)
    }

    /// The label as it is written on paper: `TLP:AMBER+STRICT`.
    public var label: String { "TLP:" + rawValue }

    /// The label as MISP's taxonomy `tlp` has it: `tlp:amber+strict`.
    public var tag: String { label.lowercased() }
}
