import NetTypes

/// Where one direction of a connection stands.
struct HTTPStream {
    /// What its next bytes are.
    var state = State.head
    /// The head that is not whole, or the line that is looked at to find one.
    var head = HTTPHeadBuffer()
    /// The line before a chunk that is not whole.
    var chunkSize = HTTPChunkSize()
    /// The message whose body is being transferred.
    var exchange: HTTPExchange?
    /// That body.
    var body: HTTPBody?
    /// The length that the head gave beside chunks.
    var statedLength: UInt64?
    /// When the head at hand began.
    var start = Timestamp.zero
    /// Messages that have begun.
    var messages = 0
    /// Bytes of the trailer at hand, and of its line at hand.
    var trailer = (bytes: 0, line: 0)

    /// What comes next.
    enum State: Equatable {
        /// The first line and the fields of a message.
        case head
        /// Anything, until something looks like the first line of a message.
        case seek
        /// So many bytes of a body.
        case length(UInt64)
        /// The line before a chunk.
        case size
        /// So many bytes of a chunk.
        case chunk(UInt64)
        /// The line break behind a chunk.
        case chunkEnd
        /// The fields behind the last chunk.
        case trailer
        /// A body without an end of its own.
        case untilClose
        /// Bytes that nobody looks at.
        case stopped
    }
}
