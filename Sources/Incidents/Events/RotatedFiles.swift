/// The savefiles that one capture is made of, in order, with the frames that came before each.
public struct RotatedFiles: Equatable, Sendable {
    /// A frame by its file, and its number in that, from 1.
    public struct Place: Equatable, Sendable {
        /// The path that the file was opened with.
        public let path: String
        /// The number.
        public let frame: UInt64
    }

    private var files: [(path: String, framesBefore: UInt64)] = []

    /// A capture without files.
    public init() {}

    /// Adds the next file; `framesBefore` is the number of frames in those before it.
    public mutating func add(_ path: String, framesBefore: UInt64) {
        files.append((path, framesBefore))
    }

    /// The path of the last file; empty before the first.
    public var last: String { files.last?.path ?? "" }

    /// Where a frame of the capture lies.
    public func place(of frame: UInt64) -> Place {
        let file = files.last { $0.framesBefore < frame } ?? files.first
        guard let file, frame >= file.framesBefore else { return Place(path: last, frame: frame) }
        return Place(path: file.path, frame: frame - file.framesBefore)
    }

    /// True for the same files in the same places.
    public static func == (left: RotatedFiles, right: RotatedFiles) -> Bool {
        left.files.elementsEqual(right.files) { $0.path == $1.path && $0.framesBefore == $1.framesBefore }
    }
}
