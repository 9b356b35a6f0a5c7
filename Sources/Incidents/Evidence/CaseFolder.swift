import NetTypes

/// Writes the folder of a case: what happened, the bytes that show it, and the means to prove that nobody changed them.
public enum CaseFolder {
    /// What was written.
    public struct Summary: Equatable, Sendable {
        /// The folder.
        public var path: String
        /// Its manifest.
        public var manifest: CaseManifest
        /// The hash of the first line of the custody log, which proves the folder when it is kept elsewhere.
        public var head: String
    }

    /// The file with the packets.
    static let packets = "packets.pcapng"
    /// Its folders.
    static let folders = [ObjectVault.folder, RuleText.folder]

    /// Writes a case below a folder, which is made when it is missing, under the incident's identifier.
    ///
    /// The name is there once everything is, and never before. Throws `exists` for a case that was written already, and
    /// otherwise `cannotWrite`, `tooLarge`, `interrupted` or `engine`; then nothing of it is left.
    public static func write(
        _ evidence: EvidenceCase, below parent: String, from source: inout some EvidenceSource,
        _ context: CaseContext
    ) throws(EvidenceError) -> Summary {
        let writer = try CaseWriter(
            parent: parent, name: evidence.incident.id.description, limits: context.limits)
        for folder in folders { try writer.makeFolder(folder) }
        let request = EvidenceRequest(evidence)
        var account = EvidenceAccount()
        if request.payload == .none {
            account.missing = withheld(evidence, request)
        } else {
            account = try gather(evidence, request, &source, context, writer)
        }
        if evidence.incident.detections > UInt64(evidence.detections.count) {
            let rest = evidence.incident.detections - UInt64(evidence.detections.count)
            account.missing.append(
                EvidenceGap(
                    kind: "detections", name: "\(rest)", reason: "they were counted and not kept one by one"))
        }
        try writeDocuments(evidence, context, writer, &account)
        return try finish(CaseManifest(request, evidence, context, account), context, writer)
    }

    /// What a network that keeps no payload keeps back.
    private static func withheld(_ evidence: EvidenceCase, _ request: EvidenceRequest) -> [EvidenceGap] {
        let reason = "the network at one end keeps no payload"
        return request.flows.map { EvidenceGap(kind: "packets", name: $0.name, reason: reason) }
            + objectNames(evidence).map { EvidenceGap(kind: "object", name: $0, reason: reason) }
    }

    private static func gather(
        _ evidence: EvidenceCase, _ request: EvidenceRequest, _ source: inout some EvidenceSource,
        _ context: CaseContext, _ writer: CaseWriter
    ) throws(EvidenceError) -> EvidenceAccount {
        var asked = request
        if context.objects == .none { asked.objects = [] }
        let file = try writer.file(packets, "packets")
        let vault = ObjectVault(context.objects, writer)
        let intake = EvidenceIntake(packets: file, vault: vault, wanted: asked.objects)
        var account = try source.gather(asked, into: intake)
        if let failure = intake.failure { throw failure }
        try file.close()
        try vault.finish()
        let reason: String? =
            switch (request.payload, context.objects) {
            case (.keep, .none): "no key to seal it with was given, and no zip was asked for"
            case (.keep, _): nil
            default: "the network at one end keeps no payload but its hash"
            }
        let wanted = reason == nil ? intake.missing : objectNames(evidence)
        for sha256 in wanted {
            account.missing.append(
                EvidenceGap(
                    kind: "object", name: sha256,
                    reason: reason ?? vault.refused[sha256]
                        ?? "it was not found again in the packets of the case"))
        }
        return account
    }

    private static func objectNames(_ evidence: EvidenceCase) -> [String] {
        let names = evidence.detections.filter { !$0.object.kind.isRaw }
            .compactMap { $0.object.sha256?.hexadecimal }
        return Set(names).sorted()
    }

    /// Writes manifest and custody log, and gives the folder its name.
    private static func finish(
        _ manifest: CaseManifest, _ context: CaseContext, _ writer: CaseWriter
    ) throws(EvidenceError) -> Summary {
        var manifest = manifest
        manifest.files = writer.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let bytes = manifest.bytes
        try writer.write(bytes, CaseManifest.name, "manifest")
        let first = CustodyLog.beginning(
            manifest: bytes, context,
            detail: "\(manifest.files.count) files, \(manifest.missing.count) missing")
        try writer.write(first.bytes, CustodyLog.name, "custody")
        try writer.write(CustodyLog.head(first.hash), CustodyLog.headName, "custody")
        return Summary(path: try writer.settle(), manifest: manifest, head: first.hash)
    }
}
