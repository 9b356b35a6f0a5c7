import Incidents

extension SinkText {
    var english: String {
        switch self {
        case .openSecret(let sink, let file):
            "\(Escaping.shown(file)): anybody on this machine can read or change this secret of \(sink); chmod o= mends that"
        case .notice(.lost(let sink, let reason)):
            "\(sink) takes no events, they wait: \(Escaping.shown(reason))"
        case .notice(.back(let sink)): "\(sink) takes events again"
        case .notice(.refused(let sink, let event, let reason)):
            "\(sink) refused the event \(Escaping.shown(event)), which is set aside: \(Escaping.shown(reason)); further ones are only counted"
        }
    }
}

extension SinkConfigurationError {
    /// What is wrong under the key.
    var english: String {
        switch reason {
        case .missing: "the key \(key) is missing"
        case .badName: "\(key) is no name: a name has 1 to 64 lower-case letters, digits and hyphens"
        case .unknownWord(let word): "\(key) does not know \(Escaping.shown(word))"
        case .outOfRange(let range):
            "\(key) takes a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .badAddress(let text): "\(key) does not take \(Escaping.shown(text)): it is no address for this"
        case .notEncrypted: "\(key): without TLS only to this machine itself; use https"
        case .badText: "\(key) holds characters that may not be in it"
        case .needs(let other): "\(key) is of use only with \(other)"
        case .excludes(let other): "\(key) and \(other) exclude each other"
        }
    }
}
