import Testing

@testable import Incidents

@Suite struct ExportValueTests {
    @Test func `members keep their order, and those without a value are left out`() {
        let value = ExportValue.object([
            "b": 1, "a": .texts([]), "c": [.object(["z": true, "y": nil])], "d": "\u{0}\"",
        ])
        #expect(value.line == #"{"b":1,"c":[{"z":true}],"d":"\u0000\""}"#)
    }

    @Test func `canonical text has its keys in order and escapes only what it must`() {
        let value = ExportValue.object([
            "b": "\u{1f}\u{8}\n\"\\/é\u{2028}", "a": [1, false, .object(["d": 2, "c": -1])],
        ])
        #expect(
            value.canonical
                == "{\"a\":[1,false,{\"c\":-1,\"d\":2}],\"b\":\"\\u001f\\b\\n\\\"\\\\/é\u{2028}\"}")
    }

    @Test func `text is cut between characters, and says so`() {
        #expect("abcdef".shortened(to: 6) == "abcdef")
        #expect("abcdefg".shortened(to: 6) == "abc…")
        for limit in 3..<40 {
            let short = String(repeating: "Đ€😀", count: 9).shortened(to: limit)
            #expect(short.utf8.count <= limit)
            #expect(short.hasSuffix("…"))
            #expect(!short.contains("\u{fffd}"))
        }
    }
}
