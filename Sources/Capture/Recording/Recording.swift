import NetTypes

/// Writes frames to pcapng files in a folder: one after another, each with an index beside it, under limits of size,
/// time and space.
///
/// Frames gather in memory until a block is full or a second of capture time has passed. A block is written whole, so
/// a file can be read at any time, and what a sudden end leaves behind lacks at most that second; nothing waits for
/// the disk's own cache, so a loss of power may take more. A file comes into being with its first block.
///
/// Nothing here throws once it has begun. When writing fails, the block in memory is lost and counted, the file ends
/// before it, frames are counted as lost, and after some seconds of capture time a new file is tried.
///
/// Time is the frames' own. All that is written is written by the calling thread.
public struct Recording: ~Copyable {
    /// Interfaces beyond those of the start, for frames whose interface or link type was not named; a frame of one
    /// more is lost.
    static let mostExtraInterfaces = 256
    /// Notices that wait; when there are more the oldest is dropped.
    static let mostNotices = 1024

    /// A file that is being written, or will be with its first block.
    struct OpenFile {
        let firstTime: Timestamp
        /// Nil until it is there.
        var name: RecordingName?
        /// Bytes of it so far, all of them whole blocks.
        var length: UInt64 = 0
        /// Bytes of it before the first block.
        var headerLength: UInt64 = 0
        /// Frames in it.
        var frames: UInt64 = 0
        var builder = RecordingIndexBuilder()
    }

    /// A finished file and what it takes with its index.
    struct FinishedFile {
        let name: RecordingName
        let size: UInt64
    }

    private struct InterfaceKey: Equatable {
        let number: UInt16
        let linkType: LinkType
    }

    let configuration: RecordingConfiguration
    var folder: RecordingFolder
    let compressor: GzipCompressor?
    /// Every interface that files describe.
    var interfaces: [RecordingInterface]
    private var extras: [InterfaceKey] = []
    private let named: Int

    var timer = RecordingTimer()
    /// The block that is being filled, its frames, and their captured bytes.
    var block: PcapngWriter
    var blockFrames: UInt64 = 0
    var blockBytes: UInt64 = 0
    var file: OpenFile?
    /// What was lost of each interface that was named at the start, in that order.
    var losses: [LossAccount]
    /// How late it was when a file last said it; nil before the first.
    var lossesTold: Timestamp?

    /// Finished files, the one to be removed first at the front.
    var finished: [FinishedFile] = []
    /// Bytes of all files of ours in the folder.
    var used: UInt64 = 0
    var nextNumber: UInt64 = 1

    /// True from a failure until it is time to try again.
    var isStopped = false
    /// Frames lost before the failure that holds.
    var lostBefore: UInt64 = 0
    /// What became of the frames.
    public internal(set) var statistics = RecordingStatistics()
    private var notices: [RecordingNotice] = []

    /// Begins to record into a folder, which is made if need be. What is there of us stays, counts for the limit, and
    /// gets the indexes it lacks, for which `identify` says which flow a frame belongs to.
    ///
    /// Throws `missing`, `unreadable`, or `unwritable` when it cannot be made or another program records into it.
    public init(
        folder path: String, _ configuration: RecordingConfiguration, interfaces: [RecordingInterface],
        identify: (FrameHeader, Span<UInt8>) -> CommunityDigest?
    ) throws(CaptureError) {
        let opened = try RecordingFolder(path: path, forWriting: true)
        let entries = try opened.entries()
        self.configuration = configuration
        self.interfaces = interfaces
        named = interfaces.count
        losses = Array(repeating: LossAccount(), count: interfaces.count)
        compressor = configuration.compression == .gzip ? GzipCompressor() : nil
        folder = opened
        block = PcapngWriter(capacity: configuration.blockSize + 2048)
        takeStock(of: entries, identify)
    }

    /// Records a frame of a flow, nil for none. The bytes are copied.
    public mutating func record(_ header: FrameHeader, _ bytes: Span<UInt8>, flow: CommunityDigest?) {
        statistics.offered += 1
        advance(to: header.timestamp)
        guard !isStopped, bytes.count <= PcapngWriter.largestFrame, let interface = interface(of: header),
            !isStopped
        else {
            statistics.lost += 1
            if losses.indices.contains(Int(header.interface)) { losses[Int(header.interface)].unwritten += 1 }
            return
        }
        if file == nil {
            file = OpenFile(firstTime: header.timestamp)
            timer.beginFile()
        }
        if blockFrames == 0 { timer.beginBlock() }
        block.packet(interface: interface, header, bytes)
        file?.builder.note(flow, at: header.timestamp)
        blockFrames += 1
        if losses.indices.contains(Int(header.interface)) { losses[Int(header.interface)].inBlock += 1 }
        blockBytes += UInt64(bytes.count)
        if block.bytes.count >= configuration.blockSize { flush() }
        if isFileFull { endFile() }
    }

    /// What whoever captures from an interface has counted as lost since it began: the file that is written says it at its end,
    /// as far as none before has. The interface is one of those that were named at the start, by its place among them.
    public mutating func note(_ lost: RecordingLosses, of interface: Int) {
        if losses.indices.contains(interface) { losses[interface].reported = lost }
    }

    /// Moves capture time on when no frames come: writes what is due and ends the file when its time is over.
    public mutating func advance(to time: Timestamp) {
        timer.advance(to: time)
        if isStopped, timer.isRetryDue(after: configuration.retryInterval) { isStopped = false }
        guard file != nil else { return }
        if timer.isFileOver(after: configuration.fileTime) {
            endFile()
        } else if blockFrames > 0, timer.isFlushDue {
            flush()
        }
    }

    /// Writes what is in memory and ends the file. Recording may go on afterwards, with another one.
    public mutating func finish() {
        endFile()
    }

    /// What happened since the last call.
    public mutating func takeNotices() -> [RecordingNotice] {
        defer { notices.removeAll() }
        return notices
    }

    mutating func notify(_ notice: RecordingNotice) {
        if notices.count >= Self.mostNotices { notices.removeFirst() }
        notices.append(notice)
    }

    private var isFileFull: Bool {
        guard let file else { return false }
        // What compression will make of the block is not known yet.
        let waiting = compressor == nil ? UInt64(block.bytes.count) : 0
        return file.length + waiting >= configuration.largestFile || file.builder.isFull
    }

    /// The number of a frame's interface in the file. One that is not described yet begins another file, so that all
    /// descriptions come before all frames.
    private mutating func interface(of header: FrameHeader) -> UInt32? {
        let number = Int(header.interface)
        if number < named, interfaces[number].linkType == header.linkType { return UInt32(number) }
        let key = InterfaceKey(number: header.interface, linkType: header.linkType)
        if let place = extras.firstIndex(of: key) { return UInt32(named + place) }
        guard extras.count < Self.mostExtraInterfaces else { return nil }
        endFile()
        let known = number < named ? interfaces[number] : nil
        extras.append(key)
        interfaces.append(
            RecordingInterface(
                name: known?.name ?? "", linkType: header.linkType, snaplen: known?.snaplen ?? 0))
        return UInt32(interfaces.count - 1)
    }
}
