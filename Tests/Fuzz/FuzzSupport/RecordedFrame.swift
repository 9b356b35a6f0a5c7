import NetTypes

/// A frame inside a fuzz input, as `.ci/seeds` writes those of savefiles: link type, length in two bytes,
/// bytes.
public struct RecordedFrame {
    /// What the first byte belongs to.
    public let linkType: LinkType
    /// The frame.
    public let bytes: [UInt8]

    /// The next frame of an input, cut short where the input ends.
    public init(_ input: inout FuzzInput) {
        linkType = .fuzzed(input.byte())
        bytes = input.take(input.word())
    }
}
