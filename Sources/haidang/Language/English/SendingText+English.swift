import Drills
import NetTypes

extension SendingText {
    var english: String {
        switch self {
        case .refused(let refusal): Self.english(refusal)
        case .busy(let interface): "another drill is being sent to \(Escaping.shown(interface))"
        case .sent(let account, let interface):
            "\(Number.grouped(account.sent)) of \(Number.grouped(account.read)) frames sent to \(Escaping.shown(interface)) in "
                + "\(SpanText.short(.nanoseconds(Int64(clamping: account.duration)))); 99 of 100 within "
                + "\(Number.grouped(account.lateness.p99 / 1000)) µs of their time"
        case .unsent(let account): "Not sent: \(Self.list(account, Self.unsentWords))"
        case .sendingError(let error): Self.english(error)
        case .sentSoFar(let sent, let all): "\(Number.grouped(sent)) of \(Number.grouped(all)) frames"
        case .judgeLater(let folder):
            "Judge it by the log of the sensor that saw it: haidang drill score \(Escaping.shown(folder)) --events FILE"
        }
    }

    private static let unsentWords = [
        "cut by the capture", "too long for the interface", "of another link type",
        "refused by the interface", "not reached",
    ]

    private static func english(_ refusal: InterfaceRefusal) -> String {
        switch refusal {
        case .notAllowed(let interface, let allowed):
            "the drill does not allow \(Escaping.shown(interface))"
                + (allowed.isEmpty
                    ? "; it names no interface"
                    : "; it names \(Escaping.shown(allowed.joined(separator: ", ")))")
        case .missing(let interface): "there is no interface \(Escaping.shown(interface))"
        case .monitored(let interface, let name):
            "\(Escaping.shown(interface)) is monitored in production (\(Escaping.shown(name)) in live.interfaces)"
        case .shared(let interface, let name, let device):
            "\(Escaping.shown(interface)) goes through \(Escaping.shown(device)), as \(Escaping.shown(name)) does, which is "
                + "monitored in production"
        }
    }

    private static func english(_ error: SendingError) -> String {
        switch error {
        case .capture(let error): ProblemText.capture(error).english
        case .otherLink(let interface, let capture, let linkType):
            "the frames of the drill are of link type \(capture.rawValue), those of \(Escaping.shown(interface)) of "
                + "\(linkType.rawValue)"
        case .lost(let interface, let account):
            "\(Escaping.shown(interface)) went away after \(Number.grouped(account.sent)) frames"
        case .badSpeed: "that is no pace"
        }
    }
}
