import Incidents

extension ReportNotice {
    var english: String {
        switch self {
        case .warning(let warning): Self.english(warning)
        case .missing(let key, let label):
            "missing: \(Escaping.shown(label.english)) (--set \(Escaping.shown(key))=…)"
        case .unverified(let profile, let basis):
            "\(Escaping.shown(profile)): not compared with the original: "
                + basis.map(Escaping.shown).joined(separator: "; ")
        case .span(.atOnce): "at once"
        case .span(.hours(let count)): "\(count) hours"
        case .span(.days(let count)): "\(count) days"
        }
    }

    private static func english(_ warning: ReportWarning) -> String {
        switch warning {
        case .privateAddressesLeftOut(let count): "left out \(count) internal addresses"
        case .privateAddressInAnswer(let key, let address):
            "\(Escaping.shown(key)) names the internal address \(address); this form takes those on the Internet alone"
        case .unknownChoice(let key, let choice):
            "\(Escaping.shown(key)): there is no box \(Escaping.shown(choice))"
        case .severalChoices(let key): "\(Escaping.shown(key)) takes one box, so none is ticked"
        case .rowsLeftOut(let key, let count):
            "\(Escaping.shown(key)): left out \(Number.grouped(count)) rows"
        case .isFalsePositive: "this incident is a false positive"
        case .isMerged(let other): "this incident was merged into \(other)"
        case .secretNetwork: "a network that keeps no payload: what the traffic carried was left out"
        case .noSystem:
            "the victim's address lies in no system of the organisation; name one by --set system=…"
        case .unknownSystem(let id): "the organisation has no system \(Escaping.shown(id))"
        case .unverified(let count):
            "\(count) provisions were not compared with the original; the foot of the form names them"
        }
    }
}
