import NetTypes

/// The start of an SMB message, read in little endian. Every read outside of it gives nil.
struct SMBBytes {
    let bytes: [UInt8]
    /// Bytes of a name that are kept; what is longer is cut. As many as the event log keeps of a text, so that a
    /// thousand names of requests that wait are not much.
    static let longestName = RecordValue.longestText

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    func byte(_ offset: Int) -> UInt8? {
        bytes.indices.contains(offset) ? bytes[offset] : nil
    }

    func word(_ offset: Int) -> UInt16? {
        guard offset >= 0, offset < count - 1 else { return nil }
        return UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
    }

    func long(_ offset: Int) -> UInt32? {
        guard offset >= 0, offset < count - 3, let low = word(offset), let high = word(offset + 2) else {
            return nil
        }
        return UInt32(low) | UInt32(high) << 16
    }

    func quad(_ offset: Int) -> UInt64? {
        guard offset >= 0, offset < count - 7, let low = long(offset), let high = long(offset + 4) else {
            return nil
        }
        return UInt64(low) | UInt64(high) << 32
    }

    /// Bytes of a range; nil when it leaves the message.
    func slice(_ offset: Int, _ length: Int) -> ArraySlice<UInt8>? {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
        return bytes[offset..<offset + length]
    }

    /// UTF-16LE text of a length in bytes; nil when it leaves the message.
    func text(_ offset: Int, _ length: Int) -> String? {
        slice(offset, length).map(Self.utf16)
    }

    /// Reads text that ends with a zero, or at a limit; also where the next field begins. UTF-16 begins at an even
    /// offset from the header (MS-CIFS 2.2.1.1.1).
    func terminated(_ offset: Int, _ limit: Int, isUnicode: Bool) -> (text: String, next: Int) {
        let end = min(limit, count)
        guard offset >= 0, offset < end else { return ("", max(offset, 0)) }
        guard isUnicode else {
            let text = bytes[offset..<end].prefix { $0 != 0 }
            return (String(decoding: text.prefix(Self.longestName), as: UTF8.self), text.endIndex + 1)
        }
        let start = min(offset + offset % 2, end)
        var stop = start
        while stop + 1 < end, bytes[stop] != 0 || bytes[stop + 1] != 0 { stop += 2 }
        return (Self.utf16(bytes[start..<stop]), stop + 2)
    }

    /// Decodes UTF-16LE; half a character at the end is dropped, and what is longer than a name.
    static func utf16(_ bytes: ArraySlice<UInt8>) -> String {
        var units: [UInt16] = []
        var at = bytes.startIndex
        let end = at + min(bytes.count, longestName)
        while at + 1 < end {
            units.append(UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8)
            at += 2
        }
        return String(decoding: units, as: UTF16.self)
    }
}
