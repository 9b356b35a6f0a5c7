import NetTypes

extension SMBParser {
    /// What a response adds to what its request said.
    struct Outcome {
        var status: SMBStatus
        var session: UInt64
        var tree: UInt32
        var opened: SMBOpened?
        /// `FILE`, `PIPE` or `PRINT`; empty for none.
        var shareType = ""
    }

    /// Reports a request with its response, or without one that never came. Returns the transaction's number.
    @discardableResult
    func report(_ request: SMBRequest, _ outcome: Outcome?, _ output: ParserOutput) -> UInt64 {
        var fields = [RecordField("command", request.command.name)]
        if let status = outcome?.status {
            if let name = status.name { fields.append(RecordField("status", name)) }
            fields.append(RecordField("status_code", "0x" + String(status.code, radix: 16)))
        }
        fields.append(Self.field(session: outcome?.session ?? request.session))
        fields.append(RecordField("tree_id", outcome?.tree ?? request.tree))
        if !request.dialects.isEmpty {
            fields.append(RecordField("client_dialects", .list(request.dialects.map { .text($0) })))
        }
        if let login = request.login { fields.append(Self.field(login)) }
        if let opening = request.opening {
            fields += Self.fields(opening, request.name, outcome?.opened)
        } else if !request.name.isEmpty {
            let name = nameField(request.command, shareType: outcome?.shareType)
            fields.append(RecordField(name, bytes: Array(request.name.utf8)))
        }
        if let type = outcome?.shareType, !type.isEmpty { fields.append(RecordField("share_type", type)) }
        return report(request.direction, fields, output)
    }

    /// Reports fields, with those that all transactions have before them. Returns the transaction's number.
    @discardableResult
    func report(_ direction: Direction, _ fields: [RecordField], _ output: ParserOutput) -> UInt64 {
        let number = transactions
        transactions += 1
        // The event log counts the transactions of this protocol from 1.
        var all = [RecordField("id", number + 1)]
        if !dialect.isEmpty { all.append(RecordField("dialect", dialect)) }
        output.report(.smb, direction, number: number, all + fields)
        return number
    }

    /// What the name of a command is: a file's, or of those that connect to a share this one's, which has a name of
    /// its own in the event log when it is that of named pipes.
    private func nameField(_ command: SMBCommand, shareType: String?) -> String {
        guard command == .smb2(3) || command == .smb1(0x75) else { return "filename" }
        return shareType == "PIPE" ? "named_pipe" : "share"
    }

    /// A session's number. One that has its highest bit set is written as a negative number: that keeps it apart from
    /// others, which the largest number that a field can hold would not.
    static func field(session: UInt64) -> RecordField {
        RecordField("session_id", Int64(bitPattern: session))
    }

    private static func field(_ login: SMBLogin) -> RecordField {
        RecordField(
            "ntlmssp",
            .object([
                RecordField("domain", bytes: Array(login.domain.utf8)),
                RecordField("user", bytes: Array(login.user.utf8)),
                RecordField("host", bytes: Array(login.host.utf8)),
            ]))
    }

    private static func fields(_ opening: SMBOpening, _ name: String, _ opened: SMBOpened?) -> [RecordField] {
        let path = name.isEmpty ? "<share_root>" : name
        var fields = [
            RecordField(opening.isDirectory ? "directory" : "filename", bytes: Array(path.utf8)),
            RecordField("disposition", opening.dispositionName),
            RecordField("access", opening.access),
        ]
        if let opened {
            fields += [
                RecordField("created", SMBOpened.seconds(opened.created)),
                RecordField("accessed", SMBOpened.seconds(opened.accessed)),
                RecordField("modified", SMBOpened.seconds(opened.modified)),
                RecordField("changed", SMBOpened.seconds(opened.changed)),
                RecordField("size", opened.size), RecordField("fuid", opened.fuid),
            ]
        }
        return fields
    }
}
