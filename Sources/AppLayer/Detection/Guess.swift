import NetTypes

/// What the first bytes of a direction say about the protocol.
///
/// Guesses only ever get firmer as bytes come: `unsure` may become anything, the others stay. So it does not matter
/// in which pieces the bytes came.
enum Guess: Equatable {
    /// Too few bytes yet.
    case unsure
    /// This one.
    case known(ApplicationProtocol)
    /// A greeting or command that several mail and file protocols share; the other direction or the port decides.
    case shared([ApplicationProtocol])
    /// None that is known.
    case none
}
