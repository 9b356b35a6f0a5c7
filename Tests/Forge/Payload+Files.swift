import TestSupport

/// The outlines of files that attackers send or take: the bytes by which they are known, and nothing behind them.
extension Payload {
    /// A number of some bytes, the lowest first.
    static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// Text in UTF-16, the low bytes first.
    static func wide(_ text: String) -> [UInt8] {
        text.utf16.flatMap { little(Int($0), 2) }
    }

    /// The heads of a Windows program with sections of these names, each without contents, and strings behind them. It
    /// has no code, and no optional header, without which nothing loads it.
    static func program(_ sections: [String], strings: [String], wide texts: [String] = []) -> [UInt8] {
        var bytes: [UInt8] = [0x4d, 0x5a, 0x90, 0] + zeros(56) + little(0x80, 4)
        bytes += Array("!This program cannot be run in DOS mode.\r\r\n$".utf8)
        bytes += zeros(0x80 - bytes.count)
        bytes += [0x50, 0x45, 0, 0, 0x4c, 0x01] + little(sections.count, 2) + zeros(12) + little(0, 2)
        bytes += little(0x0102, 2)
        for section in sections {
            let name = Array(section.utf8)
            bytes += name + zeros(8 - name.count) + zeros(32)
        }
        for string in strings { bytes += Array(string.utf8) + [0] }
        for text in texts { bytes += wide(text) + [0, 0] }
        return bytes
    }

    /// The head of a compound file, the first line of a module as its compression leaves it, and words.
    static func macroProject(_ words: [String]) -> [UInt8] {
        let module = Array("Attribut".utf8) + [0] + Array("e VB_Name = \"drill\"\r\n".utf8)
        return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + zeros(504) + [1, 0xb0, 0] + module
            + words.flatMap { Array(($0 + "\r\n").utf8) }
    }

    /// A shell link's head, then a program and its arguments in UTF-16.
    static func shortcut(_ program: String, _ arguments: String) -> [UInt8] {
        let identifier: [UInt8] = [1, 0x14, 2, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46]
        return little(0x4c, 4) + identifier + zeros(56) + wide(program) + [0, 0] + wide(arguments)
    }

    /// A minidump's head, and names of modules.
    static func minidump(modules: [String]) -> [UInt8] {
        Array("MDMP".utf8) + [0x93, 0xa7, 0, 0] + zeros(24)
            + modules.flatMap { little(2 * $0.count, 4) + wide(#"C:\Windows\System32\"# + $0) + [0, 0] }
    }

    /// A registry file's first block, and names of keys.
    static func registry(keys: [String]) -> [UInt8] {
        Array("regf".utf8) + little(1, 4) + little(1, 4) + zeros(8) + little(1, 4) + little(5, 4)
            + little(0, 4) + little(1, 4) + zeros(92) + keys.flatMap { Array("nk ".utf8) + Array($0.utf8) }
    }

    /// The head of a directory's database, and names of two of its columns.
    static var directoryDatabase: [UInt8] {
        little(0x4811_2026, 4) + [0xef, 0xcd, 0xab, 0x89, 0x20, 6, 0, 0] + zeros(100)
            + Array("datatable ATTm590045 ATTk589914 drill".utf8)
    }

    private static func zeros(_ count: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: max(count, 0))
    }
}
