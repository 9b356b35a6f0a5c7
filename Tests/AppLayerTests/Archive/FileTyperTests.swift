import TestSupport
import Testing

@testable import AppLayer

@Suite("Types of objects")
struct FileTyperTests {
    let typer = FileTyper()

    func words(_ bytes: [UInt8]) -> String { typer.type(of: bytes.span) }

    @Test("archives have the words of libmagic")
    func types() {
        #expect(words(ArchiveOpenerTests.zip).hasPrefix("Zip archive data"))
        #expect(words(Array("%PDF-1.7\n".utf8)).hasPrefix("PDF document, version 1.7"))
        #expect(words(Array("plain words\n".utf8)) == "ASCII text")
    }

    @Test("nothing has no type")
    func empty() {
        #expect(words([UInt8]()) == "")
    }

    @Test("an answer has a limit, whatever a file says of itself")
    func limit() {
        let name = String(repeating: "n", count: 4000)
        let answer = words(Compressed.gzip([1], name: name))
        #expect(answer.hasPrefix("gzip"))
        #expect(answer.utf8.count <= FileTyper.longestAnswer)
    }

    @Test("prose is text, and what begins with a mark is still told apart")
    func texts() {
        #expect(words(Array("Kính gửi: 300 hồ sơ\r\n".utf8)).contains("text"))
        #expect(words(Array("plain words, nothing else\n".utf8)).contains("ASCII text"))
        // As libmagic itself says it.
        #expect(words(Array("\n<!DOCTYPE html><html>x</html>\n".utf8)) == "HTML document, ASCII text")
        #expect(words(Array("<?xml version=\"1.0\"?><a/>\n".utf8)) == "XML 1.0 document, ASCII text")
        #expect(words(Array("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>".utf8)).contains("SVG"))
        #expect(words(Array("/* a */ .b { color: red }\n".utf8)).contains("text"))
        #expect(words(Array("{\"a\": [1, 2]}\n".utf8)).contains("JSON"))
        #expect(words(Array("{\\rtf1\\ansi a}\n".utf8)).contains("Rich Text"))
        #expect(words(Array("#!/bin/sh\necho x\n".utf8)).contains("shell script"))
        #expect(words(Array("%PDF-1.4\n".utf8)).contains("PDF"))
        #expect(words(Array("MZ".utf8) + [UInt8](repeating: 0, count: 200)).contains("DOS"))
    }

    @Test("what lies beyond the first 8 KiB is not looked at")
    func prefix() {
        var bytes = [UInt8](repeating: 0, count: 200_000)
        let before = words(Array(bytes.prefix(FileTyper.mostBytes)))
        bytes[FileTyper.mostBytes + 1] = 65
        #expect(words(bytes) == before)
    }

    @Test("random bytes never trap")
    func garbage() {
        var generator = SeededGenerator(seed: 5)
        let magics: [[UInt8]] = [
            [0x7f, 0x45, 0x4c, 0x46], [0x4d, 0x5a], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [],
        ]
        for magic in magics {
            for length in 0..<100 {
                let noise = (0..<length * 20).map { _ in UInt8.random(in: 0...255, using: &generator) }
                #expect(words(magic + noise).utf8.count <= FileTyper.longestAnswer)
            }
        }
    }
}
