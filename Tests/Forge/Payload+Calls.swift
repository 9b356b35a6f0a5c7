import TestSupport

/// Calls to other machines, as far as somebody on the road can tell what they are.
extension Payload {
    /// A packet of Meterpreter: length, kind, then the method's name and the request's number as fields.
    static func remoteCall(_ method: String, isAnswer: Bool) -> [UInt8] {
        func field(_ kind: UInt32, _ value: [UInt8]) -> [UInt8] {
            var bytes: [UInt8] = []
            bytes.append(bigEndian: UInt32(value.count + 8))
            bytes.append(bigEndian: kind)
            return bytes + value
        }
        let number = Array(String(repeating: "48", count: 16).utf8) + [0]
        return field(
            isAnswer ? 1 : 0, field(0x0001_0001, Array(method.utf8) + [0]) + field(0x0001_0002, number))
    }

    /// A call to bind the interface of the service control manager (MS-SCMR), over DCE RPC.
    static var serviceBind: [UInt8] {
        let interface: [UInt8] = [
            0x81, 0xbb, 0x7a, 0x36, 0x44, 0x98, 0xf1, 0x35, 0xad, 0x32, 0x98, 0xf0, 0x38, 0, 0x10, 3,
        ]
        let transfer: [UInt8] = [
            0x04, 0x5d, 0x88, 0x8a, 0xeb, 0x1c, 0xc9, 0x11, 0x9f, 0xe8, 0x08, 0, 0x2b, 0x10, 0x48, 0x60,
        ]
        let context =
            little(0, 2) + little(1, 2) + interface + little(2, 4) + transfer + little(2, 4)
        return call(
            kind: 11, little(4280, 2) + little(4280, 2) + little(0, 4) + little(1, 4) + context)
    }

    /// A call to create a service (operation 12) with its name and its command line.
    static func serviceCreate(_ name: String, _ command: String) -> [UInt8] {
        func text(_ text: String) -> [UInt8] {
            let count = text.utf16.count + 1
            let bytes = little(count, 4) + little(0, 4) + little(count, 4) + wide(text) + [0, 0]
            return bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
        }
        let handle = [UInt8](repeating: 0x48, count: 20)
        let stub =
            handle + text(name) + little(0, 4) + little(0x000f_01ff, 4) + little(0x10, 4) + little(3, 4)
            + little(0, 4) + text(command)
        return call(kind: 0, little(stub.count, 4) + little(0, 2) + little(12, 2) + stub)
    }

    /// A message of DCE RPC 5.0 in one fragment.
    private static func call(kind: UInt8, _ body: [UInt8]) -> [UInt8] {
        [5, 0, kind, 3, 0x10, 0, 0, 0] + little(16 + body.count, 2) + little(0, 2) + little(1, 4) + body
    }
}
