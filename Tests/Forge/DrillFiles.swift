import Foundation
import TestSupport

/// Files that should not leave the house, made up: names and numbers belong to nobody, sums are of nothing.
enum DrillFiles {
    /// A table of people, separated by commas; by their numbers all of them are born after 2049.
    static func people(_ count: Int, heading: String = "Số CCCD") -> String {
        let rows = (0..<count).map { index in
            "\(index + 1),Diễn Tập \(index),022\(index % 2 + 2)5\(index % 10)\(700_000 + index * 37),Phường Mẫu"
        }
        return (["STT,Họ tên,\(heading),Nơi ở"] + rows).joined(separator: "\n") + "\n"
    }

    /// The head of an official document with a marking, and a sentence that says what it is.
    static func document(_ marking: String) -> String {
        [
            "ỦY BAN NHÂN DÂN", "TỈNH MẪU", marking, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc", "Văn bản này là mẫu của một cuộc diễn tập, không có nội dung.", "",
        ].joined(separator: "\n")
    }

    /// The text with every letter taken apart into its base and its marks, as some systems write it.
    static func decomposed(_ text: String) -> String {
        text.decomposedStringWithCanonicalMapping
    }

    /// The text in UTF-16, little-endian, behind its mark of byte order.
    static func wide(_ text: String) -> [UInt8] {
        [0xff, 0xfe] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    }

    /// A word processor's file with the text in it, a paragraph a line.
    static func archive(_ text: String) -> [UInt8] {
        let paragraphs = text.split(separator: "\n").map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }
        var zip = ZipBytes()
        zip.add(
            "word/document.xml",
            Array(("<w:document><w:body>" + paragraphs.joined() + "</w:body></w:document>").utf8))
        return zip.bytes
    }

    /// Dumps of three database servers with a row or three of nothing.
    static var dumps: [String] {
        let row = "INSERT [dbo].[can_bo] ([ma], [ten]) VALUES (1, N'dien tap')\n"
        return [
            "-- MySQL dump 10.13  Distrib 8.0\nINSERT INTO `can_bo` VALUES (1,'dien tap');\n",
            "--\n-- PostgreSQL database dump\n--\nCOPY public.can_bo (ma, ten) FROM stdin;\n1\tdien tap\n\\.\n",
            "SET IDENTITY_INSERT [dbo].[can_bo] ON\n" + row + row + row,
        ]
    }

    /// The file of password sums of a Unix system; the sums are words.
    static var shadow: String {
        let sum = "$6$" + "dientap$" + String(repeating: "Khong.co.mat.khau/", count: 4)
        return
            "root:\(sum):20000:0:99999:7:::\ndaemon:*:20000:0:99999:7:::\ncanbo:\(sum):20000:0:99999:7:::\n"
    }

    /// What a tool prints of a Windows account database; the sums are counted up.
    static var accounts: String {
        let none = "aad3b435b51404ee" + "aad3b435b51404ee"
        let sum = "00112233445566778899aabbccddeeff"
        return "Administrator:500:\(none):\(sum):::\nGuest:501:\(none):\(sum):::\n"
    }

    /// Settings with keys to services, each in its maker's form and none of them real.
    static var keys: [String] {
        let filler =
            "DienTapKhongPhaiKhoaThat" + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        return [
            "aws_secret_" + "access_key = " + filler.prefix(40) + "\n",
            "Account" + "Key=" + (filler + filler).prefix(86) + "==\n",
            "token: gh" + "p_" + filler.prefix(36) + "\n",
            "token: github" + "_pat_" + filler.prefix(22) + "_" + (filler + filler).prefix(59) + "\n",
            "token: gl" + "pat-" + filler.prefix(20) + "\n",
            "token: xo" + "xb-123456789012-123456789012-" + filler.prefix(24) + "\n",
        ]
    }
}
