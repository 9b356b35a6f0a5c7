import NetTypes

extension ParserOutput {
    /// How many times `mostMembers` are taken out of one object in all, over all archives that lie inside it.
    private static let archivesPerObject = 10

    /// Takes the members out of an object, and out of members that are archives themselves, down to
    /// `configuration.nesting`. Returns what ended meanwhile, in order: first what had not been taken yet, which is
    /// opened as well, and then the members, with their depth. Nothing in it needs to be opened again.
    ///
    /// All that comes out of one object is at most `objectBudget` bytes and ten times `mostMembers` members, so that
    /// archives in archives cannot multiply what one may come to.
    func open(_ object: ExtractedObject) -> [ExtractedObject] {
        var found = takeFinished()
        let before = origin
        defer { origin = before }
        var limits = configuration
        let most = configuration.mostMembers.multipliedReportingOverflow(by: Self.archivesPerObject)
        var left = most.overflow ? configuration.mostMembers : most.partialValue
        var next = 0
        var archive = Self.isArchive(object) ? object : nil
        while true {
            if let archive, archive.depth < configuration.nesting, left > 0, limits.objectBudget > 0 {
                limits.mostMembers = min(configuration.mostMembers, left)
                let members = self.members(of: archive, limits)
                left -= members.filter { $0.depth > 0 }.count
                limits.objectBudget -= members.reduce(0) { $0 + ($1.depth > 0 ? $1.bytes.count : 0) }
                found += members
            } else if archive != nil {
                note(.archiveLimit)
            }
            guard let following = found[next...].firstIndex(where: { Self.isArchive($0) }) else {
                return found
            }
            archive = found[following]
            next = following + 1
        }
    }

    private static func isArchive(_ object: ExtractedObject) -> Bool {
        ArchiveOpener.looksLikeArchive(object.bytes.span)
    }

    /// Makes objects of the members of one archive. Others that were ended to make room come along with no depth.
    private func members(of archive: ExtractedObject, _ limits: AppLayerConfiguration) -> [ExtractedObject] {
        let record = archive.record
        origin.flow = record.flow
        origin.direction = record.direction
        origin.frame = record.lastFrame
        origin.timestamp = record.timestamp
        var found: [ExtractedObject] = []
        let outcome = ArchiveOpener().members(of: archive.bytes, limits) { path, content, incomplete in
            let id = begin(
                ObjectDescription(
                    application: record.application, kind: .archiveMember, direction: record.direction,
                    name: path,
                    transaction: record.transaction, parent: record.number,
                    frames: record.firstFrame...max(record.firstFrame, record.lastFrame)))
            append(content, to: id)
            let number = end(id, incomplete)?.number
            for var ended in takeFinished() {
                let isMember = ended.record.number == number && ended.record.flow.id == record.flow.id
                if isMember { ended.depth = archive.depth + 1 }
                found.append(ended)
            }
        }
        switch outcome {
        case .whole: break
        // An archive that lacks bytes itself says that already.
        case .damaged: if record.incomplete == nil { note(.archiveMalformed) }
        case .limit: note(.archiveLimit)
        }
        return found
    }
}
