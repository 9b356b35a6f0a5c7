/// The compressions that savefiles come in.
enum Compression: String {
    /// RFC 1952.
    case gzip
    /// RFC 8878.
    case zstd
    /// The LZ4 frame format.
    case lz4
    /// The .xz file format.
    case xz
    /// bzip2.
    case bzip2
}
