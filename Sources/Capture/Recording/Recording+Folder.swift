import NetTypes

/// What else is in the folder: the files of before, their indexes, and the limit over all of them.
extension Recording {
    /// Files whose indexes are made anew at the start, the newest first. A sudden end leaves one without; where more
    /// are, somebody removed them, and reading everything would delay the start by too much.
    private static let mostRebuilt = 8

    /// Looks at what is there of us, clears away what a sudden end left behind, and makes indexes that are missing.
    mutating func takeStock(
        of entries: [RecordingFolder.Entry], _ identify: (FrameHeader, Span<UInt8>) -> CommunityDigest?
    ) {
        var sizes: [String: UInt64] = [:]
        for entry in entries { sizes[entry.name] = entry.size }
        let names = sizes.keys.compactMap { RecordingName($0) }
            .sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
        clearAway(Set(names.map(\.text)), sizes)
        for name in names {
            finished.append(
                FinishedFile(name: name, size: (sizes[name.text] ?? 0) + (sizes[name.index] ?? 0)))
        }
        used = finished.reduce(0) { $0 + $1.size }
        nextNumber = RecordingName.number(after: names.map(\.number).max() ?? 0)
        let without = finished.indices.filter { sizes[finished[$0].name.index] == nil }
        for place in without.suffix(Self.mostRebuilt) {
            let name = finished[place].name
            let file = RecordedFile(name.text, size: finished[place].size, folder: folder.path)
            // A file that cannot be read now cannot be read by a search either; it is no reason not to record.
            let index = try? file.rebuiltIndex(blockSize: configuration.blockSize, identify)
            guard let bytes = index?.bytes, store(bytes, for: name) else { continue }
            // Making room may have moved it, but only forwards and never away.
            guard let now = finished.firstIndex(where: { $0.name == name }) else { continue }
            finished[now] = FinishedFile(name: name, size: finished[now].size + UInt64(bytes.count))
        }
    }

    /// Removes parts of indexes, and indexes of files that are gone.
    private func clearAway(_ files: Set<String>, _ sizes: [String: UInt64]) {
        for name in sizes.keys {
            for suffix in [RecordingName.indexSuffix, RecordingName.partSuffix] where name.hasSuffix(suffix) {
                let stem = String(name.dropLast(suffix.count))
                guard RecordingName(stem) != nil else { continue }
                if suffix == RecordingName.partSuffix || !files.contains(stem) { _ = folder.remove(name) }
            }
        }
    }

    /// Writes an index; false when that fails, which leaves its file to be read whole.
    mutating func store(_ bytes: [UInt8], for name: RecordingName) -> Bool {
        do throws(RecordingFailure) {
            try makeRoom(for: UInt64(bytes.count))
            try folder.store(bytes, as: name.index, part: name.part)
        } catch {
            return false
        }
        used += UInt64(bytes.count)
        return true
    }

    /// Removes the oldest files until so many bytes more are within the limit.
    mutating func makeRoom(for bytes: UInt64) throws(RecordingFailure) {
        guard let limit = configuration.limit else { return }
        while used + bytes > limit {
            guard let oldest = finished.first else {
                throw RecordingFailure(reason: "the limit of the folder is reached")
            }
            // The index first: a file without one is still found, an index without its file is nothing.
            if let failure = folder.remove(oldest.name.index) ?? folder.remove(oldest.name.text) {
                throw failure
            }
            finished.removeFirst()
            used -= min(used, oldest.size)
            statistics.removed += 1
            notify(.removed(file: oldest.name.text, bytes: oldest.size))
        }
    }
}
