import Incidents

extension ExportText {
    var english: String {
        switch self {
        case .command: "Hand an incident to other systems, in their format."
        case .id: "The incident's identifier, such as HD-20261128-3KF7Q2MD."
        case .format: "The format: eve (lines of the event log), ocsf, misp or stix."
        case .tlp: "The label of TLP 2.0: RED, AMBER+STRICT, AMBER, GREEN or CLEAR; AMBER+STRICT without it."
        case .output: "The file to write, which only its owner may read; standard output without it."
        case .payload: "Also give the bytes that matched, where the policy of both networks allows it."
        case .error(.secret(unit: let unit), let id):
            "\(id) is not exported: the network of \(Escaping.shown(unit)) is marked secret, and nothing leaves it"
        case .error(.nothingMayLeave, let id):
            "\(id) is not exported: all its detections are of networks marked secret, or cannot be read to tell"
        case .withheld(let count):
            "\(Number.grouped(count)) detections are not exported: they are of networks marked secret, or cannot be read to tell"
        case .drill: "an incident of a drill is not exported: other systems would take it for a real one"
        case .leftOut(let count, let limit):
            "\(Number.grouped(count)) detections are not in the export, which holds \(Number.grouped(limit)) at most, the earliest"
        }
    }
}
