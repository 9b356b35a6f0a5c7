/// Archives that other programs made, or that follow their formats' descriptions by hand; in each the same members.
public enum ArchiveSamples {
    /// The only or first member.
    public static let one = Array("a member of an archive".utf8)
    /// The second member.
    public static let two = Array(one.reversed())
    /// One file by bzip2.
    public static let bzip2 = bytes(
        "425a6839314159265359e5619ab6000002118040003b63910020003100d00147a4c6868f4d92fcb640abc26b"
            + "c02d177245385090e5619ab6")
    /// One file by xz.
    public static let xz = bytes(
        "fd377a585a000004e6d6b4460200210116000000742fe5a301001561206d656d626572206f6620616e206172"
            + "63686976650000008a0817d2f62b491b00012e16560955df1fb6f37d010000000004595a")
    /// One file by zstd.
    public static let zstd = bytes(
        "28b52ffd0458b1000061206d656d626572206f6620616e2061726368697665121f7d7b")
    /// One file as compress writes it.
    public static let compress = compress(one)
    /// `one.txt` and `dir/two.txt`, stored, by libarchive.
    public static let sevenZip = bytes(
        "377abcaf271c000393bd2d9e2c000000000000005f000000000000009020e95161206d656d626572206f6620"
            + "616e206172636869766565766968637261206e6120666f207265626d656d2061010406000209161600070b02"
            + "000101000101000c161600080a0154bf4646fa3af00e000005021129006f006e0065002e0074007800740000"
            + "006400690072002f00740077006f002e007400780074000000150a01002080a4812080a4810000")
    /// `one.txt` and `dir\two.txt`, stored, by hand after MS-CAB.
    public static let cabinet = bytes(
        "4d5343460000000094000000000000002c000000000000000301010002000000000000006000000001000000"
            + "160000000000000000002100000020006f6e652e74787400160000001600000000002100000020006469725c"
            + "74776f2e74787400000000002c002c0061206d656d626572206f6620616e2061726368697665657669686372"
            + "61206e6120666f207265626d656d2061")
    /// `one.txt` and `dir/two.txt`, stored, by hand after the RAR 5.0 technical note.
    public static let rar5 = bytes(
        "526172211a070100c51a3332030100003b7c57371402021604162054bf46460001076f6e652e74787461206d"
            + "656d626572206f6620616e20617263686976658b2f511b18020216041620fa3af00e00010b6469722f74776f"
            + "2e74787465766968637261206e6120666f207265626d656d206119b23a3503050000")

    /// A tar archive (POSIX ustar) of one file.
    public static func tar(_ name: String, _ content: [UInt8]) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, _ offset: Int) {
            header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
        }
        put(name, 0)
        put("0000644", 100)
        let size = String(content.count, radix: 8)
        put(String(repeating: "0", count: 11 - size.count) + size, 124)
        put("00000000000", 136)
        put("        0", 148)
        put("ustar", 257)
        put("00", 263)
        let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
        put(String(repeating: "0", count: 6 - sum.count) + sum, 148)
        header[154] = 0
        let padding = [UInt8](repeating: 0, count: (512 - content.count % 512) % 512 + 1024)
        return header + content + padding
    }

    /// What compress writes at its worst: codes of nine bits, all of them literal, so that no more than 256 bytes fit.
    public static func compress(_ content: [UInt8]) -> [UInt8] {
        var packed = [UInt8](repeating: 0, count: (content.count * 9 + 7) / 8)
        for (index, byte) in content.enumerated() {
            for bit in 0..<8 where byte >> bit & 1 == 1 {
                packed[(index * 9 + bit) / 8] |= 1 << UInt8((index * 9 + bit) % 8)
            }
        }
        return [0x1f, 0x9d, 0x90] + packed
    }

    private static func bytes(_ text: String) -> [UInt8] {
        let digits = text.compactMap { $0.hexDigitValue }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
