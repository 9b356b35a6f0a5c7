/// What a server says of a file that it has opened.
struct SMBOpened {
    /// Creation, last access, last write and last change, in 100 nanoseconds since 1601; 0 for not known.
    var created: UInt64 = 0
    var accessed: UInt64 = 0
    var modified: UInt64 = 0
    var changed: UInt64 = 0
    /// Length in bytes.
    var size: UInt64 = 0
    /// The handle, as the event log writes it.
    var fuid = ""

    /// A time in seconds since 1970; 0 for what lies before.
    static func seconds(_ time: UInt64) -> UInt64 {
        time > 116_444_736_000_000_000 ? (time - 116_444_736_000_000_000) / 10_000_000 : 0
    }
}
