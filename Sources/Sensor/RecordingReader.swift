import Capture
import NetTypes
import Wire

/// Finds the frames of a flow in a folder that was, or is being, recorded into.
public struct RecordingReader: Sendable {
    /// What a search took.
    public struct Account: Equatable, Sendable {
        /// Frames that were found.
        public var frames: UInt64 = 0
        /// Bytes of files and indexes that were read.
        public var bytesRead: UInt64 = 0
        /// Bytes of all recorded files, without their indexes.
        public var bytesRecorded: UInt64 = 0
        /// Files that were read whole, since they have no index that can be used.
        public var wholeFiles: UInt64 = 0
        /// Files whose index was refused or which could not be read to their end, and why.
        public var problems: [Problem] = []
    }

    /// What was wrong with a file. The search went on.
    public struct Problem: Equatable, Sendable {
        /// Its name in the folder.
        public var file: String
        /// What, as a clause in English.
        public var reason: String
    }

    /// Problems that are kept of one search.
    public static let mostProblems = 1000

    private let folder: String
    private let decoder: DecoderConfiguration

    /// A reader of a folder. `decoder` must be what the recording was made with.
    public init(folder: String, decoder: DecoderConfiguration = DecoderConfiguration()) {
        self.folder = folder
        self.decoder = decoder
    }

    /// Lends the frames of a flow that were captured from one point in time to another, both included, in the order
    /// in which they were recorded. Their bytes are valid only inside `body`, and their numbers mean nothing.
    ///
    /// Nil when the text is no Community ID of version 1. Throws `missing` or `unreadable` when that is so of the
    /// folder; what is wrong with a file is a problem of the account.
    public func find(
        communityID: String, from: Timestamp = Timestamp(nanoseconds: .min),
        to: Timestamp = Timestamp(nanoseconds: .max), _ body: (FrameHeader, Span<UInt8>) -> Void
    ) throws(CaptureError) -> Account? {
        guard var finder = FlowFinder([communityID], from: from, to: to, decoder: decoder) else { return nil }
        return try finder.search(recording: folder) { body($1, $2) }
    }
}

extension RecordingReader.Account {
    mutating func note(_ file: String, _ reason: String) {
        guard problems.count < RecordingReader.mostProblems else { return }
        problems.append(RecordingReader.Problem(file: file, reason: reason))
    }
}
