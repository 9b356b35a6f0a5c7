/// The head of a message of ONC RPC (RFC 5531 section 9).
enum RPCMessage {
    /// A procedure is called.
    case call(id: UInt32, program: UInt32, version: UInt32, procedure: UInt32, RPCCredentials)
    /// The answer to a call: whether the server took it, and whether it carries results.
    case reply(id: UInt32, isAccepted: Bool, hasResults: Bool)

    /// Reads a head and leaves the reader at the arguments or results; nil when it is none.
    init?(_ reader: inout XDRReader) {
        guard let id = reader.word(), let type = reader.word() else { return nil }
        if type == 0 {
            guard reader.word() == 2, let program = reader.word(), let version = reader.word(),
                let procedure = reader.word(), let credentials = RPCCredentials(&reader),
                reader.word() != nil,
                reader.opaque(RPCCredentials.longest) != nil
            else { return nil }
            self = .call(id: id, program: program, version: version, procedure: procedure, credentials)
        } else {
            guard type == 1, let status = reader.word(), status <= 1 else { return nil }
            guard status == 0 else {
                self = .reply(id: id, isAccepted: false, hasResults: false)
                return
            }
            guard reader.word() != nil, reader.opaque(RPCCredentials.longest) != nil,
                let result = reader.word()
            else { return nil }
            self = .reply(id: id, isAccepted: true, hasResults: result == 0)
        }
    }
}
