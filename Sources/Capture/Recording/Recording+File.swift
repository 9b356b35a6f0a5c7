import NetTypes

/// The file that is being written: its blocks, its end, and what happens when it cannot be written.
extension Recording {
    /// How often a name that is taken is passed over.
    private static let mostNames = 1000

    /// Writes the block in memory.
    public mutating func flush() {
        guard blockFrames > 0, file != nil else { return }
        do throws(RecordingFailure) {
            if file?.name == nil { try create() }
            let written = try write(block.bytes)
            take(written)
        } catch {
            fail(error.reason)
        }
    }

    /// Writes the block in memory and finishes the file.
    mutating func endFile() {
        flush()
        tellLosses()
        conclude()
    }

    /// Writes at the end of the file what was lost. Where that fails the next file says it: it is no reason to lose this one.
    private mutating func tellLosses() {
        guard let open = file, open.frames > 0, !losses.isEmpty else { return }
        let (start, end) = (lossesTold ?? open.firstTime, timer.now ?? open.firstTime)
        var writer = PcapngWriter(capacity: 128 * losses.count)
        for (place, account) in losses.enumerated() {
            writer.losses(interface: UInt32(place), account.untold, from: start, to: end)
        }
        do throws(RecordingFailure) {
            _ = try write(writer.bytes)
        } catch {
            folder.cut(to: open.length)
            return
        }
        for place in losses.indices { losses[place].tell() }
        lossesTold = end
    }

    /// The block is in the file, and takes so many bytes there.
    private mutating func take(_ length: UInt64) {
        guard var open = file.take() else { return }
        if open.builder.blocks.isEmpty { statistics.files += 1 }
        open.builder.endBlock(FileExtent(offset: open.length - length, length: length))
        open.frames += blockFrames
        file = open
        statistics.written += blockFrames
        statistics.bytes += blockBytes
        emptyBlock()
        guard statistics.failure != nil else { return }
        statistics.failure = nil
        notify(.resumed(lost: statistics.lost - lostBefore))
    }

    private mutating func emptyBlock() {
        block.removeAll()
        blockFrames = 0
        blockBytes = 0
        for place in losses.indices { losses[place].inBlock = 0 }
    }

    /// Makes the file, and writes what comes before the first block.
    private mutating func create() throws(RecordingFailure) {
        guard let time = file?.firstTime else { return }
        for _ in 0..<Self.mostNames {
            let name = RecordingName(time, number: nextNumber, configuration.compression)
            nextNumber = RecordingName.number(after: nextNumber)
            guard try folder.begin(name.text) else { continue }
            file?.name = name
            var header = PcapngWriter(capacity: 4 << 10)
            let machine = RecordingFolder.machine()
            header.section(
                hardware: machine.hardware, system: machine.system, application: configuration.application)
            for interface in interfaces { header.interface(interface) }
            let length = try write(header.bytes)
            file?.headerLength = length
            return
        }
        throw RecordingFailure(reason: "all names are taken")
    }

    /// Writes bytes, compressed if they are to be, and makes room for them first; how many that took.
    private mutating func write(_ bytes: [UInt8]) throws(RecordingFailure) -> UInt64 {
        guard configuration.compression == .gzip else { return try writeAsIs(bytes) }
        guard let member = compressor?.member(bytes) else {
            throw RecordingFailure(reason: "there is no memory left to compress")
        }
        return try writeAsIs(member)
    }

    private mutating func writeAsIs(_ bytes: [UInt8]) throws(RecordingFailure) -> UInt64 {
        let length = UInt64(bytes.count)
        try makeRoom(for: length)
        try folder.append(bytes)
        file?.length += length
        used += length
        return length
    }

    /// Writing failed: the block is lost, the file ends before it, and recording stops for some seconds.
    private mutating func fail(_ reason: String) {
        if statistics.failure == nil {
            lostBefore = statistics.lost
            notify(.stopped(reason: reason))
        }
        statistics.failure = reason
        statistics.lost += blockFrames
        for place in losses.indices { losses[place].unwritten += losses[place].inBlock }
        emptyBlock()
        isStopped = true
        timer.fail()
        folder.cut(to: file?.length ?? 0)
        conclude()
    }

    /// Closes the file and writes its index. A file without frames goes again.
    private mutating func conclude() {
        guard let open = file.take() else { return }
        folder.end()
        guard let name = open.name else { return }
        guard open.frames > 0 else {
            if folder.remove(name.text) == nil { used -= open.length }
            return
        }
        let index = open.builder.index(fileLength: open.length, headerLength: open.headerLength).bytes
        let isIndexed = store(index, for: name)
        let length = open.length + (isIndexed ? UInt64(index.count) : 0)
        finished.append(FinishedFile(name: name, size: length))
        notify(
            .finished(file: name.text, frames: open.frames, bytes: open.length, isIndexed: isIndexed))
    }
}
