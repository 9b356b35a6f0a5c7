import NetTypes

/// An object that is growing.
struct OpenObject {
    let description: ObjectDescription
    /// Its place among all objects of the inspector, and among those of its flow.
    let serial: UInt64
    let number: UInt64
    let flow: FlowContext
    var name: String
    var contentType: String
    var firstFrame: UInt64
    var lastFrame: UInt64
    var timestamp: Timestamp
    /// The bytes kept, from the start; where nothing was written they are zero.
    private var buffer = ByteBuffer()
    /// Bytes that came.
    private(set) var received: UInt64 = 0
    /// Bytes that came and were not kept.
    private(set) var truncated: UInt64 = 0
    /// Bytes that came and were left out under pressure, all from one place on.
    private(set) var shed: UInt64 = 0
    /// Where the next bytes go when they are appended.
    private(set) var end: UInt64 = 0
    var hasGap = false
    /// What was written, when it was not written from front to back.
    private var written = ByteCoverage(limit: mostRanges)
    private var isSequential = true
    private let sha256: Digest?
    private let md5: Digest?
    private let limit: Int
    private let budget: Int

    private static let mostRanges = 4096
    private static let largestHole: UInt64 = 4 << 20

    init(
        _ description: ObjectDescription, _ origin: Origin, serial: UInt64, number: UInt64,
        _ configuration: AppLayerConfiguration
    ) {
        self.description = description
        self.serial = serial
        self.number = number
        flow = origin.flow
        name = description.name
        contentType = description.contentType
        firstFrame = description.frames?.lowerBound ?? origin.frame
        lastFrame = description.frames?.upperBound ?? origin.frame
        timestamp = origin.timestamp
        sha256 = configuration.sha256 ? Digest(.sha256) : nil
        md5 = configuration.md5 ? Digest(.md5) : nil
        limit = configuration.largestObject
        budget = configuration.objectBudget
    }

    /// What keeping its bytes costs in memory.
    var cost: Int { buffer.reserved }

    /// What keeping its bytes will cost when so many more come, at the end or at `offset`; `kept` is the cost of all
    /// objects.
    func cost(afterTaking count: Int, at offset: UInt64?, kept: Int) -> Int {
        let place = offset ?? end
        guard place <= UInt64(limit), isSequential && place == end || canPlace(count, at: place) else {
            return buffer.reserved
        }
        let needed = max(buffer.count, Int(place) + min(count, limit - Int(place)))
        let ample = min(limit, max(needed, 2 * buffer.reserved))
        return buffer.reservation(toHold: needed, ample: ample, limit: limit, kept: kept, budget: budget)
    }

    /// Reserves memory for bytes that will come.
    mutating func reserve(_ cost: Int) {
        buffer.reserve(cost)
    }

    /// Adds bytes at the end; how many of them are not kept.
    mutating func append(_ more: Span<UInt8>, _ origin: Origin) -> Int {
        guard isSequential else { return write(more, at: end, origin) }
        touch(origin)
        sha256?.update(more)
        md5?.update(more)
        received += UInt64(more.count)
        end += UInt64(more.count)
        let room = min(more.count, max(0, limit - buffer.count))
        buffer.append(copying: more.extracting(first: room))
        truncated += UInt64(more.count - room)
        return more.count - room
    }

    /// True when an offset is where the next bytes go, and all before came in order.
    func isNext(_ offset: UInt64) -> Bool { isSequential && offset == end }

    /// Passes over bytes at the end: neither kept nor in the digest.
    mutating func shed(_ count: Int, _ origin: Origin) {
        touch(origin)
        received += UInt64(count)
        end += UInt64(count)
        shed += UInt64(count)
    }

    /// Puts bytes at a place; how many of them are not kept.
    mutating func write(_ more: Span<UInt8>, at offset: UInt64, _ origin: Origin) -> Int {
        if isSequential, offset == end { return append(more, origin) }
        touch(origin)
        if isSequential {
            isSequential = false
            _ = written.add(0..<end)
        }
        received += UInt64(more.count)
        guard canPlace(more.count, at: offset) else {
            hasGap = true
            truncated += UInt64(more.count)
            return more.count
        }
        let last = offset + UInt64(more.count)
        buffer.write(copying: more, at: Int(offset))
        _ = written.add(offset..<last)
        end = max(end, last)
        return 0
    }

    /// True when bytes that do not come in their turn can be kept.
    private func canPlace(_ count: Int, at offset: UInt64) -> Bool {
        let (last, overflow) = offset.addingReportingOverflow(UInt64(count))
        // A few bytes far behind the others would make an object of zeros as large as the limit.
        let isFar = offset > end && offset - end > Self.largestHole
        // Scattered writes cost time in proportion to their number; nobody who writes a file needs that many holes.
        return !overflow && last <= UInt64(limit) && !isFar && written.ranges.count < Self.mostRanges
    }

    private mutating func touch(_ origin: Origin) {
        guard description.frames == nil else { return }
        firstFrame = min(firstFrame, origin.frame)
        lastFrame = max(lastFrame, origin.frame)
        timestamp = max(timestamp, origin.timestamp)
    }

    /// True when every byte up to the end came.
    private var isWhole: Bool {
        isSequential || end == 0 || written.reaches(end)
    }

    /// Ends it; the reason that its parser gives for not being whole, or nil.
    consuming func close(_ reason: FileRecord.Reason?) -> ExtractedObject {
        let why: FileRecord.Reason? =
            truncated > 0 ? .limit : shed > 0 ? .shed : hasGap || !isWhole ? (reason ?? .gap) : reason
        let bytes = buffer.bytes
        let whole = sha256.map { isSequential ? $0.finish() : Digest.of(bytes.span) }
        let kept = bytes.count
        let object = ScannedObject(
            kind: description.kind, name: name, size: UInt64(kept),
            sha256: whole.map { truncated == 0 ? $0 : Digest.of(bytes.span) }, complete: why == nil)
        let record = FileRecord(
            flow: flow, direction: description.direction, application: description.application,
            object: object,
            number: number, parent: description.parent, transaction: description.transaction,
            contentType: contentType, fileType: "", size: isSequential ? received : end, sha256: whole ?? [],
            md5: isSequential ? md5?.finish() : md5.map { _ in Digest.of(bytes.span, .md5) }, incomplete: why,
            timestamp: timestamp, firstFrame: firstFrame, lastFrame: lastFrame)
        return ExtractedObject(record: record, bytes: bytes)
    }
}
