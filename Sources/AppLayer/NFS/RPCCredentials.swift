import NetTypes

/// Who calls, as the call says itself (RFC 5531 section 8.2).
struct RPCCredentials {
    /// The flavor of the authentication.
    let flavor: UInt32
    /// Machine, user and group of AUTH_SYS; nil for the others.
    let system: (machine: [UInt8], user: UInt32, group: UInt32)?

    /// Bytes of a credential or verifier (RFC 5531 section 8.2).
    static let longest = 400
    /// Bytes of the name of a machine (RFC 5531 appendix A).
    private static let longestMachine = 255

    /// Reads a credential; nil when it does not parse.
    init?(_ reader: inout XDRReader) {
        guard let flavor = reader.word(), let body = reader.opaque(Self.longest) else { return nil }
        self.flavor = flavor
        guard flavor == 1 else {
            system = nil
            return
        }
        var part = XDRReader(body)
        guard part.word() != nil, let machine = part.opaque(Self.longestMachine), let user = part.word(),
            let group = part.word()
        else { return nil }
        system = (machine, user, group)
    }

    /// True when what follows is wrapped (RFC 2203 section 5.3) and is not read.
    var isWrapped: Bool { flavor == 6 }

    /// Fields of the `rpc` object.
    var fields: [RecordField] {
        let name =
            switch flavor {
            case 0: "NULL"
            case 1: "UNIX"
            case 2: "SHORT"
            case 3: "DH"
            case 5: "RSA"
            case 6: "GSS"
            default: String(flavor)
            }
        var fields = [RecordField("auth_type", name)]
        if let system {
            fields.append(
                RecordField(
                    "creds",
                    .object([
                        RecordField("machine_name", bytes: system.machine), RecordField("uid", system.user),
                        RecordField("gid", system.group),
                    ])))
        }
        return fields
    }
}
