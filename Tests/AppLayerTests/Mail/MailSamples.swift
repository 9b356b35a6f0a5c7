import NetTypes

@testable import AppLayer

/// Texts of the protocols of mail, written with LF and sent with CRLF.
enum MailSamples {
    /// The bytes of a text, with CRLF at the end of its lines.
    static func bytes(_ text: String) -> [UInt8] {
        text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }

    /// A mail of three parts; the second is base64 and named in two ways, the third is quoted-printable.
    static let mail = """
        From: "Lan, Nguyen" <lan@example.test>
        To: a@example.test, "B, C" <b@example.test>
        Cc: c@example.test
        Subject: =?utf-8?B?QsOhbyBjw6Fv?=
        Message-ID: <1@example.test>
        Date: Tue, 24 Nov 2026 18:00:00 +0700
        X-Mailer: hand
        MIME-Version: 1.0
        Content-Type: multipart/mixed;
         boundary="b1"

        preamble
        --b1
        Content-Type: text/plain

        .hello
        ..two dots
        --b1
        Content-Type: application/octet-stream; name="other.bin"
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment;
         filename*=utf-8''t%C3%A9st.bin

        aGVsbG8g
        d29ybGQ=

        --b1
        Content-Transfer-Encoding: quoted-printable

        a=3Db=
        c

        --b1--
        epilogue

        """

    /// What its parts decode to.
    static let parts = [".hello\r\n..two dots", "hello world", "a=bc\r\n"]

    /// A mail as it is sent after DATA, with the line that ends it.
    static func stuffed(_ mail: String) -> String {
        mail.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(".") ? "." + $0 : String($0) }.joined(separator: "\n") + ".\n"
    }

    /// The sizes of pieces that each feature is tried with.
    static let pieces = [Int.max, 1, 7]
}

extension ExtractedObject {
    /// Its bytes as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Transaction {
    /// A field by its path.
    subscript(_ path: String...) -> RecordValue? {
        var fields = self.fields
        var value: RecordValue?
        for name in path {
            value = fields.first { $0.name == name }?.value
            if case .object(let inner)? = value { fields = inner } else { fields = [] }
        }
        return value
    }
}
