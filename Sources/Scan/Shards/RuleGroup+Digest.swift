import NetTypes

extension RuleGroup {
    /// The first bytes of SHA-256 over all that decides what these rules find: their namespace, the modules that their conditions name, and
    /// their own text, comments too. `pieces` are those of the file that they are places in.
    func digest(of pieces: [RulePiece], _ namespace: String) -> [UInt8] {
        let digest = Digest(.sha256)
        digest.update(parts: [Array(namespace.utf8)])
        digest.update(parts: modules.map { Array($0.utf8) })
        digest.update(parts: rules.map { pieces[$0].bytes })
        return Array(digest.finish().prefix(RuleSet.digestLength))
    }
}

extension Digest {
    /// Adds parts, each with its length before it (8 bytes, big-endian), so that no two lists of parts give the same bytes.
    func update(parts: [[UInt8]]) {
        for part in parts {
            let length = (0..<8).reversed().map { UInt8(truncatingIfNeeded: part.count >> ($0 * 8)) }
            update(length.span)
            update(part.span)
        }
    }
}
