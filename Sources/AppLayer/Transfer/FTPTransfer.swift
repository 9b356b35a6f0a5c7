import NetTypes

/// What the control connection knows of one data connection. The parsers of both hold it: the data connection may
/// open, and even carry bytes, before the command that says what it is for.
///
/// A class for its identity. Both parsers are fed by one thread.
final class FTPTransfer {
    /// What moves.
    enum Movement {
        /// A file to the client.
        case download
        /// A file to the server.
        case upload
        /// Names of files, to the client.
        case listing
    }

    /// True when the FTP server opens the data connection (PORT, EPRT), so that it is that flow's client.
    let isActive: Bool
    /// The command; nil before it came.
    private(set) var command: String?
    /// What moves; nil before the command came.
    private(set) var movement: Movement?
    /// Name of the file, as the command has it; for a listing the command and what it is of.
    private(set) var name = ""
    /// The file's name alone, empty for a listing without one.
    private(set) var filename = ""
    /// The number of the command's transaction in the flow of the control connection.
    private(set) var transaction: UInt64?
    /// Where in the file the bytes begin (REST, RFC 3659 section 5).
    private(set) var offset: UInt64 = 0
    /// Grows with each change, so that the data connection can tell that it must look again.
    private(set) var version: UInt64 = 0
    /// True when the server said that the transfer failed after it had begun.
    var isAborted = false
    /// True when the data connection has carried bytes.
    var isStarted = false

    /// A data connection that is to come.
    init(isActive: Bool) {
        self.isActive = isActive
    }

    /// The command has come.
    func fill(_ command: FTPCommand, _ movement: Movement, transaction: UInt64, offset: UInt64) {
        self.command = command.name
        self.movement = movement
        self.transaction = transaction
        self.offset = movement == .listing ? 0 : offset
        // The server chooses the name of a file that is stored as unique (RFC 959 section 4.1.3).
        filename = command.name == "STOU" ? "" : command.text
        name =
            movement != .listing ? filename : filename.isEmpty ? command.name : command.name + " " + filename
        version += 1
    }

    /// The server has told the name.
    func rename(_ name: String) {
        self.name = name
        filename = name
        version += 1
    }

    /// The command was refused: another one may use the data connection.
    func clear() {
        command = nil
        movement = nil
        transaction = nil
        offset = 0
        name = ""
        filename = ""
        version += 1
    }

    /// The direction of the data connection that the bytes ought to go; nil before the command came.
    var direction: Direction? {
        guard let movement else { return nil }
        return (movement == .upload) != isActive ? .toServer : .toClient
    }
}
