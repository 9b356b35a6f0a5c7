import NetTypes
import TestSupport

/// A way for a file through the network: one of the protocols that objects are taken out of, with a whole
/// conversation around the file. Where the protocol allows it, the bytes on the wire are not those of the file.
enum ObjectRoad: String, CaseIterable {
    case httpChunkedGzip = "http-chunked-gzip"
    case httpBrotli = "http-brotli"
    case httpUploadMultipart = "http-upload-multipart"
    case http2PriorKnowledge = "http2-prior-knowledge"
    case smtpBase64 = "smtp-base64"
    case imapFetch = "imap-fetch"
    case pop3Retr = "pop3-retr"
    case ftpActive = "ftp-active"
    case ftpPassive = "ftp-passive"
    case tftpRead = "tftp-read"
    case smb2Write = "smb2-write"
    case smb2Read = "smb2-read"
    case nfsWrite = "nfs-write"
    case mailZip = "mail-zip"

    /// A file and the same by brotli.
    struct Content {
        let bytes: [UInt8]
        /// What `BrotliEncoderCompress` of libbrotli 1.0.9 makes of it with quality 11 and a window of 22 bits: a
        /// coder of our own would be long, and this one gives the same bytes each time.
        let brotli: [UInt8]

        /// The anti-malware test string.
        static let eicar = Content(
            bytes: Array(Payload.eicar.utf8),
            brotli: hexadecimal(
                "1b4300e065d8b6b589d6475ca37a3d5396554c8adc70981e0c2408875b3fc375"
                    + "18cd874fb83816eec769198793cf01e787dd52b6caf84b3a2fbe380cc0852a24"))

        /// A sentence.
        static let harmless = Content(
            bytes: Array(
                "Mot doan van ban vo hai, chi de thu. Mot doan van ban vo hai, chi de thu nghiem.".utf8),
            brotli: hexadecimal(
                "1b4f00f805646ea97edd911a25a0383108454d4c3429ab36a061a2d6c5cb926f"
                    + "49b7e41761bb3162e3931b4fd0c8a57904"))

        private static func hexadecimal(_ text: String) -> [UInt8] {
            let digits = text.compactMap { $0.hexDigitValue }
            return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
        }
    }

    /// The client's port; each road has its own.
    var port: UInt16 { 48001 + UInt16(Self.allCases.firstIndex(of: self) ?? 0) }

    /// The road with a file on it.
    func frames(_ content: Content, start: Timestamp = .scene) -> [Frame] {
        switch self {
        case .httpChunkedGzip: chunkedGzip(content, start)
        case .httpBrotli: brotli(content, start)
        case .httpUploadMultipart: uploadMultipart(content, start)
        case .http2PriorKnowledge: priorKnowledge(content, start)
        case .smtpBase64:
            submission(Self.letter("bieu-mau.com", "application/octet-stream", content.bytes), start)
        case .mailZip: submission(Self.letter("ho-so.zip", "application/zip", Self.zip(content)), start)
        case .imapFetch: fetch(content, start)
        case .pop3Retr: retrieve(content, start)
        case .ftpActive: active(content, start)
        case .ftpPassive: passive(content, start)
        case .tftpRead: trivialRead(content, start)
        case .smb2Write: shareWrite(content, start)
        case .smb2Read: shareRead(content, start)
        case .nfsWrite: remoteWrite(content, start)
        }
    }
}
