/// The first line of a side (RFC 4253 section 4.2): `SSH-protoversion-softwareversion SP comments`.
struct SSHGreeting: Equatable {
    /// The version of the protocol, such as `2.0`.
    let version: [UInt8]
    /// The program.
    let software: [UInt8]

    /// A greeting from its line, without the line break; nil when the line is none.
    init?(_ line: [UInt8]) {
        guard line.starts(with: "SSH-".utf8) else { return nil }
        let parts = line.dropFirst(4).split(
            separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return nil }
        version = Array(parts[0])
        software = Array(parts[1].prefix { $0 != UInt8(ascii: " ") })
    }

    /// True when binary packets of version 2 follow; 1.99 is a server that speaks both (RFC 4253 section 5.1).
    var isVersion2: Bool { version == Array("2.0".utf8) || version == Array("1.99".utf8) }
}
