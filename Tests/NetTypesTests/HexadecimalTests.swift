import NetTypes
import Testing

@Suite("Bytes as hexadecimal digits")
struct HexadecimalTests {
    @Test("Every byte there and back, in either case")
    func everyByte() {
        let bytes = Array(UInt8.min ... .max)
        #expect([UInt8](hexadecimal: bytes.hexadecimal) == bytes)
        #expect([UInt8](hexadecimal: bytes.hexadecimal.uppercased()) == bytes)
        #expect([UInt8](hexadecimal: "") == [])
    }

    @Test("Anything else is nothing", arguments: ["0", "0g", "+1", " 1", "0x10", "1１", "é0"])
    func refused(text: String) {
        #expect([UInt8](hexadecimal: text) == nil)
    }
}
