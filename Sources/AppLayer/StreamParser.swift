import NetTypes

/// The parser of a TCP flow: one of a closed set, so that calls are direct.
enum StreamParser {
    case http(HTTPParser)
    case http2(HTTP2Parser)
    case smtp(SMTPParser)
    case imap(IMAPParser)
    case pop3(POP3Parser)
    case ftp(FTPParser)
    case ftpData(FTPDataParser)
    case smb(SMBParser)
    case nfs(NFSStreamParser)
    case tls(TLSParser)
    case dns(DNSStreamParser)
    case ssh(SSHParser)

    /// A parser of a protocol that streams carry; nil for the others.
    init?(_ application: ApplicationProtocol, _ configuration: AppLayerConfiguration) {
        switch application {
        case .http: self = .http(HTTPParser(configuration))
        case .http2: self = .http2(HTTP2Parser(configuration))
        case .smtp: self = .smtp(SMTPParser(configuration))
        case .imap: self = .imap(IMAPParser(configuration))
        case .pop3: self = .pop3(POP3Parser(configuration))
        case .ftp: self = .ftp(FTPParser(configuration))
        case .smb: self = .smb(SMBParser(configuration))
        case .nfs: self = .nfs(NFSStreamParser(configuration))
        case .tls: self = .tls(TLSParser(configuration))
        case .dns: self = .dns(DNSStreamParser(configuration))
        case .ssh: self = .ssh(SSHParser(configuration))
        case .ftpData, .tftp, .quic: return nil
        }
    }

    /// As `StreamParsing` has it.
    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        switch self {
        case .http(let parser): parser.take(bytes, direction, output)
        case .http2(let parser): parser.take(bytes, direction, output)
        case .smtp(let parser): parser.take(bytes, direction, output)
        case .imap(let parser): parser.take(bytes, direction, output)
        case .pop3(let parser): parser.take(bytes, direction, output)
        case .ftp(let parser): parser.take(bytes, direction, output)
        case .ftpData(let parser): parser.take(bytes, direction, output)
        case .smb(let parser): parser.take(bytes, direction, output)
        case .nfs(let parser): parser.take(bytes, direction, output)
        case .tls(let parser): parser.take(bytes, direction, output)
        case .dns(let parser): parser.take(bytes, direction, output)
        case .ssh(let parser): parser.take(bytes, direction, output)
        }
    }

    /// As `StreamParsing` has it.
    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {
        switch self {
        case .http(let parser): parser.gap(length, direction, output)
        case .http2(let parser): parser.gap(length, direction, output)
        case .smtp(let parser): parser.gap(length, direction, output)
        case .imap(let parser): parser.gap(length, direction, output)
        case .pop3(let parser): parser.gap(length, direction, output)
        case .ftp(let parser): parser.gap(length, direction, output)
        case .ftpData(let parser): parser.gap(length, direction, output)
        case .smb(let parser): parser.gap(length, direction, output)
        case .nfs(let parser): parser.gap(length, direction, output)
        case .tls(let parser): parser.gap(length, direction, output)
        case .dns(let parser): parser.gap(length, direction, output)
        case .ssh(let parser): parser.gap(length, direction, output)
        }
    }

    /// As `StreamParsing` has it.
    func finish(isClosed: Bool, _ output: ParserOutput) {
        switch self {
        case .http(let parser): parser.finish(isClosed: isClosed, output)
        case .http2(let parser): parser.finish(isClosed: isClosed, output)
        case .smtp(let parser): parser.finish(isClosed: isClosed, output)
        case .imap(let parser): parser.finish(isClosed: isClosed, output)
        case .pop3(let parser): parser.finish(isClosed: isClosed, output)
        case .ftp(let parser): parser.finish(isClosed: isClosed, output)
        case .ftpData(let parser): parser.finish(isClosed: isClosed, output)
        case .smb(let parser): parser.finish(isClosed: isClosed, output)
        case .nfs(let parser): parser.finish(isClosed: isClosed, output)
        case .tls(let parser): parser.finish(isClosed: isClosed, output)
        case .dns(let parser): parser.finish(isClosed: isClosed, output)
        case .ssh(let parser): parser.finish(isClosed: isClosed, output)
        }
    }
}
