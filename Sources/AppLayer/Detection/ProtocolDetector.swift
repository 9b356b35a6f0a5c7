import NetTypes

/// Decides what a TCP flow speaks from the first bytes of both directions, and only where these leave a choice from
/// its port. A port never outweighs bytes that say something else.
enum ProtocolDetector {
    /// What is known of a flow so far.
    enum Verdict: Equatable {
        /// Not enough; more bytes are kept.
        case undecided
        /// This one.
        case known(ApplicationProtocol)
        /// None that is known; no more bytes are kept.
        case unknown
    }

    /// Decides. `isFull` says that no more bytes will be kept than there are.
    static func decide(
        client: Span<UInt8>, server: Span<UInt8>, port: UInt16, isFull: Bool
    ) -> Verdict {
        let guesses = (Signature.client(client), Signature.server(server))
        switch guesses {
        case (.known(let application), _): return .known(application)
        case (_, .known(let application)): return .known(application)
        case (.shared(let ours), .shared(let theirs)):
            return choose(ours.filter(theirs.contains), port)
        case (.shared(let choice), .none), (.none, .shared(let choice)): return choose(choice, port)
        case (.shared(let choice), .unsure), (.unsure, .shared(let choice)):
            let usual = choice.filter { usualPorts($0).contains(port) }
            if usual.count == 1 { return .known(usual[0]) }
            return isFull ? .unknown : .undecided
        case (.none, .none): return byPort(client, server, port)
        case (.none, .unsure), (.unsure, .none):
            if case .known(let application) = byPort(client, server, port) { return .known(application) }
            // Some servers answer garbage in a protocol that is known.
            return isFull ? .unknown : .undecided
        case (.unsure, .unsure):
            if case .known(let application) = byPort(client, server, port) { return .known(application) }
            return isFull ? .unknown : .undecided
        }
    }

    /// What a flow speaks whose client and server are mistaken for each other, as happens when its first packets
    /// were not captured; nil when the bytes do not say so.
    static func swapped(client: Span<UInt8>, server: Span<UInt8>) -> ApplicationProtocol? {
        if !client.isEmpty, case .known(let application) = Signature.server(client) {
            return hasSides(application) ? application : nil
        }
        // Commands that are words of other protocols, too, would say little here.
        if !server.isEmpty, Signature.client(server) == .known(.http) { return .http }
        return nil
    }

    /// True when client and server of a protocol begin in different ways.
    private static func hasSides(_ application: ApplicationProtocol) -> Bool {
        switch application {
        case .http, .smtp, .ftp, .imap, .pop3: true
        default: false
        }
    }

    private static func choose(_ choice: [ApplicationProtocol], _ port: UInt16) -> Verdict {
        if choice.count == 1 { return .known(choice[0]) }
        let usual = choice.filter { usualPorts($0).contains(port) }
        return usual.count == 1 ? .known(usual[0]) : .unknown
    }

    /// Protocols whose first bytes say little, on their own ports.
    private static func byPort(_ client: Span<UInt8>, _ server: Span<UInt8>, _ port: UInt16) -> Verdict {
        guard port == 53 else { return .unknown }
        return isName(client) || isName(server) ? .known(.dns) : .unknown
    }

    /// A DNS message behind its length (RFC 1035 section 4.2.2).
    private static func isName(_ bytes: Span<UInt8>) -> Bool {
        bytes.count >= 14 && DatagramSignature.isName(bytes.extracting(droppingFirst: 2), isUsual: true)
    }

    private static func usualPorts(_ application: ApplicationProtocol) -> [UInt16] {
        switch application {
        case .ftp: [21, 990, 2121]
        case .smtp: [25, 465, 587, 2525]
        case .pop3: [110, 995]
        default: []
        }
    }
}
