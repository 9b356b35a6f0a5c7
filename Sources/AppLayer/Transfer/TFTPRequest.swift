import NetTypes

/// A request to read or to write a file (RFC 1350 section 5).
struct TFTPRequest: Equatable {
    /// True for a file that goes to the server.
    let isWrite: Bool
    /// Name of the file as the request has it; at most `RecordValue.longestText` bytes of it.
    let name: String
    /// How its bytes are written: `octet`, `netascii` or `mail`; as the request has it.
    let mode: String
    /// What is asked for beyond that.
    let options: TFTPOptions
    /// True when it breaks the grammar but can be read all the same.
    let isMalformed: Bool
    /// True when parts of it were left out.
    let isTruncated: Bool

    /// A request from a datagram whose operation is 1 or 2; nil when no file is named.
    init?(_ datagram: Span<UInt8>, isWrite: Bool) {
        var position = 2
        guard let name = TFTPOptions.text(datagram, &position), !name.isEmpty else { return nil }
        let start = position
        let mode: [UInt8]
        let isTerminated: Bool
        if let text = TFTPOptions.text(datagram, &position) {
            mode = text
            isTerminated = true
        } else {
            // Servers that take the end of the datagram for the end of the mode exist.
            mode = Array(copying: datagram.extracting(start...))
            position = datagram.count
            isTerminated = false
        }
        self.isWrite = isWrite
        self.name = String(decoding: name.prefix(RecordValue.longestText), as: UTF8.self)
        self.mode = String(decoding: mode.prefix(RecordValue.longestText), as: UTF8.self)
        options = TFTPOptions(datagram, from: position)
        let isKnown = ["octet", "netascii", "mail"].contains(self.mode.lowercased())
        isMalformed = !isTerminated || !isKnown || options.isMalformed
        isTruncated = name.count > RecordValue.longestText || options.isTruncated
    }

    /// The fields of the record; what it is: `read`, `write` or `error`.
    func fields(_ packet: String) -> [RecordField] {
        [RecordField("packet", packet), RecordField("file", name), RecordField("mode", mode)]
    }
}
