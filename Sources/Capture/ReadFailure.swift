/// Why the bytes of an input stopped before their end.
enum ReadFailure: Equatable {
    /// The operating system could not read on; its word for it.
    case system(reason: String)
    /// They could not be decompressed further; the decompressor's word for it.
    case damage(reason: String)
}
