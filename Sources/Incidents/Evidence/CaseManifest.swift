import Foundation
import NetTypes

/// What a case folder holds: each file with its size and digest, and what is not in it.
public struct CaseManifest: Equatable, Sendable, Codable {
    /// Its file.
    public static let name = "manifest.json"
    /// The most bytes that one may have when it is read.
    static let largest = 256 << 20

    /// The incident.
    public var incident: String
    /// When it was exported, in the form of the event log.
    public var time: String
    /// Who exported it.
    public var person: String
    /// The machine.
    public var host: String
    /// Capture time of the first packet that was asked for.
    public var from: String
    /// That of the last one.
    public var to: String
    /// The payload policy that was kept: `keep`, `hash` or `none`.
    public var payload: String
    /// How objects are protected: `none`, `sealed` or `zip`.
    public var objects: String
    /// The public key that they are sealed for; empty without one.
    public var key: String
    /// The files but itself and the custody log, in the order of the bytes of their paths.
    public var files: [File]
    /// The flows whose packets were asked for.
    public var flows: [Flow]
    /// The places that packets were looked for in.
    public var sources: [EvidenceAccount.Origin]
    /// What belongs to the case and is not in it.
    public var missing: [EvidenceGap]

    /// A file of the folder.
    public struct File: Equatable, Sendable, Codable {
        /// Its path below the folder, with slashes.
        public var path: String
        /// Its bytes.
        public var size: UInt64
        /// Their SHA-256, hexadecimal.
        public var sha256: String
        /// What it is: `packets`, `object`, `objects`, `events`, `incident`, `journal`, `rule`, `rules`, `versions` or
        /// `losses`.
        public var purpose: String
    }

    /// A flow of the case.
    public struct Flow: Equatable, Sendable, Codable {
        /// Community ID, or the ends of a flow without one.
        public var flow: String
        /// Its packets in the folder.
        public var packets: UInt64
        /// True when they were cut after the transport header.
        public var cut: Bool
    }

    /// What its file holds: one JSON object on one line. The order of members, and the bytes, depend on nothing but the
    /// values.
    var bytes: [UInt8] {
        var json = JSONLine()
        json.root { json in
            json.member("format", "haidang-case")
            json.member("version", UInt64(1))
            json.member("incident", incident)
            json.member("time", time)
            json.member("person", person)
            json.member("host", host)
            json.member("from", from)
            json.member("to", to)
            json.member("payload", payload)
            json.member("objects", objects)
            json.member("key", key)
            json.list("files", files) { file, json in
                json.member("path", file.path)
                json.member("size", file.size)
                json.member("sha256", file.sha256)
                json.member("purpose", file.purpose)
            }
            json.list("flows", flows) { flow, json in
                json.member("flow", flow.flow)
                json.member("packets", flow.packets)
                json.member("cut", flag: flow.cut)
            }
            json.list("sources", sources) { source, json in
                json.member("path", source.path)
                json.member("kind", source.kind)
                json.member("packets", source.packets)
                json.member("damage", source.damage)
            }
            json.list("missing", missing) { gap, json in
                json.member("kind", gap.kind)
                json.member("name", gap.name)
                json.member("reason", gap.reason)
            }
        }
        return json.take() + [UInt8(ascii: "\n")]
    }

    /// A manifest from its file; nil for anything else.
    init?(_ bytes: [UInt8]) {
        guard let value = try? JSONDecoder().decode(CaseManifest.self, from: Data(bytes)) else { return nil }
        self = value
    }

    /// The manifest of a case that is being written.
    init(
        _ request: EvidenceRequest, _ evidence: EvidenceCase, _ context: CaseContext,
        _ account: EvidenceAccount
    ) {
        incident = evidence.incident.id.description
        time = context.time.description
        person = context.person
        host = context.host
        from = request.from.description
        to = request.to.description
        payload = request.payload.rawValue
        objects = context.objects.word
        key = ""
        if case .sealed(let sealer) = context.objects { key = sealer.name }
        files = []
        flows = request.flows.map {
            Flow(
                flow: $0.name, packets: account.packets[$0.name] ?? 0, cut: account.cut.contains($0.name))
        }
        sources = account.origins
        missing = account.missing
    }
}

extension JSONLine {
    /// Writes a member that is an array of objects.
    fileprivate mutating func list<Element>(
        _ key: String, _ elements: [Element], _ members: (Element, inout JSONLine) -> Void
    ) {
        array(key) { json in
            for element in elements {
                json.element { members(element, &$0) }
            }
        }
    }
}
