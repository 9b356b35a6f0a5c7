import Capture
import NetTypes

/// Why a capture was not sent to an interface, or not to its end.
public enum SendingError: Error, Equatable, Sendable {
    /// The capture or the interface cannot be used.
    case capture(CaptureError)
    /// The frames of the capture begin with something else than those of the interface; nothing was sent.
    case otherLink(interface: String, capture: LinkType, linkType: LinkType)
    /// The interface went down or away; what was sent until then.
    case lost(interface: String, account: SendingAccount)
    /// The speed is negative or no number.
    case badSpeed
}
