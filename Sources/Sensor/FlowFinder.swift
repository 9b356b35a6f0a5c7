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
    /// Pieces of datagrams whose first piece has not come, in the order in which they came.
    private var early: [FlowNamer.DatagramKey: [Piece]] = [:]
    private var earlyCount = 0

    /// A frame that waits to be known.
    private struct Piece {
        let header: FrameHeader
        let bytes: [UInt8]
    }

    /// Frames that wait; with more all are forgotten, and their datagrams lack them.
    private static let mostEarly = 4096
    /// Nanoseconds that a piece waits for the first one: as long as a receiver may (RFC 8200 section 4.5).
    private static let patience: Int64 = 60_000_000_000

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
                    account.frames += lend($0, $1, body)
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

    /// Lends a frame on when it is wanted, and before it the pieces that it makes known; how many those were.
    @discardableResult
    private mutating func lend(
        _ header: FrameHeader, _ bytes: Span<UInt8>, _ body: (Int, FrameHeader, Span<UInt8>) -> Void
    ) -> UInt64 {
        // Every frame is looked at, since a later piece of a datagram is known by its first one.
        let digest = flows.digest(header, bytes)
        guard let datagram = flows.datagram else { return lend(digest, header, bytes, body) }
        guard let digest else {
            keep(Piece(header: header, bytes: [UInt8](copying: bytes)), datagram)
            return 0
        }
        let waiting = early.isEmpty ? [] : early.removeValue(forKey: datagram) ?? []
        earlyCount -= waiting.count
        var lent: UInt64 = 0
        for piece in waiting
        where header.timestamp.nanoseconds(since: piece.header.timestamp) <= Self.patience {
            lent += lend(digest, piece.header, piece.bytes.span, body)
        }
        return lent + lend(digest, header, bytes, body)
    }

    private func lend(
        _ digest: CommunityDigest?, _ header: FrameHeader, _ bytes: Span<UInt8>,
        _ body: (Int, FrameHeader, Span<UInt8>) -> Void
    ) -> UInt64 {
        guard let digest, let place = places[digest], header.timestamp >= from, header.timestamp <= to
        else { return 0 }
        body(place, header, bytes)
        return 1
    }

    private mutating func keep(_ piece: Piece, _ datagram: FlowNamer.DatagramKey) {
        if earlyCount >= Self.mostEarly {
            early.removeAll()
            earlyCount = 0
        }
        early[datagram, default: []].append(piece)
        earlyCount += 1
    }
}
