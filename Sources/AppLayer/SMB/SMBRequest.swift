import NetTypes

/// A request that waits for its response.
struct SMBRequest {
    /// What a response has in common with its request.
    struct Key: Hashable {
        /// The way that the request went; its response goes the other way.
        let direction: Direction
        let isSMB1: Bool
        let number: UInt64
    }

    let command: SMBCommand
    let direction: Direction
    var session: UInt64 = 0
    var tree: UInt32 = 0
    /// The file that it is about.
    var file: SMBOpenFile?
    /// The path that it names; empty when it names none.
    var name = ""
    var opening: SMBOpening?
    var login: SMBLogin?
    /// The dialects that a client of SMB1 offers.
    var dialects: [String] = []
    /// Where a read begins, and how many bytes it asks for.
    var offset: UInt64 = 0
    var length: UInt32 = 0

    init(_ command: SMBCommand, _ direction: Direction) {
        self.command = command
        self.direction = direction
    }
}
