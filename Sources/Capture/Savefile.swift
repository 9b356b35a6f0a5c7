import NetTypes

/// A savefile as a source of frames: pcap or pcapng, plain or compressed, from a file, a pipe or standard input.
///
/// It is read once, from front to back, and frames are numbered from 1 through all sections. Nothing in it can make
/// reading fail: where it stops making sense it ends, and `verdict` says why.
///
/// Of a gzip or xz file that was cut short every frame is read that the bytes before the cut hold. The other
/// compressions work in blocks, and the block that the cut is in is lost: up to 128 KiB of the savefile for zstd,
/// 900 kB for bzip2 and 4 MiB for lz4. One that is cut inside its first block is refused, with that as the reason.
public struct Savefile: ~Copyable, FrameSource {
    private let path: String
    private let file: ByteReader
    private let content: ByteReader
    // At most one of the two is there; none when the file was cut inside its own header, or once it has ended.
    private var classic: PcapReader?
    private var blocks: PcapngReader?
    private var frames: UInt64 = 0

    /// Whether the file was read to its proper end: meaningful once `withNextFrame` has returned false, and
    /// `partial` until then.
    public private(set) var verdict: SavefileVerdict
    /// Frames that whoever captured the file says it has lost, by the statistics of interfaces in a pcapng file: of each
    /// interface of each section the last that is said. Meaningful once `withNextFrame` has returned false, and 0 until then;
    /// 2^40 at the most, since it is a claim of the file.
    public private(set) var framesLost: UInt64 = 0

    /// Opens a savefile and reads its header; `-` is standard input, which is not closed afterwards. With `hashes` its bytes
    /// are hashed as they are read, for `digest`.
    ///
    /// Throws `missing`, `unreadable` with the system's word, or `notASavefile` with a clause that says what it is
    /// instead, such as "is a folder", "is empty" or "begins with 89 50 4e 47".
    public init(
        path: String, configuration: CaptureConfiguration = .init(), hashes: Bool = false
    ) throws(CaptureError) {
        try self.init(path: path, parts: nil, configuration, hashes: hashes)
    }

    /// Opens a savefile that is made of these parts of a file, one after another; nil for all of it.
    init(
        path: String, parts: [FileExtent]?, _ configuration: CaptureConfiguration = .init(),
        hashes: Bool = false
    ) throws(CaptureError) {
        let opened = try OpenedSavefile(path: path, parts: parts, hashes: hashes)
        classic = Self.classic(opened, configuration)
        blocks = Self.blocks(opened, configuration)
        self.path = path
        file = opened.file
        content = opened.content
        verdict = .partial(reason: opened.isCut ? "cut short inside the file header" : "not read to its end")
    }

    /// The reader of a classic pcap file; nil for other files, and for one that was cut inside its header.
    private static func classic(
        _ opened: OpenedSavefile, _ configuration: CaptureConfiguration
    ) -> PcapReader? {
        guard case .pcap(let signature) = opened.format, let linkType = signature.linkType else { return nil }
        return PcapReader(opened.content, signature, linkType, largestFrame: configuration.largestFrame)
    }

    private static func blocks(
        _ opened: OpenedSavefile, _ configuration: CaptureConfiguration
    ) -> PcapngReader? {
        guard case .pcapng = opened.format else { return nil }
        return PcapngReader(opened.content, configuration: configuration)
    }

    /// Bytes of the file on disk that were read so far, for a progress bar; reading runs ahead of the frames by a
    /// buffer or two.
    public var bytesRead: UInt64 { file.bytesRead }

    /// Bytes of the file on disk when it was opened; nil for standard input, pipes and devices.
    public var fileSize: UInt64? { file.size }

    /// SHA-256 of the file's bytes on disk, compressed as they are: once, after the last frame. What comes behind the frames,
    /// as in a damaged file, is read for it, in steps of up to 128 KiB.
    ///
    /// Nil where it was not asked for when the savefile was opened, for standard input, pipes and devices, where the system
    /// fails to read on, and where `goesOn`, which is asked after each step with the bytes read so far, says no.
    public func digest(goesOn: (_ bytesRead: UInt64) -> Bool) -> [UInt8]? {
        file.finishDigest(goesOn: goesOn)
    }

    /// Lends the next frame to `body`; false when there is none left, and from then on.
    ///
    /// The bytes are valid only inside `body`. They may be none, and more than the wire length says. Throws
    /// `unreadable` when the operating system fails to read on, and returns false after that.
    public mutating func withNextFrame(
        _ body: (FrameHeader, Span<UInt8>) -> Void
    ) throws(CaptureError) -> Bool {
        do throws(SavefileDamage) {
            if try lendNext(body) {
                frames += 1
                return true
            }
            if classic == nil, blocks == nil { return false }
            end(.complete)
        } catch {
            end(.partial(reason: reason(error.reason)))
        }
        switch content.failure {
        case nil: return false
        case .damage(let why):
            verdict = .partial(reason: reason(why))
            return false
        case .system(let why):
            verdict = .partial(reason: reason(why))
            throw .unreadable(path: path, reason: why)
        }
    }

    private mutating func lendNext(
        _ body: (FrameHeader, Span<UInt8>) -> Void
    ) throws(SavefileDamage) -> Bool {
        if let lent = try classic?.withNextFrame(number: frames + 1, body) { return lent }
        return try blocks?.withNextFrame(number: frames + 1, body) ?? false
    }

    private mutating func end(_ verdict: SavefileVerdict) {
        self.verdict = verdict
        framesLost = blocks?.framesLost ?? 0
        classic = nil
        blocks = nil
    }

    private func reason(_ clause: String) -> String {
        frames == 0 ? "before the first frame: \(clause)" : "after frame \(frames): \(clause)"
    }
}
