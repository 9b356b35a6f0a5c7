/// The status of a response (MS-ERREF section 2.3), or the class and code of an older server of SMB1.
struct SMBStatus: Equatable {
    let code: UInt32
    /// False for the error classes of MS-CIFS section 2.2.2.4.
    var isNT = true

    static let pending = SMBStatus(code: 0x0000_0103)
    static let bufferOverflow = SMBStatus(code: 0x8000_0005)
    static let endOfFile = SMBStatus(code: 0xc000_0011)
    static let moreProcessing = SMBStatus(code: 0xc000_0016)

    var isSuccess: Bool { code == 0 }
    /// True when the request was refused. That a file has ended, or that a login goes on, is no refusal.
    var isError: Bool {
        isNT ? code >> 30 == 3 && self != .endOfFile && self != .moreProcessing : code != 0
    }

    /// Its name, for those that are common; nil for the others.
    var name: String? {
        guard isNT else { return isSuccess ? "STATUS_SUCCESS" : nil }
        return Self.names.first { $0.0 == code }.map { "STATUS_" + $0.1 }
    }

    private static let names: [(UInt32, String)] = [
        (0, "SUCCESS"), (0x103, "PENDING"), (0x8000_0005, "BUFFER_OVERFLOW"), (0x8000_0006, "NO_MORE_FILES"),
        (0xc000_0001, "UNSUCCESSFUL"), (0xc000_0002, "NOT_IMPLEMENTED"), (0xc000_0003, "INVALID_INFO_CLASS"),
        (0xc000_0008, "INVALID_HANDLE"), (0xc000_000d, "INVALID_PARAMETER"), (0xc000_000f, "NO_SUCH_FILE"),
        (0xc000_0010, "INVALID_DEVICE_REQUEST"), (0xc000_0011, "END_OF_FILE"),
        (0xc000_0016, "MORE_PROCESSING_REQUIRED"), (0xc000_0022, "ACCESS_DENIED"),
        (0xc000_0023, "BUFFER_TOO_SMALL"), (0xc000_0033, "OBJECT_NAME_INVALID"),
        (0xc000_0034, "OBJECT_NAME_NOT_FOUND"), (0xc000_0035, "OBJECT_NAME_COLLISION"),
        (0xc000_003a, "OBJECT_PATH_NOT_FOUND"), (0xc000_0043, "SHARING_VIOLATION"),
        (0xc000_0056, "DELETE_PENDING"), (0xc000_0064, "NO_SUCH_USER"), (0xc000_006a, "WRONG_PASSWORD"),
        (0xc000_006d, "LOGON_FAILURE"), (0xc000_006e, "ACCOUNT_RESTRICTION"),
        (0xc000_0071, "PASSWORD_EXPIRED"),
        (0xc000_0072, "ACCOUNT_DISABLED"), (0xc000_007f, "DISK_FULL"), (0xc000_00ac, "PIPE_NOT_AVAILABLE"),
        (0xc000_00ba, "FILE_IS_A_DIRECTORY"), (0xc000_00bb, "NOT_SUPPORTED"),
        (0xc000_00c9, "NETWORK_NAME_DELETED"),
        (0xc000_00cc, "BAD_NETWORK_NAME"), (0xc000_00d0, "REQUEST_NOT_ACCEPTED"),
        (0xc000_0101, "DIRECTORY_NOT_EMPTY"), (0xc000_0103, "NOT_A_DIRECTORY"), (0xc000_0120, "CANCELLED"),
        (0xc000_0128, "FILE_CLOSED"), (0xc000_0203, "USER_SESSION_DELETED"),
        (0xc000_0205, "INSUFF_SERVER_RESOURCES"),
        (0xc000_0225, "NOT_FOUND"), (0xc000_0234, "ACCOUNT_LOCKED_OUT"), (0xc000_0257, "PATH_NOT_COVERED"),
        (0xc000_035c, "NETWORK_SESSION_EXPIRED"),
    ]
}
