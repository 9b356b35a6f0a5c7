import NetTypes

/// Puts objects into a case folder in the way that was chosen, named by their SHA-256 and by nothing else.
final class ObjectVault {
    /// The folder of objects below the case folder.
    static let folder = "objects"
    /// The zip with all objects.
    static let archive = folder + "/objects.zip"

    /// Objects that were left out by a limit, by SHA-256, and why.
    private(set) var refused: [String: String] = [:]

    private let protection: ObjectProtection
    private let writer: CaseWriter
    private var zip: InfectedZip?
    private var count = 0

    init(_ protection: ObjectProtection, _ writer: CaseWriter) {
        self.protection = protection
        self.writer = writer
    }

    /// Protects an object and writes it; false when it is left out.
    func put(_ content: [UInt8], sha256: String) throws(EvidenceError) -> Bool {
        guard refused[sha256] == nil else { return false }
        guard content.count <= writer.limits.object else {
            refused[sha256] = "it is larger than \(writer.limits.object) bytes"
            return false
        }
        guard count < writer.limits.objects else {
            refused[sha256] = "there are more than \(writer.limits.objects) objects"
            return false
        }
        switch protection {
        case .none: return false
        case .sealed(let key): try seal(content, sha256, key)
        case .zip: try pack(content, sha256)
        }
        count += 1
        return true
    }

    private func seal(_ content: [UInt8], _ sha256: String, _ key: EvidenceKey) throws(EvidenceError) {
        let file = try writer.file(Self.folder + "/" + sha256 + SealedObject.suffix, "object")
        try SealedObject.seal(content, for: key) { (piece) throws(EvidenceError) in try file.write(piece) }
        try file.close()
    }

    private func pack(_ content: [UInt8], _ sha256: String) throws(EvidenceError) {
        if zip == nil { zip = try InfectedZip(path: try writer.foreignFile(Self.archive)) }
        try writer.reserve(content.count)
        try zip?.add(content, name: sha256)
    }

    /// Ends the zip, where there is one.
    func finish() throws(EvidenceError) {
        guard let zip else { return }
        try zip.close()
        self.zip = nil
        try writer.adopt(Self.archive, "objects")
    }
}
