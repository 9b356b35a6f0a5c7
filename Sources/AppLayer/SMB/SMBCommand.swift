/// A command of SMB1 or SMB2, by number.
struct SMBCommand: Equatable {
    let isSMB1: Bool
    let code: UInt16

    static func smb1(_ code: UInt8) -> SMBCommand { SMBCommand(isSMB1: true, code: UInt16(code)) }
    static func smb2(_ code: UInt16) -> SMBCommand { SMBCommand(isSMB1: false, code: code) }

    /// True for what is reported even when it succeeds.
    var isAlwaysReported: Bool {
        isSMB1
            ? [0x02, 0x03, 0x0f, 0x2d, 0x72, 0x73, 0x75, 0xa2].contains(code)
            : [0, 1, 3, 5].contains(code)
    }

    /// The event log's name for it.
    var name: String {
        let known = isSMB1 ? Self.smb1Names.first { $0.0 == code }?.1 : Self.name(smb2: code)
        let prefix = isSMB1 ? "SMB1_COMMAND_" : "SMB2_COMMAND_"
        return prefix + (known ?? "UNKNOWN_\(code)")
    }

    private static func name(smb2 code: UInt16) -> String? {
        code < UInt16(smb2Names.count) ? smb2Names[Int(code)] : nil
    }

    private static let smb2Names = [
        "NEGOTIATE_PROTOCOL", "SESSION_SETUP", "SESSION_LOGOFF", "TREE_CONNECT", "TREE_DISCONNECT", "CREATE",
        "CLOSE",
        "FLUSH", "READ", "WRITE", "LOCK", "IOCTL", "CANCEL", "KEEPALIVE", "FIND", "NOTIFY", "GET_INFO",
        "SET_INFO",
        "BREAK",
    ]

    private static let smb1Names: [(UInt16, String)] = [
        (0x00, "CREATE_DIRECTORY"), (0x01, "DELETE_DIRECTORY"), (0x02, "OPEN"), (0x03, "CREATE"),
        (0x04, "CLOSE"),
        (0x05, "FLUSH"), (0x06, "DELETE"), (0x07, "RENAME"), (0x08, "QUERY_INFORMATION"),
        (0x09, "SET_INFORMATION"),
        (0x0a, "READ"), (0x0b, "WRITE"), (0x0f, "CREATE_NEW"), (0x10, "CHECK_DIRECTORY"),
        (0x24, "LOCKING_ANDX"),
        (0x25, "TRANS"), (0x2b, "ECHO"), (0x2d, "OPEN_ANDX"), (0x2e, "READ_ANDX"), (0x2f, "WRITE_ANDX"),
        (0x32, "TRANS2"), (0x34, "FIND_CLOSE2"), (0x71, "TREE_DISCONNECT"), (0x72, "NEGOTIATE_PROTOCOL"),
        (0x73, "SESSION_SETUP_ANDX"), (0x74, "LOGOFF_ANDX"), (0x75, "TREE_CONNECT_ANDX"), (0xa0, "NT_TRANS"),
        (0xa2, "NT_CREATE_ANDX"), (0xa4, "NT_CANCEL"),
    ]
}
