import Incidents
import NetTypes

/// What an `alert` event says, ours or that of another sensor that writes EVE.
struct SeenAlert {
    /// When.
    let time: Timestamp?
    /// Who sent the bytes, and whom to; nil where it is not said.
    let source, destination: Endpoint?
    /// Namespace, slash, name of the rule; of another sensor its signature.
    let rule: String
    /// The category; empty where it is not said.
    let category: String
    /// The ATT&CK techniques that the rule names.
    let techniques: [AttackTechnique]
    /// The flow; nil where it is not said.
    let flow: Int64?

    /// The places in which rules name techniques.
    private static let techniquePaths =
        MetadataReader.techniqueKeys.flatMap { ["yara.meta.\($0)", "alert.metadata.\($0)"] }
        + ["yara.tags", "alert.metadata.tag", "alert.metadata.mitre_technique_id"]

    /// The most bytes of a name that are kept.
    private static let longestName = 256

    /// An alert from its event.
    init(_ event: LoggedEvent) {
        time = event.timestamp
        (source, destination) = (event.endpoint("src"), event.endpoint("dest"))
        flow = event.number("flow_id")
        let name = event.text("yara.rule").map { rule in
            event.text("yara.namespace").map { "\($0)/\(rule)" } ?? rule
        }
        rule = Self.short(name ?? event.text("alert.signature") ?? "")
        category = Self.short(event.text("yara.meta.category") ?? event.text("alert.category") ?? "")
        var techniques: [AttackTechnique] = []
        for word in Self.techniquePaths.flatMap({ event.texts($0) }) where word.utf8.count < 16 {
            guard let technique = AttackTechnique(word.uppercased()), !techniques.contains(technique) else {
                continue
            }
            techniques.append(technique)
        }
        self.techniques = techniques
    }

    private static func short(_ text: String) -> String {
        text.utf8.count <= longestName ? text : String(decoding: text.utf8.prefix(longestName), as: UTF8.self)
    }
}
