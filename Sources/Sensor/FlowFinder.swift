import Capture
import NetTypes
import Wire

/// Finds the frames of some flows, by Community ID and time, in savefiles and in folders that were recorded into.
public struct FlowFinder {
    /// Frames between two questions whether to go on.
    private static let interval: UInt64 = 1024

    private let digests: [CommunityDigest]
    private let places: [CommunityDigest: Int]
    private let from: Timestamp
    private let to: Timestamp
    private var flows: FlowNamer

    /// A finder of flows that were captured from one point in time to another, both included. `decoder` must be what
    /// they were recorded with. Nil when one of the texts is no Community ID of version 1.
    public init?(
        _ communityIDs: [String], from: Timestamp, to: Timestamp, decoder: DecoderConfiguration
    ) {
        let known = communityIDs.compactMap { CommunityDigest(text: $0) }
        guard known.count == communityIDs.count else { return nil }
        digests = known
        places = Dictionary(zip(known, known.indices)) { first, _ in first }
        self.from = from
        self.to = to
        flows = FlowNamer(decoder)
    }

    /// True for a text that this can look for.
    public static func isCommunityID(_ text: String) -> Bool { CommunityDigest(text: text) != nil }

    /// Lends the frames of the flows in a savefile, each with the place of its flow in the list, in the order of the
    /// file; the bytes are valid only inside `body`. `goesOn` is asked now and then, and ends the search by saying no.
    ///
    /// Throws as `Savefile` does. The verdict is that of what was read.
    public mutating func search(
        savefile path: String, goesOn: () -> Bool = { true },
        _ body: (Int, FrameHeader, Span<UInt8>) -> Void
    ) throws(CaptureError) -> SavefileVerdict {
        var savefile = try Savefile(path: path)
        var frames: UInt64 = 0
        while try savefile.withNextFrame({ lend($0, $1, body) }) {
            frames += 1
            if frames % Self.interval == 0, !goesOn() { break }
        }
        return savefile.verdict
    }

    /// The same in a folder that was, or is being, recorded into. The numbers of the frames mean nothing.
    ///
    /// Throws `missing` or `unreadable` when that is so of the folder; what is wrong with a file is a problem of the
    /// account.
    public mutating func search(
        recording folder: String, goesOn: () -> Bool = { true },
        _ body: (Int, FrameHeader, Span<UInt8>) -> Void
    ) throws(CaptureError) -> RecordingReader.Account {
        var account = RecordingReader.Account()
        for file in try RecordedFile.files(in: folder) where goesOn() {
            account.bytesRecorded += file.size
            do throws(CaptureError) {
                let part = try file.withCandidates(of: digests, from: from, to: to, goesOn: goesOn) {
                    if lend($0, $1, body) { account.frames += 1 }
                }
                account.bytesRead += part.bytesRead
                if part.isWhole { account.wholeFiles += 1 }
                if let reason = part.refusal { account.note(file.name, "its index was refused: \(reason)") }
                if case .partial(let reason) = part.verdict { account.note(file.name, reason) }
            } catch .missing {
                // The recording has removed it since the folder was listed.
            } catch .unreadable(_, let reason), .notASavefile(_, let reason) {
                account.note(file.name, reason)
            }
        }
        return account
    }

    /// Lends a frame on when it is wanted; true when it was.
    @discardableResult
    private mutating func lend(
        _ header: FrameHeader, _ bytes: Span<UInt8>, _ body: (Int, FrameHeader, Span<UInt8>) -> Void
    ) -> Bool {
        // Every frame is looked at, since a later piece of a datagram is known by its first one.
        guard let digest = flows.digest(header, bytes), let place = places[digest],
            header.timestamp >= from, header.timestamp <= to
        else { return false }
        body(place, header, bytes)
        return true
    }
}
